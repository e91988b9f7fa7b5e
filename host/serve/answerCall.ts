import { answer, isHostCall } from "../../shared/host/contract.ts";
import type { Result } from "../../shared/kernel/result.ts";
import { reportBug } from "../logFile.ts";
import type { Machine } from "../machine.ts";

/** What a transport sends back: the answer, no such call, or a bug under its report number. */
export type Answered =
  | { readonly kind: "answer"; readonly result: Result<unknown> }
  | { readonly kind: "unknown" }
  | { readonly kind: "bug"; readonly report: string };

/** Answers one call of any transport. The only place in the host where a bug is caught; it is logged once. */
export const answerCall = async ({ host, log }: Machine, call: string, input: unknown): Promise<Answered> => {
  if (!isHostCall(call)) return { kind: "unknown" };
  try {
    return { kind: "answer", result: await answer(host, call, input) };
  } catch (cause) {
    return { kind: "bug", report: reportBug(log, cause, { call }) };
  }
};
