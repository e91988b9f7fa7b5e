import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, expect, it } from "vitest";
import type { Machine } from "../../../host/machine.ts";
import { CHUNK_BYTES } from "../../../shared/api/blobApi.ts";
import type { Host } from "../../../shared/host/contract.ts";
import type { KeptScan } from "../../../shared/host/scanCalls.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import { aJpeg, aPdf, aPng } from "../../builders/scans.ts";
import { answered, codeOf, newFolder, openMachine, removeFolder, setUp, signIn } from "./machines.ts";

const folders: string[] = [];
const machines: Machine[] = [];
const desk = async (): Promise<{ readonly host: Host; readonly folder: string }> => {
  const folder = newFolder();
  folders.push(folder);
  const machine = await openMachine(folder);
  machines.push(machine);
  await setUp(machine.host);
  return { host: machine.host, folder };
};
afterEach(async () => {
  for (const machine of machines.splice(0)) await machine.close();
});
afterAll(() => {
  for (const folder of folders) removeFolder(folder);
});

const put = async (host: Host, content: Buffer): Promise<string[]> => {
  const ids: string[] = [];
  for (let at = 0; at < content.length; at += CHUNK_BYTES) {
    const data = content.subarray(at, at + CHUNK_BYTES).toString("base64");
    ids.push(answered(await host["blob.put"]({ data })).id);
  }
  return ids;
};
const keep = async (host: Host, content: Buffer): Promise<Result<KeptScan>> =>
  host["scan.keep"]({ chunks: await put(host, content) });
const filesOf = (folder: string): readonly string[] =>
  readdirSync(join(folder, "blobs"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

it("I30: a scan of several chunks is kept whole, listed, read back byte by byte, and still there after a restart", async () => {
  const { host, folder } = await desk();
  const content = aPdf("three chunks", 2 * CHUNK_BYTES);
  const kept = answered(await keep(host, content));
  expect(kept).toMatchObject({ bytes: content.length, format: "PDF", isAtCenter: false });
  await machines.pop()?.close();
  const again = await openMachine(folder);
  machines.push(again);
  expect(codeOf(await again.host["scan.list"]({ ids: [kept.id] }))).toBe("signed-out");
  answered(await signIn(again.host));
  expect(answered(await again.host["scan.list"]({ ids: [kept.id, "0".repeat(64)] })).scans).toEqual([kept]);
  const pieces = [];
  for (const id of kept.chunks)
    pieces.push(Buffer.from(answered(await again.host["blob.get"]({ id })).data, "base64"));
  expect(Buffer.concat(pieces).equals(content)).toBe(true);
});

it("the same scan twice is stored once, and the same page in two scans too", async () => {
  const { host, folder } = await desk();
  const content = aPdf("twice", CHUNK_BYTES);
  const first = answered(await keep(host, content));
  const count = filesOf(folder).length;
  expect(answered(await keep(host, content))).toEqual(first);
  expect(filesOf(folder)).toHaveLength(count);
});

it("S18: the host judges by the bytes, whatever a page claims", async () => {
  const { host, folder } = await desk();
  const cases: readonly (readonly [Buffer, string])[] = [
    [Buffer.from("MZ program"), "scan-format"],
    [Buffer.from("<html><script>alert(1)</script>"), "scan-format"],
    [aPng(20, 20).subarray(0, 60), "scan-broken"],
    [aJpeg(60_000, 60_000), "scan-too-large"],
    [Buffer.concat([aJpeg(10, 10, 20 * 1024 * 1024)]), "scan-too-large"],
    [aPdf("half", 2 * CHUNK_BYTES).subarray(0, CHUNK_BYTES + 100), "scan-broken"],
  ];
  for (const [content, code] of cases) expect(codeOf(await keep(host, content))).toBe(code);
  expect(codeOf(await host["scan.keep"]({ chunks: [] }))).toBe("scan-empty");
  const [chunk = ""] = await put(host, Buffer.alloc(CHUNK_BYTES, 1));
  expect(codeOf(await host["scan.keep"]({ chunks: Array.from({ length: 101 }, () => chunk) }))).toBe(
    "scan-too-large",
  );
  expect(filesOf(folder).length).toBeGreaterThan(0);
});

it("what came from elsewhere must be what was asked for, in full chunks", async () => {
  const { host } = await desk();
  const chunks = await put(host, aPdf("other", 10));
  expect(codeOf(await host["scan.keep"]({ chunks, id: "0".repeat(64) }))).toBe("hash-mismatch");
  expect(codeOf(await host["scan.keep"]({ chunks: [...chunks, ...chunks] }))).toBe("malformed");
  expect(codeOf(await host["scan.keep"]({ chunks: ["0".repeat(64)] }))).toBe("not-found");
});

it("F67: a damaged chunk is found, and storing that chunk again heals the scan", async () => {
  const { host, folder } = await desk();
  const content = aPdf("damage", 2 * CHUNK_BYTES);
  const kept = answered(await keep(host, content));
  expect(answered(await host["blob.missing"]({ ids: kept.chunks })).ids).toEqual([]);
  const large = filesOf(folder).filter((path) => statSync(path).size > CHUNK_BYTES);
  const [path = ""] = large;
  const bytes = readFileSync(path);
  bytes[1000] = (bytes[1000] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  const { ids } = answered(await host["blob.missing"]({ ids: kept.chunks }));
  expect(ids).toHaveLength(1);
  expect(codeOf(await host["blob.get"]({ id: ids[0] ?? "" }))).toBe("not-found");
  await put(host, content);
  expect(answered(await host["blob.missing"]({ ids: kept.chunks })).ids).toEqual([]);
});

it("what the center said of a scan is kept with it", async () => {
  const { host } = await desk();
  const { id } = answered(await keep(host, aPdf("confirmed")));
  answered(await host["scan.confirm"]({ id, isAtCenter: true }));
  expect(answered(await host["scan.list"]({ ids: [id] })).scans[0]?.isAtCenter).toBe(true);
  expect(codeOf(await host["scan.confirm"]({ id: "0".repeat(64), isAtCenter: true }))).toBe("not-found");
});
