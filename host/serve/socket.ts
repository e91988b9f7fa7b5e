import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import type { Machine } from "../machine.ts";
import { answerCall } from "./answerCall.ts";
import type { Gate } from "./gate.ts";

/** Where the page opens its socket. */
const PATH = "/host";
/** WebSocket close codes of RFC 6455 §7.4.1: no text, and text that says nothing to us. */
const NO_TEXT = 1003;
const NO_SENSE = 1007;

const frameSchema = z.strictObject({
  id: z.int().nonnegative(),
  call: z.string().max(100),
  input: z.unknown(),
});
type Frame = z.infer<typeof frameSchema>;

/** A key that would reach an object's prototype makes the frame senseless, as it makes a posted body. */
const noPoison = (key: string, value: unknown): unknown => {
  if (key === "__proto__" || (key === "constructor" && typeof value === "object"))
    throw new SyntaxError("forbidden key");
  return value;
};

const frameIn = (text: string): Frame | undefined => {
  try {
    return frameSchema.safeParse(JSON.parse(text, noPoison)).data;
  } catch {
    // Not JSON: the other side is none of our pages.
    return undefined;
  }
};

const hear = (machine: Machine, socket: WebSocket): void => {
  const answer = async ({ id, call, input }: Frame): Promise<void> => {
    const answered = await answerCall(machine, call, input);
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ id, answered }));
  };
  socket.on("message", (data: RawData, isBinary) => {
    if (isBinary) return socket.close(NO_TEXT);
    const frame = frameIn(String(data));
    if (frame === undefined) return socket.close(NO_SENSE);
    void answer(frame);
  });
  // A broken frame or a broken line: the library closes the socket by itself, and the page asks by POST.
  socket.on("error", () => socket.terminate());
};

const refuseUpgrade = (line: Duplex, status: number): void => {
  line.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** What a socket is opened on. `bytes` bounds one message. */
export type SocketOptions = { readonly machine: Machine; readonly gate: () => Gate; readonly bytes: number };

/**
 * Answers the host contract's calls over one socket per page (security list, row 21): opening it is judged by the same
 * gate as a posted call. One message is `{ id, call, input }`, its answer `{ id, answered }`. Returns what ends them all.
 */
export const answerSockets = (server: Server, { machine, gate, bytes }: SocketOptions): (() => void) => {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: bytes });
  server.on("upgrade", (request: IncomingMessage, line: Duplex, head: Buffer) => {
    line.on("error", () => line.destroy());
    const { host, origin, cookie, "sec-fetch-site": site } = request.headers;
    if (request.url !== PATH || request.method !== "GET") return refuseUpgrade(line, 404);
    const asCall = { method: "POST", path: `${PATH}/`, contentType: "application/json" };
    const verdict = gate().judge({ ...asCall, host, origin, cookie, site: [site].flat()[0] });
    if (verdict !== "in") return refuseUpgrade(line, verdict);
    sockets.handleUpgrade(request, line, head, (socket) => hear(machine, socket));
  });
  return () => {
    for (const socket of sockets.clients) socket.terminate();
  };
};
