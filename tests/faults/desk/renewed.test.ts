import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Running } from "../../../center/startCenter.ts";
import { aCenter } from "../../contract/center/aCenter.ts";
import { found, LOGIN, PASSWORD, receive } from "./aCase.ts";
import { aDeskPage, aGround, type DeskPage, type Ground } from "./aDeskPage.ts";
import { enrols } from "./enrolment.ts";
import { untilProven } from "./untilProven.ts";

const spoilt = mkdtempSync(join(tmpdir(), "lad-spoilt-"));
let ground: Ground;
let center: Running & { readonly end: () => Promise<void> };
const desks: DeskPage[] = [];

beforeAll(async () => {
  ground = await aGround();
  center = await aCenter();
});
afterAll(async () => {
  for (const desk of desks) await desk.end();
  await center?.end();
  ground?.end();
  rmSync(spoilt, { recursive: true, force: true });
});
const aDesk = async (cloneOf?: string): Promise<DeskPage> => {
  const desk = await aDeskPage(ground, cloneOf);
  desks.push(desk);
  return desk;
};

/** Turns one bit in the middle of what the journal holds. */
const spoil = (folder: string): void => {
  const path = join(folder, "journal", "00000001.seg");
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 8;
  writeFileSync(path, bytes);
};

it("F13: the journal is damaged and the browser's database gone: the desk begins another feed, has its own ops back from the center, proved, and works on", async () => {
  const first = await aDesk();
  await found(first);
  await receive(first, "file-0001");
  await enrols(first, center);
  for (const residence of ["人民路一号", "人民路二号", "人民路三号"])
    expect((await first.call("record", "aidFile", "file-0001", { residence })).ok).toBe(true);
  await untilProven(first);
  await first.call("stopSync");
  const [bureau, whole] = [await first.call("bureauId"), await first.call("history", "aidFile", "file-0001")];
  const facts = (await first.call("card", "aidFile", "file-0001"))?.facts;
  cpSync(first.folder, spoilt, { recursive: true });
  spoil(spoilt);

  // another browser: only the folder with the damaged journal is left
  const desk = await aDesk(spoilt);
  await desk.call("signIn", LOGIN, PASSWORD);
  await desk.call("openDesk");
  const refused = await desk.call("record", "aidFile", "file-0001", { occupation: "工人" });
  expect(refused).toMatchObject({ ok: false, refusal: { code: "journal-damaged" } });
  expect(await desk.call("renew")).toBeGreaterThan(0);
  await desk.closeBrowser();
  await desk.openBrowser();
  await desk.call("signIn", LOGIN, PASSWORD);
  await desk.call("openDesk");
  await desk.call("enrol", center.url, await center.issueCode(bureau));
  await desk.call("sync");
  await untilProven(desk);
  expect((await desk.call("card", "aidFile", "file-0001"))?.facts).toEqual(facts);
  expect(await desk.call("history", "aidFile", "file-0001")).toHaveLength(whole.length);
  const isEven = async () => (await desk.call("stateHash")) === (await center.stateHash(bureau));
  await expect.poll(isEven, { timeout: 60_000 }).toBe(true);
  expect((await desk.call("record", "aidFile", "file-0001", { occupation: "工人" })).ok).toBe(true);
  await untilProven(desk);
});
