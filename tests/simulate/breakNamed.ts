import { BREAKS, type Break } from "./breaks.ts";
import { CARRIED_BREAKS } from "./carriedBreaks.ts";
import { DESTROYED_BREAKS } from "./destroyedBreaks.ts";
import { JOINING_BREAKS } from "./joiningBreaks.ts";
import { KEPT_BREAKS } from "./keptBreaks.ts";
import type { WorldName } from "./worlds.ts";

/** The breaks of each world, which its traces must catch. */
export const BREAKS_IN: Readonly<Record<WorldName, readonly Break[]>> = {
  province: BREAKS,
  carried: CARRIED_BREAKS,
  kept: KEPT_BREAKS,
  joining: JOINING_BREAKS,
  destroyed: DESTROYED_BREAKS,
};

/** The break of a rule. Throws for a rule that has none. */
export const breakNamed = (rule: string): Break => {
  const found = Object.values(BREAKS_IN)
    .flat()
    .find((each) => each.rule === rule);
  if (found === undefined) throw new Error(`no break of ${rule}`);
  return found;
};

/** The world in whose traces the break of a rule is to be caught. */
export const worldOfBreak = (rule: string): WorldName =>
  (Object.keys(BREAKS_IN) as readonly WorldName[]).find((world) =>
    BREAKS_IN[world].some((each) => each.rule === rule),
  ) ?? "province";
