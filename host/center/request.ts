import { type IncomingMessage, request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A request to the center. `body` is sent as it comes. */
export type CenterRequest = {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | Readable | undefined;
};

/** Nothing heard for so long is a dead line; a slow one keeps sending something. */
const SILENCE_MS = 30_000;

/**
 * Sends one request and answers as soon as the head of the reply is there; the body is a stream, not inflated.
 * Redirects are not followed and no cookie is kept: a center has one address. Rejects when the line fails.
 */
export const centerRequest = ({ url, method, headers, body }: CenterRequest): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const send = url.startsWith("https:") ? overHttps : overHttp;
    const sized = body instanceof Uint8Array ? { "content-length": String(body.length) } : {};
    const outgoing = send(url, { method, headers: { ...headers, ...sized }, timeout: SILENCE_MS }, resolve);
    outgoing.on("error", reject);
    outgoing.on("timeout", () => outgoing.destroy(new Error("the center is silent")));
    if (body === undefined || body instanceof Uint8Array) outgoing.end(body);
    else pipeline(body, outgoing).catch(reject);
  });

/** The whole body of a short reply. Rejects beyond `limit` bytes. */
export const readBody = async (reply: Readable, limit: number): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of reply) {
    length += (part as Buffer).length;
    if (length > limit) {
      reply.destroy();
      throw new RangeError("longer than the center may answer");
    }
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
};
