/** What a number of traces came to, in figures that can be added up. */
export type Sums = {
  readonly traces: number;
  readonly failed: number;
  readonly events: number;
  readonly ops: number;
  /** Processor time, in milliseconds. */
  readonly cpuMs: number;
  /** How often each fate was met on the line. */
  readonly met: Readonly<Record<string, number>>;
};

export const NO_SUMS: Sums = { traces: 0, failed: 0, events: 0, ops: 0, cpuMs: 0, met: {} };

export const added = (a: Sums, b: Sums): Sums => {
  const met: Record<string, number> = { ...a.met };
  for (const [fate, count] of Object.entries(b.met)) met[fate] = (met[fate] ?? 0) + count;
  return {
    traces: a.traces + b.traces,
    failed: a.failed + b.failed,
    events: a.events + b.events,
    ops: a.ops + b.ops,
    cpuMs: a.cpuMs + b.cpuMs,
    met,
  };
};

/** The report of a run: two lines. `seconds`: how long it took by the clock. */
export const reportOf = (
  sums: Sums,
  { seed, seconds }: { readonly seed: number; readonly seconds: number },
): string => {
  const { traces, failed, events, ops, cpuMs, met } = sums;
  const each = (cpuMs / Math.max(1, traces)).toFixed(0);
  const line = Object.entries(met)
    .map(([fate, count]) => `${fate} ${count}`)
    .join(", ");
  return (
    `simulate: ${traces} traces from seed ${seed}, ${failed} failed, ${events} events, ${ops} ops, ` +
    `${seconds.toFixed(0)} s, ${each} ms of processor each\non the line: ${line}`
  );
};
