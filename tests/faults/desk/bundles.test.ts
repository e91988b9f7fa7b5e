import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../../../center/startCenter.ts";
import { day } from "../../../shared/kernel/day.ts";
import { aCenter } from "../../contract/center/aCenter.ts";
import { found, receive } from "./aCase.ts";
import { aDeskPage, aGround, type DeskPage, type Ground } from "./aDeskPage.ts";

let ground: Ground;
let center: Running & { readonly end: () => Promise<void> };
let desk: DeskPage;
beforeAll(async () => {
  ground = await aGround();
  center = await aCenter();
  desk = await aDeskPage(ground);
  await found(desk);
  await receive(desk, "file-0001");
  await desk.call("sync");
});
afterAll(async () => {
  await desk?.end();
  await center?.end();
  ground?.end();
});

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

/** A file out of the desk, as somebody would put it on a stick. */
const written = async (): Promise<{ readonly bytes: Uint8Array; readonly opCount: number }> => {
  const outcome = await desk.call("carry", { do: "write" });
  if (!outcome.ok || !("path" in outcome.value)) throw new Error(JSON.stringify(outcome));
  return { bytes: readFileSync(outcome.value.path), opCount: outcome.value.opCount };
};
/** What the center answers to a file. */
const answerTo = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const taken = await center.importBundle(bytes);
  if (!taken.ok || taken.value.is !== "answered") throw new Error(JSON.stringify(taken));
  return taken.value.answer;
};
const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const outcome = await desk.call("carry", { do: "read", data: base64(bytes) });
  return outcome.ok ? "ok" : outcome.refusal.code;
};
const states = async (): Promise<readonly string[]> =>
  (await desk.call("history", "aidFile", "file-0001")).map(({ state }) => state);

describe("a desk that no network reaches: real host, real Chromium, real center, files between them (sync design §3.17)", () => {
  const answers: Uint8Array[] = [];

  it("without an enrolment file nothing can be written; a wrong code opens nothing", async () => {
    expect(await desk.call("carry", { do: "write" })).toMatchObject({
      ok: false,
      refusal: { code: "center-not-set" },
    });
    const code = await center.issueCode();
    const file = base64(await center.enrolBundle(code));
    await expect(desk.call("carryEnrolment", file, "AAAA-AAAA-AAAA")).rejects.toThrow("code-invalid");
    await desk.call("carryEnrolment", file, code);
  });

  it("two files later everything written here is in the province's book, with its receipt", async () => {
    const { bytes, opCount } = await written();
    expect(opCount).toBe(5);
    expect(new Set(await states())).toEqual(new Set(["local"]));
    answers.push(await answerTo(bytes));
    expect(await codeOf(answers[0] ?? bytes)).toBe("ok");
    expect(new Set(await states())).toEqual(new Set(["booked"]));
    expect((await desk.call("figures")).receipt).toMatchObject({ n: 5 });
    expect((await desk.call("figures")).unsent).toBe(0);
    expect(await desk.call("stateHash")).toBe(await center.stateHash(await desk.call("bureauId")));
    expect(await desk.call("troubles")).toEqual([]);
  });

  it("official numbers came in the same file", async () => {
    expect((await desk.call("number", "决")).text).toBe(`（${new Date().getFullYear()}）兰援决字第1号`);
  });

  it("F49: the same answer again, and an older one after a newer, change nothing", async () => {
    await desk.call("record", "aidFile", "file-0001", { request: "请求支付工资" });
    const { bytes } = await written();
    answers.push(await answerTo(bytes));
    expect(await codeOf(answers[1] ?? bytes)).toBe("ok");
    const before = await desk.call("meta");
    for (const again of answers) expect(await codeOf(again)).toBe("bundle-old");
    expect(await desk.call("meta")).toEqual(before);
  });

  it("what is written between the two files stays waiting for the next two", async () => {
    await desk.call("record", "aidFile", "file-0001", { request: "请求支付工资和补偿" });
    const first = await written();
    await desk.call("record", "aidFile", "file-0001", { request: "请求支付拖欠工资" });
    expect(await codeOf(await answerTo(first.bytes))).toBe("ok");
    expect((await desk.call("figures")).unsent).toBe(1);
    const second = await written();
    expect(second.opCount).toBe(1);
    expect(await codeOf(await answerTo(second.bytes))).toBe("ok");
    expect((await desk.call("figures")).unsent).toBe(0);
    expect(await desk.call("stateHash")).toBe(await center.stateHash(await desk.call("bureauId")));
  });

  it("reference data: holidays that the province publishes come with the next answer and count here (T10, V27)", async () => {
    const on = day("2027-06-01");
    expect(await desk.call("isCovered", on)).toBe(false);
    const table = { year: 2027, coversUntil: "2027-12-31", rest: [["2027-01-01", "2027-01-03"]], work: [] };
    expect(await center.publish({ kind: "CALENDAR", docNo: "", body: JSON.stringify(table) })).toBe(1);
    expect(await codeOf(await answerTo((await written()).bytes))).toBe("ok");
    expect(await desk.call("isCovered", on)).toBe(true);
    expect(await desk.call("stateHash")).toBe(await center.stateHash(await desk.call("bureauId")));
  });

  it("I27: a changed bit anywhere in the answer, or its end cut off, changes nothing on the desk", async () => {
    await desk.call("record", "aidFile", "file-0001", { request: "请求支付全部拖欠工资" });
    const answer = await answerTo((await written()).bytes);
    const before = await desk.call("meta");
    for (let at = 0; at < answer.length; at += Math.ceil(answer.length / 60)) {
      const flipped = Uint8Array.from(answer);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      expect(await codeOf(flipped)).toBe("bundle-damaged");
    }
    expect(await codeOf(answer.slice(0, -1))).toBe("bundle-damaged");
    expect(await desk.call("meta")).toEqual(before);
    expect(await codeOf(answer)).toBe("ok");
  });
});
