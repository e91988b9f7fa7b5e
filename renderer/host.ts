import { type Host, type HostCall, hostCallNames } from "../shared/host/contract.ts";
import { isRefusalCode } from "../shared/kernel/refusals.ts";

declare global {
  interface Window {
    /** Put there by electron/preload.ts; absent when the page runs in the system's own browser. */
    readonly host?: Host;
  }
}

/** True for the shape every call answers with; anything else did not come from our host. */
const isAnswer = (value: unknown): value is { readonly ok: boolean } => {
  if (typeof value !== "object" || value === null || !("ok" in value)) return false;
  if (value.ok === true) return "value" in value;
  const refusal = "refusal" in value ? (value.refusal as { readonly code?: unknown } | null) : null;
  return typeof refusal?.code === "string" && isRefusalCode(refusal.code);
};

const overHttp =
  (call: HostCall) =>
  async (input: unknown): Promise<unknown> => {
    const response = await fetch(`/host/${call}`, {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input),
    });
    if (!response.ok) throw new Error(`host call ${call}: ${response.status}`);
    const answered: unknown = await response.json();
    if (!isAnswer(answered)) throw new Error(`host call ${call}: no answer of ours`);
    return answered;
  };

/** A host whose every call goes through `send`; both the loopback transport and the worker's bridge are made of this. */
export const hostOver = (send: (call: HostCall) => (input: unknown) => Promise<unknown>): Host =>
  Object.fromEntries(hostCallNames.map((call) => [call, send(call)])) as unknown as Host;

/** The machine we run on. Features ask this object and never learn which transport answers. */
export const host: Host = globalThis.window?.host ?? hostOver(overHttp);
