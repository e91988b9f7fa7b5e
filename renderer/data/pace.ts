/** What people are told of a first load: where it stands, and records done of all. */
export type Pace = {
  readonly stage: "preparing" | "loading" | "ready";
  readonly done: number;
  readonly all: number;
  /** Records a second in this run; 0 while unknown. */
  readonly rate: number;
  /** Seconds left at this rate; -1 while unknown. */
  readonly leftS: number;
};

/** A rate over less than this is a guess. */
const RATE_FROM_S = 2;

/** How far a load is, from what is done of all, what an earlier run had done, and the seconds of this one. */
export const paceOf = (
  load: {
    readonly done: number;
    readonly all: number;
    readonly before: number;
    readonly seconds: number;
  },
  stage: Pace["stage"],
): Pace => {
  const { done, all, before, seconds } = load;
  const rate = seconds < RATE_FROM_S ? 0 : (done - before) / seconds;
  return { stage, done, all, rate: Math.round(rate), leftS: rate <= 0 ? -1 : Math.ceil((all - done) / rate) };
};
