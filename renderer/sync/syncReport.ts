import type { Pace } from "../data/pace.ts";

/** How the loop is doing, as it tells the page after every step. */
export type SyncReport = {
  readonly phase:
    | "off"
    /** Enrolled, or on the way to it, without a network: files are carried. */
    | "by-file"
    | "offline"
    | "portal"
    | "working"
    | "idle"
    | "needs-upgrade"
    | "frozen"
    | "revoked"
    /** The enrolment has ended: delivered is held until the province renews it. */
    | "ended"
    | "failing";
  /** The refusal code of the last failure; "" after a success. */
  readonly trouble: string;
  /** How a first load stands; absent when there is none. */
  readonly loading?: Pace | undefined;
};
