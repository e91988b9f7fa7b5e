/** Ops that take a line of a county hours to carry, and a stick a minute. */
const MANY = 20_000;
/** After two weeks the line is not just having a bad day. */
const LONG_MS = 14 * 24 * 60 * 60 * 1000;

/**
 * True when so much, or something so old, is only on this computer that people should carry it to the center in a file.
 * The outbox has no cap: this is advice, and nothing is ever dropped.
 */
export const shouldCarry = ({
  unsent,
  oldestMs,
}: {
  readonly unsent: number;
  readonly oldestMs: number;
}): boolean => unsent >= MANY || (unsent > 0 && oldestMs >= LONG_MS);
