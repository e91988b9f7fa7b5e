import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the stand-in checks a request by, written from Amazon's text and without a line of the product's own. */
export type Request = {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

const hex = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");
const mac = (key: Buffer | string, text: string): Buffer => createHmac("sha256", key).update(text).digest();
const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/u;

/** "" when the request is signed with `secret` as Signature Version 4 says and its body is the one that was hashed. */
export const flawOf = ({ method, target, headers, body }: Request, secret: string): string => {
  const found = AUTHORIZATION.exec(headers.authorization ?? "");
  if (found === null) return "no signature";
  const [, , day = "", region = "", names = "", signature = ""] = found;
  if (headers["x-amz-content-sha256"] !== hex(body)) return "another body";
  if (!names.split(";").includes("host")) return "host is not signed";
  const [path = "", query = ""] = target.split("?");
  const sorted =
    query === ""
      ? ""
      : query
          .split("&")
          .map((each) => (each.includes("=") ? each : `${each}=`))
          .sort()
          .join("&");
  let text = `${method}\n${path}\n${sorted.replaceAll("+", "%20")}\n`;
  for (const name of names.split(";")) text += `${name}:${headers[name] ?? ""}\n`;
  text += `\n${names}\n${headers["x-amz-content-sha256"]}`;
  const toSign = `AWS4-HMAC-SHA256\n${headers["x-amz-date"]}\n${day}/${region}/s3/aws4_request\n${hex(text)}`;
  const key = mac(mac(mac(mac(`AWS4${secret}`, day), region), "s3"), "aws4_request");
  return mac(key, toSign).toString("hex") === signature ? "" : "the signature does not fit";
};

/** What it does to one request instead of answering it rightly. */
export type Trick = "fail" | "busy" | "truncate" | "hang" | "wrongEtag" | "spoil" | "deny" | "noBucket";

const ERRORS: Readonly<Partial<Record<Trick, readonly [number, string]>>> = {
  fail: [500, "InternalError"],
  busy: [503, "SlowDown"],
  deny: [403, "AccessDenied"],
  noBucket: [404, "NoSuchBucket"],
};
const PAGE = 2;

/** A bucket in memory behind a real HTTP server. `tricks` are played on the next requests, one each. */
export const anS3 = async (secret: string) => {
  const objects = new Map<string, { readonly bytes: Buffer; readonly at: Date }>();
  const tricks: Trick[] = [];
  const asked: string[] = [];

  const refuse = (reply: ServerResponse, status: number, code: string): void => {
    reply
      .writeHead(status, { "content-type": "application/xml" })
      .end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
  };
  const list = (reply: ServerResponse, query: URLSearchParams): void => {
    const keys = [...objects.keys()].filter((key) => key.startsWith(query.get("prefix") ?? "")).sort();
    const from = Number(query.get("continuation-token") ?? 0);
    const entries = keys
      .slice(from, from + PAGE)
      .map(
        (key) =>
          `<Contents><Key>${key}</Key><LastModified>${objects.get(key)?.at.toISOString()}</LastModified><Size>1</Size></Contents>`,
      );
    const next =
      from + PAGE < keys.length ? `<NextContinuationToken>${from + PAGE}</NextContinuationToken>` : "";
    reply.end(
      `<?xml version="1.0"?><ListBucketResult><Name>bucket</Name>${next}${entries.join("")}</ListBucketResult>`,
    );
  };
  const read = (
    reply: ServerResponse,
    key: string,
    { range, trick }: { readonly range: string; readonly trick: Trick | undefined },
  ): void => {
    const bytes = objects.get(key)?.bytes;
    if (bytes === undefined) {
      refuse(reply, 404, "NoSuchKey");
      return;
    }
    const part = range === "" ? bytes : bytes.subarray(0, 1);
    reply.writeHead(range === "" ? 200 : 206, { "content-length": part.length });
    if (trick === "truncate") reply.write(part.subarray(0, part.length >> 1), () => reply.destroy());
    else reply.end(part);
  };
  const write = (
    reply: ServerResponse,
    key: string,
    { bytes, trick }: { readonly bytes: Buffer; readonly trick: Trick | undefined },
  ): void => {
    const kept = trick === "spoil" ? Buffer.concat([bytes.subarray(1), Buffer.of(0)]) : bytes;
    objects.set(key, { bytes: kept, at: new Date() });
    const etag =
      trick === "wrongEtag" || trick === "spoil"
        ? "0".repeat(32)
        : createHash("md5").update(bytes).digest("hex");
    reply.writeHead(200, { etag: `"${etag}"` }).end();
  };
  /** Does what a rightly signed request asks. */
  const obey = (
    request: IncomingMessage,
    reply: ServerResponse,
    { body, trick }: { readonly body: Buffer; readonly trick: Trick | undefined },
  ): void => {
    const url = new URL(request.url ?? "", "http://x");
    const key = decodeURIComponent(url.pathname.slice("/bucket/".length));
    const isIntact = createHash("md5").update(body).digest("base64") === request.headers["content-md5"];
    if (request.method === "PUT" && isIntact) write(reply, key, { bytes: body, trick });
    else if (request.method === "PUT") refuse(reply, 400, "BadDigest");
    else if (request.method === "DELETE") {
      objects.delete(key);
      reply.writeHead(204).end();
    } else if (url.searchParams.has("list-type")) list(reply, url.searchParams);
    else read(reply, key, { range: request.headers.range ?? "", trick });
  };
  const answer = (request: IncomingMessage, reply: ServerResponse, body: Buffer): void => {
    const { method = "", url: target = "", headers } = request;
    asked.push(`${method} ${target}`);
    const trick = tricks.shift();
    if (trick === "hang") return;
    const [status, code] = ERRORS[trick ?? "truncate"] ?? [];
    const flaw = flawOf({ method, target, headers: headers as Record<string, string>, body }, secret);
    if (status !== undefined && code !== undefined) refuse(reply, status, code);
    else if (flaw !== "") refuse(reply, 403, "SignatureDoesNotMatch");
    else obey(request, reply, { body, trick });
  };

  const server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => answer(request, reply, Buffer.concat(parts)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bucket`,
    objects,
    tricks,
    asked,
    end: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
/** What `anS3` answers. */
export type StandIn = Awaited<ReturnType<typeof anS3>>;
