import { lawOf } from "../../../../renderer/data/bureau.ts";
import type { Desk } from "../../../../renderer/data/desk.ts";
import { DeskDb } from "../../../../renderer/data/deskDb.ts";
import { asOnlyWriter } from "../../../../renderer/data/lock.ts";
import { openOps } from "../../../../renderer/data/opRow.ts";
import { storeOps } from "../../../../renderer/data/store.ts";
import { bindNext, rowsAfter, viewsIn } from "../../../../renderer/data/volumes.ts";
import { countAhead } from "../../../../renderer/features/statistics/countAhead.ts";
import { countPeriod } from "../../../../renderer/features/statistics/countPeriod.ts";
import { ENTITIES, type EntityType } from "../../../../shared/dictionary/entities.ts";
import { assert } from "../../../../shared/kernel/assert.ts";
import { canonicalJson, type Json } from "../../../../shared/kernel/canonicalJson.ts";
import type { Day } from "../../../../shared/kernel/day.ts";
import type { StatRecord } from "../../../../shared/statistics/statRecord.ts";

/* The statistics of a year as the screen counts them, and what they are to be recounted from. */

const KINDS = Object.keys(ENTITIES) as readonly EntityType[];

/** A line as the screen has it: its name, and its figures for the year, the year so far and the year before. */
type Figures = {
  readonly key: string;
  readonly code: string | null;
  readonly id: string;
  readonly values: readonly (number | null)[];
};

type Facts = { readonly [f: string]: string };
/** Numbers of the book that no desk of a test reaches. */
let published = 1_000_000;

/** What the province publishes, as a pull finds it in the book. */
const publish = (desk: Desk, facts: Facts): Promise<void> =>
  asOnlyWriter(desk.session.installId, async () => {
    const [own] = await openOps(desk.seal, await desk.db.ops.limit(1).toArray());
    assert(own !== undefined, "this desk has written something");
    published += 1;
    const id = `published-${published}`;
    const muts = Object.entries(facts).map(([f, value]) => ({
      ...{ k: "put", t: "publication", id, f },
      ...{ old: null, new: value, sup: [] },
    }));
    const head = { ...own.head, feed: "c".repeat(24), n: published, prev: "" };
    const op = {
      h: published.toString(16).padStart(64, "0"),
      header: canonicalJson(head as unknown as Json),
      payload: canonicalJson({ muts }),
      ...{ sig: "", actorSig: "", recv: "", verdict: "ok" as const, isWaiting: false },
      seq: published,
    };
    await storeOps(desk, [op], { cursor: { epoch: "e", seq: published, chain: "" } });
  });

const annualLines = async (desk: Desk, year: number, today: string): Promise<readonly Figures[]> => {
  const { lines } = await countPeriod(desk, { kind: "year", year, no: 1 }, today as Day);
  return lines.map(({ key, code, indicator, figures }) => ({
    key,
    code,
    id: indicator.id,
    values: figures.slice(0, 3).map(({ value }) => value),
  }));
};

/** The calls of the bench about statistics. */
export const counting = (open: () => Desk) => ({
  /** As after signing in, when nothing is known; and once more by what this page remembers, which must say the same. */
  annual: async (year: number, today: string): Promise<readonly Figures[]> => {
    const anew = new DeskDb(open().db.name);
    const [fresh, remembered] = [
      await annualLines({ ...open(), db: anew }, year, today),
      await annualLines(open(), year, today),
    ];
    anew.close();
    assert(JSON.stringify(fresh) === JSON.stringify(remembered), "what is remembered is out of date");
    return fresh;
  },
  /** What the desk does by itself before anybody asks. */
  countAhead: () => countAhead(open()),
  law: () => lawOf(open()),
  publish: (facts: Facts) => publish(open(), facts),
  /** Every record of the desk, opened one by one. */
  allRecords: async (): Promise<readonly StatRecord[]> => {
    const { db, seal } = open();
    const kinds = KINDS.map(async (t) => viewsIn(seal, await rowsAfter(db, t, 0).toArray()));
    return (await Promise.all(kinds)).flat();
  },
  /** How many volumes there are. */
  volumes: () => open().db.volumes.count(),
  /** Binds whatever is not bound, in thin volumes. */
  bindThin: async (full: number): Promise<void> => {
    for (const t of KINDS) while (await bindNext(open(), t, { full, least: 1 }));
  },
});
