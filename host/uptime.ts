import { uptime } from "node:os";
import type { MachineOptions } from "./machineOptions.ts";

/** The clock that waiting times are measured with: seconds since the machine was switched on. */
export const uptimeOf = ({ uptimeS = uptime }: Pick<MachineOptions, "uptimeS">): (() => number) => uptimeS;
