import type { EntityType } from "../dictionary/entities.ts";
import type { Role } from "./stepRule.ts";

const DESK_WORK: readonly Role[] = ["CLERK", "EXAMINER", "HEAD"];
const REGISTERS: readonly Role[] = ["CLERK", "HEAD", "SYSADMIN"];

/** Who may record free facts on each kind of record (§1.3). Devices and grants are written by the center alone. */
// biome-ignore format: a table is read by columns
export const WRITERS: Readonly<Record<EntityType, readonly Role[]>> = {
  aidFile:      DESK_WORK,
  consultation: DESK_WORK,
  lawyer:       REGISTERS,
  provider:     REGISTERS,
  organ:        REGISTERS,
  staff:        ["SYSADMIN"],
  bureau:       ["SYSADMIN", "HEAD"],
  device:       [],
  grant:        [],
};

/** Whether somebody with `roles` may record free facts on records of kind `t`; unknown kinds are refused. */
export const mayWrite = (t: string, roles: readonly Role[]): boolean =>
  Object.hasOwn(WRITERS, t) && WRITERS[t as EntityType].some((role) => roles.includes(role));
