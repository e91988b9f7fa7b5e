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

/** One way to send a call: resolves to its answer, rejects when none of ours came back. */
type Send = (call: HostCall) => (input: unknown) => Promise<unknown>;

const ours = (call: HostCall, answered: unknown): unknown => {
  if (!isAnswer(answered)) throw new Error(`host call ${call}: no answer of ours`);
  return answered;
};

const overHttp: Send = (call) => async (input) => {
  const response = await fetch(`/host/${call}`, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`host call ${call}: ${response.status}`);
  return ours(call, await response.json());
};

/** What is used of a socket. */
export type Line = Pick<WebSocket, "readyState" | "send" | "addEventListener">;
type Waiting = {
  readonly call: HostCall;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (cause: unknown) => void;
};
type Frame = { readonly id: number; readonly answered: { readonly kind: string; readonly result?: unknown } };

const OPEN = 1;
/** A longer call (a scan, in characters) goes by itself, so that no field waits behind it. */
const LONG = 256 * 1024;
/** A line that does not open is tried again not sooner than this (milliseconds). */
const PATIENCE = 2000;

/**
 * Sends calls over one line, opened at the first call; by `otherwise` while it is not open. A call whose line breaks
 * rejects as a failed fetch does and is never sent twice: its op may lie in the journal, where recovery finds it.
 */
export const overSocket = (open: () => Line, otherwise: Send): Send => {
  const waiting = new Map<number, Waiting>();
  let line: Line | undefined;
  let lastId = 0;
  let nextTry = 0;
  const hear = (text: string): void => {
    const { id, answered } = JSON.parse(text) as Frame;
    const asked = waiting.get(id);
    waiting.delete(id);
    if (asked === undefined) return;
    if (answered.kind === "answer" && isAnswer(answered.result)) asked.resolve(answered.result);
    else asked.reject(new Error(`host call ${asked.call}: ${answered.kind}`));
  };
  const lose = (): void => {
    line = undefined;
    const lost = [...waiting.values()];
    waiting.clear();
    for (const { call, reject } of lost) reject(new Error(`host call ${call}: the line broke`));
  };
  const connect = (): void => {
    if (line !== undefined || performance.now() < nextTry) return;
    nextTry = performance.now() + PATIENCE;
    line = open();
    line.addEventListener("message", ({ data }) => hear(String(data)));
    line.addEventListener("close", lose);
  };
  return (call) => (input) => {
    connect();
    const id = lastId + 1;
    const text = JSON.stringify({ id, call, input });
    if (line?.readyState !== OPEN || text.length > LONG) return otherwise(call)(input);
    lastId = id;
    return new Promise((resolve, reject) => {
      waiting.set(id, { call, resolve, reject });
      line?.send(text);
    });
  };
};

const openLine = (): Line => new WebSocket(`${location.origin.replace(/^http/, "ws")}/host`);

/** A host whose every call goes through `send`; both the loopback transport and the worker's bridge are made of this. */
export const hostOver = (send: Send): Host =>
  Object.fromEntries(hostCallNames.map((call) => [call, send(call)])) as unknown as Host;

/** The machine we run on. Features ask this object and never learn which transport answers. */
export const host: Host = globalThis.window?.host ?? hostOver(overSocket(openLine, overHttp));
