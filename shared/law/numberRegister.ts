/** A block of official numbers; `next` is the first one not yet used in it. */
export type RegisterBlock = {
  readonly grant: string;
  readonly series: string;
  readonly year: number;
  readonly from: number;
  readonly to: number;
  readonly next: number;
};
/** Numbers that were voided, both ends included, and why. */
export type VoidedRange = {
  readonly series: string;
  readonly year: number;
  readonly from: number;
  readonly to: number;
  readonly reason: string;
};
export type Range = { readonly from: number; readonly to: number };

/** One series of one year: every granted number is exactly one of used, voided or unused. */
export type SeriesLine = {
  readonly series: string;
  readonly year: number;
  readonly granted: number;
  readonly used: number;
  readonly voided: number;
  readonly unused: readonly Range[];
  /** Numbers below the highest granted one that lie in no block known here. */
  readonly missing: readonly Range[];
};

const isIn = (no: number, ranges: readonly Range[]): boolean =>
  ranges.some(({ from, to }) => from <= no && no <= to);

const numbersOf = ({ from, to }: Range): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);

/** Sorted numbers as ranges: a range ends where the next number is missing. */
const rangesOf = (numbers: readonly number[]): readonly Range[] => {
  const all = new Set(numbers);
  const ends = numbers.filter((no) => !all.has(no + 1)).toSorted((a, b) => a - b);
  const starts = numbers.filter((no) => !all.has(no - 1)).toSorted((a, b) => a - b);
  return starts.map((from, at) => ({ from, to: ends[at] ?? from }));
};

const lineOf = (blocks: readonly RegisterBlock[], voids: readonly VoidedRange[]): SeriesLine => {
  const [{ series, year } = { series: "", year: 0 }] = blocks;
  const granted = blocks.flatMap(numbersOf);
  const voided = granted.filter((no) => isIn(no, voids));
  const rest = blocks.flatMap((block) => numbersOf(block).filter((no) => !isIn(no, voids)));
  const used = rest.filter((no) => blocks.some(({ from, to, next }) => from <= no && no <= to && no < next));
  const highest = Math.max(0, ...blocks.map(({ to }) => to));
  return {
    series,
    year,
    granted: granted.length,
    used: used.length,
    voided: voided.length,
    unused: rangesOf(rest.filter((no) => !used.includes(no))),
    missing: rangesOf(numbersOf({ from: 1, to: highest }).filter((no) => !isIn(no, blocks))),
  };
};

/** The register of official numbers, newest year first: without gaps, because every number is accounted for. */
export const numberRegister = (
  blocks: readonly RegisterBlock[],
  voids: readonly VoidedRange[],
): readonly SeriesLine[] => {
  const keys = [...new Set(blocks.map(({ series, year }) => `${year}/${series}`))].toSorted().reverse();
  return keys.map((key) => {
    const own = (each: { readonly series: string; readonly year: number }): boolean =>
      `${each.year}/${each.series}` === key;
    return lineOf(blocks.filter(own), voids.filter(own));
  });
};

/** The first number from `no` on that no void covers. A voided number is never given out again. */
export const afterVoids = (no: number, voids: readonly Range[]): number => {
  const cover = voids.find(({ from, to }) => from <= no && no <= to);
  return cover === undefined ? no : afterVoids(cover.to + 1, voids);
};
