import type { BureauFacts } from "../dictionary/registers.ts";
import type { Day } from "../kernel/day.ts";

/**
 * The bureau as it speaks on a day: from the effective day of the switch on under the center's name and seal, before it
 * as the designated department. Numbers, archives and clocks do not depend on it, so they simply go on.
 */
export const agencyOn = (bureau: BureauFacts, on: Day): BureauFacts => {
  const { centerFromOn, centerName, centerSealName } = bureau;
  if (centerFromOn === undefined || centerName === undefined || centerSealName === undefined) return bureau;
  if (on < centerFromOn) return bureau;
  return { ...bureau, kind: "CENTER", deptName: centerName, sealName: centerSealName };
};
