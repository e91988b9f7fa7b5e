import { fromBase64 } from "../../../../renderer/base64.ts";
import type { Desk } from "../../../../renderer/data/desk.ts";
import { type ShownScan, scansOf } from "../../../../renderer/data/questions/scans.ts";
import { addScan, readScan } from "../../../../renderer/data/scans.ts";
import type { Result } from "../../../../shared/kernel/result.ts";

const RANDOM_AT_ONCE = 65_536;

/** A PDF of about `bytes` random bytes: nothing in it repeats, so no chunk is another. */
const aLongPdf = (bytes: number, name: string): File => {
  const parts: BlobPart[] = ["%PDF-1.7\n"];
  for (let left = bytes; left > 0; left -= RANDOM_AT_ONCE)
    parts.push(crypto.getRandomValues(new Uint8Array(Math.min(left, RANDOM_AT_ONCE))));
  return new File([...parts, "\n%%EOF\n"], name, { type: "text/html" });
};

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** A file to write, or one to take as somebody chose it (base64: tests speak JSON). */
type Ask = { readonly do: "write" } | { readonly do: "read"; readonly data: string };

/** What a test may do with scans and with files that are carried: the same calls as the screens make. */
export const scans = (desk: () => Desk) => ({
  carry: (ask: Ask) =>
    desk().sync.carry(ask.do === "write" ? ask : { do: "read", file: new Blob([fromBase64(ask.data)]) }),
  addScan: (id: string, name: string, bytes: number) =>
    addScan(desk(), { t: "aidFile", id, kind: "IDCARD" }, aLongPdf(bytes, name)),
  scans: (id: string): Promise<readonly ShownScan[]> => scansOf({ t: "aidFile", id })(desk()),
  wantScan: (hash: string): void => desk().sync.want(hash),
  /** Reads a scan as the viewer does; answers the SHA-256 of what it would show, or the refusal. */
  lookAtScan: async (id: string, hash: string): Promise<Result<string>> => {
    const kept = (await scansOf({ t: "aidFile", id })(desk())).find((scan) => scan.hash === hash)?.kept;
    if (kept === undefined) return { ok: false, refusal: { code: "not-found" } };
    const read = await readScan(desk(), kept);
    if (!read.ok) return read;
    return { ok: true, value: hex(await crypto.subtle.digest("SHA-256", await read.value.arrayBuffer())) };
  },
});
