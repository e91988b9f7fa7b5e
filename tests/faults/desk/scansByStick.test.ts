import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../../../center/startCenter.ts";
import { CHUNK_BYTES } from "../../../shared/api/blobApi.ts";
import { aCenter } from "../../contract/center/aCenter.ts";
import { aCable, type Cable } from "../../e2e/fixtures/cable.ts";
import { found, receive } from "./aCase.ts";
import { aDeskPage, aGround, type DeskPage, type Ground, shellHere } from "./aDeskPage.ts";
import { joins } from "./enrolment.ts";

const FILE = "file-0001";
/** Two chunks and what belongs to them: an attachment of four needs two files. */
const FILE_BYTES = 2.5 * CHUNK_BYTES;

let ground: Ground;
let center: Running & { readonly end: () => Promise<void> };
let cable: Cable;
let first: DeskPage;
let second: DeskPage;
beforeAll(async () => {
  ground = await aGround();
  center = await aCenter();
  cable = await aCable(center.url);
  const shell: Ground["shell"] = (folder, page) =>
    shellHere(folder, page, Date.now, { bundleBytes: FILE_BYTES });
  first = await aDeskPage({ ...ground, shell });
  second = await aDeskPage(ground);
  await found(first);
  await receive(first, FILE);
  await first.call("sync");
  const code = await center.issueCode();
  await first.call("carryEnrolment", base64(await center.enrolBundle(code)), code);
});
afterAll(async () => {
  await first?.end();
  await second?.end();
  await cable?.pull();
  await center?.end();
  ground?.end();
});

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
/** A file out of a desk, as somebody would put it on a stick, and what its slip says. */
const written = async ({ call }: DeskPage) => {
  const outcome = await call("carry", { do: "write" });
  if (!outcome.ok || !("path" in outcome.value)) throw new Error(JSON.stringify(outcome));
  const { path, scanCount, cutCount, laterCount, takesScans } = outcome.value;
  return { bytes: readFileSync(path), said: [takesScans, scanCount, cutCount, laterCount] };
};
const answerTo = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const taken = await center.importBundle(bytes);
  if (!taken.ok || taken.value.is !== "answered") throw new Error(JSON.stringify(taken));
  return taken.value.answer;
};
/** What became of an answer at a desk: attachments that are at the center since, and that came; or the refusal. */
const takes = async ({ call }: DeskPage, bytes: Uint8Array) => {
  const outcome = await call("carry", { do: "read", data: base64(bytes) });
  if (!outcome.ok) return outcome.refusal.code;
  return "scansHeld" in outcome.value ? [outcome.value.scansHeld, outcome.value.scansCame] : [];
};
const kept = async ({ call }: DeskPage) =>
  (await call("scans", FILE)).map(({ kept: here }) => here?.isAtCenter);

describe("a scan where no network is: real hosts, real pages, a real center, files between them (sync design §3.13, §3.17)", () => {
  const answers: Uint8Array[] = [];

  it("F56: the first file carries none, because no answer has said that the center takes them", async () => {
    expect((await first.call("addScan", FILE, "长扫描.pdf", 4 * CHUNK_BYTES - 100)).ok).toBe(true);
    const { bytes, said } = await written(first);
    expect(said).toEqual([false, 0, 0, 1]);
    expect(await takes(first, await answerTo(bytes))).toEqual([0, 0]);
    expect(await kept(first)).toEqual([false]);
  });

  it("F67: over two files it arrives; what was never answered is sent again, and a lost answer costs one journey", async () => {
    const lost = await written(first);
    expect(lost.said).toEqual([true, 1, 1, 1]);
    await answerTo(lost.bytes);
    // ops are never pushed out by attachments
    expect((await first.call("record", "aidFile", FILE, { request: "请求支付工资" })).ok).toBe(true);
    const again = await written(first);
    expect(again.said).toEqual([true, 1, 1, 1]);
    answers.push(await answerTo(again.bytes));
    expect(await takes(first, answers[0] ?? again.bytes)).toEqual([0, 0]);
    expect((await first.call("figures")).unsent).toBe(0);
    const last = await written(first);
    expect(last.said).toEqual([true, 1, 0, 0]);
    answers.push(await answerTo(last.bytes));
    expect(await takes(first, answers[1] ?? last.bytes)).toEqual([1, 0]);
    expect(await kept(first)).toEqual([true]);
    expect((await written(first)).said).toEqual([true, 0, 0, 0]);
  });

  it("F49: the same answer again, and an older one after a newer, change nothing", async () => {
    for (const old of answers) expect(await takes(first, old)).toBe("bundle-old");
    expect(await kept(first)).toEqual([true]);
  });

  it("I30, F51: another desk of the bureau asks for it, gets it with its answer, and a changed answer brings nothing", async () => {
    const over = { url: cable.url, issueCode: center.issueCode };
    await joins(second, { first, center: over });
    await cable.pull();
    await second.call("sync");
    expect(await takes(second, await answerTo((await written(second)).bytes))).toEqual([0, 0]);
    expect(await kept(second)).toEqual([undefined]);
    const answer = await answerTo((await written(second)).bytes);
    const flipped = Uint8Array.from(answer);
    flipped[answer.length >> 1] = (flipped[answer.length >> 1] ?? 0) ^ 1;
    expect(await takes(second, flipped)).toBe("bundle-damaged");
    expect(await kept(second)).toEqual([undefined]);
    expect(await takes(second, answer)).toEqual([0, 1]);
    const [scan] = await second.call("scans", FILE);
    expect(scan?.kept?.isAtCenter).toBe(true);
    expect(await second.call("lookAtScan", FILE, scan?.hash ?? "")).toEqual({ ok: true, value: scan?.hash });
    expect(await second.call("troubles")).toEqual([]);
    expect(await first.call("troubles")).toEqual([]);
  });
});
