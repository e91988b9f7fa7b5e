import type { Day } from "../kernel/day.ts";
import { daysBetween } from "../kernel/day.ts";
import type { Parameters } from "./parameters.ts";

/**
 * Whether fewer than seven days remain on `today` before a limitation or statutory period ends, its last day included:
 * ground EM44_1 of emergency aid, and a threshold, not a duty (EMG-WINDOW-7D, 法律援助法第四十四条第一款第一项).
 */
export const isEmergencyWindow = (
  limitationOn: Day,
  today: Day,
  { emergencyWindowDays }: Parameters,
): boolean => {
  const remaining = daysBetween(today, limitationOn);
  return remaining >= 0 && remaining < emergencyWindowDays;
};
