import { type Desk, quietSync } from "../../../../renderer/data/desk.ts";
import { DeskDb } from "../../../../renderer/data/deskDb.ts";
import { replayJournal } from "../../../../renderer/data/firstBuild.ts";
import { storeLaterOps, storeNextOps } from "../../../../renderer/data/laterOps.ts";
import { readMeta } from "../../../../renderer/data/meta.ts";
import { openOp } from "../../../../renderer/data/opRow.ts";
import { openRecordRow } from "../../../../renderer/data/recordStore.ts";
import { readJournal } from "../../../../renderer/data/recover.ts";
import { makeSeal } from "../../../../renderer/data/seal.ts";
import { openSheet } from "../../../../renderer/data/sheets.ts";
import { host } from "../../../../renderer/host.ts";
import type { Session } from "../../../../shared/host/contract.ts";
import type { Json } from "../../../../shared/kernel/canonicalJson.ts";

/* Databases built in the two ways there are, and all that lies in them, opened. */

/** Everything in one database, without what chance or the order of building decides: nonces, blocks of the sheet, editions. */
export type Built = {
  readonly records: readonly Json[];
  readonly lines: readonly Json[];
  readonly ops: readonly Json[];
  readonly meta: Json;
};

const NAME = "build-";
const json = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
const sorted = (values: readonly unknown[]): readonly Json[] =>
  values.map(json).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const deskOn = async (session: Session, name: string): Promise<Desk> => ({
  db: new DeskDb(`${NAME}${name}`),
  seal: await makeSeal(session.pageKey),
  host,
  session,
  wallMs: () => Date.parse("2026-11-20T09:00:00Z"),
  health: { isBehind: false },
  sync: quietSync(),
  onTrouble: () => undefined,
});

const builtIn = async ({ db, seal }: Desk): Promise<Built> => {
  const rows = await db.records.toArray();
  const records = await Promise.all(
    rows.map(async (whole) => {
      const { sealed: _, sheet, edition: __, ...row } = whole;
      return { ...row, isListed: sheet > 0, held: await openRecordRow(seal, whole) };
    }),
  );
  const ops = await Promise.all(
    (await db.ops.toArray()).map(async (row) => ({ ...row, sealed: null, op: await openOp(seal, row) })),
  );
  const lines = await Promise.all((await db.sheets.toArray()).map((row) => openSheet(seal, row)));
  const { journal, numbers, provisional, cursor } = await readMeta(db);
  return {
    records: sorted(records),
    lines: sorted(lines.flat()),
    ops: sorted(ops),
    meta: json({ journal, numbers, provisional, cursor }),
  };
};

const fresh = async (session: Session, name: string): Promise<Desk> => {
  const desk = await deskOn(session, name);
  await desk.db.delete();
  await desk.db.open();
  return desk;
};

/** The calls of the bench about building. */
export const builds = (session: () => Session) => ({
  builtOpByOp: async (): Promise<Built> => {
    const desk = await fresh(session(), "slow");
    await readJournal(desk);
    return builtIn(desk);
  },
  builtAtOnce: async (laterFrom: number): Promise<Built> => {
    const desk = await fresh(session(), "fast");
    await replayJournal(desk, () => undefined, laterFrom);
    return builtIn(desk);
  },
  /** Stores some pages of the ops left for later; answers how many there are then. The browser is to be killed next. */
  laterThenKilled: async (pages: number): Promise<number> => {
    const desk = await deskOn(session(), "fast");
    await desk.db.open();
    for (let page = 0; page < pages; page += 1) await storeNextOps(desk);
    return desk.db.ops.count();
  },
  laterToTheEnd: async (): Promise<Built> => {
    const desk = await deskOn(session(), "fast");
    await desk.db.open();
    await storeLaterOps(desk);
    return builtIn(desk);
  },
});
