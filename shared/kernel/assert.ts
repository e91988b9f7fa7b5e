/** Throws when something that must hold does not: a bug, never a user's mistake. `cause` is kept for the log. */
export function assert(holds: unknown, message: string, cause?: unknown): asserts holds {
  if (!holds) throw new Error(message, cause === undefined ? undefined : { cause });
}
