import { createHash, createHmac } from "node:crypto";

/** Who asks, and for which region. The secret leaves this process only as a signature. */
export type S3Account = { readonly region: string; readonly accessKey: string; readonly secret: string };

/** A request before it is signed. `headers`: lower-case names; the host comes from the URL. */
export type Unsigned = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

const ALGORITHM = "AWS4-HMAC-SHA256";
const SERVICE = "s3";

const hashOf = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");
const hmac = (key: Buffer | string, text: string): Buffer => createHmac("sha256", key).update(text).digest();

/** RFC 3986: what `encodeURIComponent` leaves and Amazon does not is written in hex, too. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
const pathOf = ({ pathname }: URL): string =>
  pathname
    .split("/")
    .map((part) => encoded(decodeURIComponent(part)))
    .join("/");
const queryOf = ({ searchParams }: URL): string =>
  [...searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join("&");

/**
 * The headers of a request to an S3-compatible store, signed as Amazon's Signature Version 4 says, over method, path,
 * query, every given header and the hash of the body. Checked against Amazon's published examples.
 */
export const signedHeaders = (
  { method, url, headers, body }: Unsigned,
  { region, accessKey, secret }: S3Account,
  at: Date,
): Readonly<Record<string, string>> => {
  const time = at.toISOString().replaceAll(/[-:]|\.\d{3}/gu, "");
  const day = time.slice(0, 8);
  const content = hashOf(body);
  const all = { ...headers, host: url.host, "x-amz-content-sha256": content, "x-amz-date": time };
  const lines = Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1));
  const names = lines.map(([name]) => name).join(";");
  const canonical = [
    method,
    pathOf(url),
    queryOf(url),
    ...lines.map(([name, value]) => `${name}:${value.trim()}`),
    "",
    names,
    content,
  ].join("\n");
  const scope = `${day}/${region}/${SERVICE}/aws4_request`;
  const key = [day, region, SERVICE, "aws4_request"].reduce<Buffer | string>(hmac, `AWS4${secret}`);
  const signature = hmac(key as Buffer, [ALGORITHM, time, scope, hashOf(canonical)].join("\n")).toString(
    "hex",
  );
  const authorization = `${ALGORITHM} Credential=${accessKey}/${scope},SignedHeaders=${names},Signature=${signature}`;
  return { ...all, authorization };
};
