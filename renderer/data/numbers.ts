import type { TakenNumber } from "../../shared/commands/issueLetter.ts";
import { type Day, yearOf } from "../../shared/kernel/day.ts";
import { dayOf, instantOfMs } from "../../shared/kernel/instant.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { afterVoids, type Range } from "../../shared/law/numberRegister.ts";
import { numberText } from "../../shared/law/numberTemplate.ts";
import { provisionalNumber } from "../../shared/law/provisionalNumber.ts";
import type { Draft } from "../../shared/ops/draft.ts";
import { bureauView, lawOf } from "./bureau.ts";
import type { Desk } from "./desk.ts";
import { type Meta, readMeta } from "./meta.ts";
import { seriesKey } from "./numberCounters.ts";
import { latest } from "./questions/records.ts";

/** Below this many numbers left, the desk asks the center for another block. */
export const LOW = 20;
/** How many numbers a block has. */
export const BLOCK = 50;
/** Blocks of one bureau over the years; each covers fifty letters. */
const GRANTS_MAX = 5000;

/** A block of official numbers that belongs to this desk. */
export type NumberBlock = {
  readonly grant: string;
  readonly from: number;
  readonly to: number;
  readonly voids?: readonly Range[];
};

type OwnBlock = NumberBlock & { readonly series: string };

/** The blocks of this desk for one year, the lowest first. */
const blocksOf = async (desk: Desk, year: number): Promise<readonly OwnBlock[]> => {
  const [grants, voided] = await Promise.all([
    latest("grant", { limit: GRANTS_MAX })(desk),
    latest("numberVoid", { limit: GRANTS_MAX })(desk),
  ]);
  const voidsOf = (kind: string): readonly Range[] =>
    voided
      .filter(({ facts }) => facts.year === year && facts.series === kind)
      .map(({ facts: { from = 1, to = 0 } }) => ({ from, to }));
  return grants
    .filter(({ facts }) => facts.feed === desk.session.feed && facts.year === year)
    .map(({ id, facts: { series = "", from = 1, to = 0 } }) => ({
      grant: id,
      series,
      from,
      to,
      voids: voidsOf(series),
    }))
    .toSorted((a, b) => a.from - b.from);
};

/** The next number of a block: after those used, and past those voided. */
const nextIn = ({ grant, from, voids = [] }: NumberBlock, used: Meta["numbers"]): number =>
  afterVoids(Math.max(from, used[grant] ?? from), voids);

/** How many numbers are left in blocks. */
export const numbersLeft = (blocks: readonly NumberBlock[], used: Meta["numbers"]): number =>
  blocks.reduce((sum, block) => sum + Math.max(0, block.to - nextIn(block, used) + 1), 0);

const todayOf = ({ wallMs }: Desk): Day => dayOf(instantOfMs(wallMs()));

/**
 * The number the next letter of `series` (a kind such as 决) will get: `（2026）某援决字第12号`, by the bureau's template, out of this desk's block, or a
 * provisional `临-…` when the block is empty. Only looked at, not taken: it is taken when the op that uses it is saved,
 * and `perform` refuses one that was taken meanwhile.
 */
export const nextNumber = async (desk: Desk, series: string): Promise<TakenNumber> => {
  const year = yearOf(todayOf(desk));
  const [blocks, meta, bureau, { parameters }] = await Promise.all([
    blocksOf(desk, year),
    readMeta(desk.db),
    bureauView(desk),
    lawOf(desk),
  ]);
  const block = blocks.find((each) => each.series === series && nextIn(each, meta.numbers) <= each.to);
  if (block === undefined) {
    const no = (meta.provisional[seriesKey(series, year)] ?? 0) + 1;
    const text = provisionalNumber({ feed: desk.session.feed, series, no });
    return { series, year, no, text, grant: "" };
  }
  const no = nextIn(block, meta.numbers);
  const shortName = typeof bureau?.facts.shortName === "string" ? bureau.facts.shortName : "";
  const text = numberText(parameters.numberTemplate, { year, shortName, kind: series, n: no });
  return { series, year, no, text, grant: block.grant };
};

/** Refused as `busy` when another window has meanwhile taken a number of these drafts: the letter is made anew. */
export const numbersFree = ({ numbers }: Pick<Meta, "numbers">, drafts: readonly Draft[]): Result<void> => {
  const taken = drafts.find(
    (draft) => draft.k === "number" && draft.grant !== "" && (numbers[draft.grant] ?? 0) > draft.no,
  );
  return taken === undefined ? done(undefined) : refuse("busy", undefined, "number");
};

/** The first of `kinds` whose numbers run low this year, or undefined. */
export const lowSeries = async (
  desk: Desk,
  kinds: readonly string[],
): Promise<{ readonly series: string; readonly year: number } | undefined> => {
  const year = yearOf(todayOf(desk));
  const [blocks, { numbers }] = await Promise.all([blocksOf(desk, year), readMeta(desk.db)]);
  const low = kinds.find(
    (kind) =>
      numbersLeft(
        blocks.filter(({ series }) => series === kind),
        numbers,
      ) < LOW,
  );
  return low === undefined ? undefined : { series: low, year };
};
