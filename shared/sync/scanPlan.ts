/** What is known of one attachment that an op names. */
export type ScanStanding = {
  readonly id: string;
  readonly isHere: boolean;
  /** What the center said: it has it, waits for it, or its book does not name it (yet). */
  readonly atCenter: "held" | "wanted" | "unknown";
  /** Somebody at this desk waits for it. */
  readonly isAsked: boolean;
};

/** What is done next for attachments. */
export type ScanStep = { readonly do: "send" | "fetch"; readonly id: string } | { readonly do: "wait" };

/**
 * One attachment at a time: what a person waits for, then what only this desk has, then what lies at the center alone.
 * Ops go before all of them; whoever calls this waits until they rest (R23).
 */
export const nextScanStep = (scans: readonly ScanStanding[]): ScanStep => {
  const canFetch = scans.filter(({ isHere, atCenter }) => !isHere && atCenter === "held");
  const asked = canFetch.find(({ isAsked }) => isAsked);
  if (asked !== undefined) return { do: "fetch", id: asked.id };
  const toSend = scans.find(({ isHere, atCenter }) => isHere && atCenter === "wanted");
  if (toSend !== undefined) return { do: "send", id: toSend.id };
  const next = canFetch[0];
  return next === undefined ? { do: "wait" } : { do: "fetch", id: next.id };
};
