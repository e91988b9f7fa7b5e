import { instantOfMs } from "../../shared/kernel/instant.ts";
import { momentText } from "./dueText.ts";

/** A machine's time (UTC text or milliseconds) as the civil minute at the bureau; "" for none. */
export const machineTimeText = (at: string | number): string => {
  const ms = typeof at === "number" ? at : Date.parse(at);
  return Number.isFinite(ms) && ms > 0 ? momentText(instantOfMs(ms)) : "";
};
