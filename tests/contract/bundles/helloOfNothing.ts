import { PROTOCOLS } from "../../../shared/api/syncApi.ts";
import type { HostInput } from "../../../shared/host/contract.ts";

/** How a desk greets that knows nothing of the book yet. */
export const HELLO = {
  proto: [...PROTOCOLS],
  schema: 1,
  head: { n: 0, h: "" },
  cursor: { epoch: "", seq: 0, chain: "" },
  sparse: [],
  report: { unsent: 0, oldestUnsentS: 0, conflicts: 0, contested: 0, stable: 0, rescue: 0 },
  clock: "2026-05-06T01:02:03.000Z",
} satisfies HostInput<"bundle.write">["hello"];
