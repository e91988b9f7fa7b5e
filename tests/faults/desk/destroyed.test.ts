import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Running, startCenter } from "../../../center/startCenter.ts";
import { canonicalJson } from "../../../shared/kernel/canonicalJson.ts";
import { aFurtherDesk } from "../../contract/center/aBureau.ts";
import { aDataFolder } from "../../contract/center/aCenter.ts";
import { found, PERSON, receive } from "./aCase.ts";
import { aDeskPage, aGround, type DeskPage, type Ground } from "./aDeskPage.ts";
import { employs, enrols, joins } from "./enrolment.ts";
import { untilProven } from "./untilProven.ts";

const FILE = "file-0001";
const ARCHIVE = "archive-0001";
const ODD = "另一版本写下的案情";
const LATE = "断网时迟来的补记";
const WAIT = { timeout: 60_000, interval: 100 } as const;

const folder = aDataFolder();
let ground: Ground;
let center: Running;
let head: DeskPage;
let archivist: DeskPage;
let third: DeskPage;
beforeAll(async () => {
  process.env.LAD_LOG ??= "silent";
  ground = await aGround();
  center = await startCenter({ dataDir: folder.path, port: 0 });
  [head, archivist, third] = [await aDeskPage(ground), await aDeskPage(ground), await aDeskPage(ground)];
  await found(head);
  await receive(head, FILE);
  // only what has ended is archived (法律援助法第五十条)
  const withdrawn = { withdrawalReason: "申请人撤回" };
  expect(ok(await head.call("step", FILE, "withdraw", withdrawn))).toBe(true);
  await enrols(head, center);
  await joins(archivist, { first: head, center });
  await employs(head, archivist, ["ARCHIVE"]);
  await even(head);
  await archivist.call("sync");
  await untilProven(archivist);
});
afterAll(async () => {
  for (const desk of [head, archivist, third]) await desk?.end();
  await center?.stop();
  ground?.end();
  folder.remove();
});

/** Both sides have everything, asked now. */
const even = async (desk: DeskPage): Promise<void> => {
  const since = Date.now();
  await desk.call("askNow");
  await untilProven(desk, since);
};
const ok = ({ ok: isOk }: { readonly ok: boolean }): boolean => isOk;
const hashes = async (...desks: readonly DeskPage[]): Promise<readonly string[]> =>
  Promise.all([center.stateHash(await head.call("bureauId")), ...desks.map(({ call }) => call("stateHash"))]);
const oneHash = async (...desks: readonly DeskPage[]): Promise<number> =>
  new Set(await hashes(...desks)).size;
const everything = async ({ call }: DeskPage): Promise<string> =>
  `${await call("opened")}${await call("journal")}`;

const approve = async (): Promise<void> => {
  const facts = {
    archiveNo: "2010-FY-0007",
    fileId: FILE,
    year: 2010,
    category: "LABOUR_MED_ARB",
    retentionYears: 5,
    retentionDocNo: "兰档〔2010〕1号",
    volumes: 1,
    pages: 30,
    closedOn: "2010-05-06",
    location: "甲柜一层",
  };
  expect(ok(await archivist.call("create", "archiveFile", ARCHIVE, facts))).toBe(true);
  expect(ok(await archivist.call("take", "archiveFile", ARCHIVE, "fileArchive", {}))).toBe(true);
  const appraised = { appraisedOn: "2020-06-01", appraisal: "无继续保存价值" };
  expect(ok(await archivist.call("take", "archiveFile", ARCHIVE, "appraiseArchive", appraised))).toBe(true);
  await even(archivist);
  await even(head);
  const approved = {
    destroyedOn: "2020-09-01",
    destroyDocNo: "兰销〔2020〕1号",
    destroySupervisors: "和志强、李玉兰",
  };
  expect(await head.call("take", "archiveFile", ARCHIVE, "destroyArchive", approved)).toMatchObject({
    ok: true,
  });
  await even(head);
  await even(archivist);
};

describe("a file is destroyed by law, between two desks and the province, all of it real", () => {
  it("F79, I39: every desk that hears of it has its content nowhere any more, and all fold the same", async () => {
    expect(ok(await head.call("addScan", FILE, "身份证.pdf", 30_000))).toBe(true);
    // of another version: nobody can fold it, and it speaks of the file all the same (F59)
    const other = await aFurtherDesk(center, await head.call("bureauId"), "别的版本的工位");
    const odd = canonicalJson({ muts: [{ k: "put", t: "aidFile", id: FILE, f: "caseFacts", said: ODD }] });
    expect((await other.push([other.op(odd)])).results).toMatchObject([{ verdict: "quarantined" }]);
    await approve();
    expect(await everything(head)).toContain(PERSON.facts);
    for (const desk of [head, archivist]) expect(await desk.call("opened")).toContain(ODD);
    expect(await archivist.call("opened")).toContain(PERSON.facts);
    const [scan] = await head.call("scans", FILE);
    // without a line, and not knowing of it, somebody writes on
    await head.call("stopSync");
    expect(ok(await head.call("record", "aidFile", FILE, { request: LATE }))).toBe(true);
    expect(await archivist.call("destroy", ARCHIVE)).toMatchObject({ obstacle: "", result: { ok: true } });
    await even(archivist);
    expect(await everything(archivist)).not.toMatch(new RegExp(`${PERSON.facts}|${PERSON.name}|${ODD}`));
    await head.call("sync");
    await even(head);
    await even(head);
    await expect.poll(async () => (await head.call("meta")).toErase.ops, WAIT).toEqual([]);
    expect(await everything(head)).not.toMatch(
      new RegExp(`${PERSON.facts}|${PERSON.name}|${PERSON.certNo}|${ODD}`),
    );
    expect(await head.call("lookAtScan", FILE, scan?.hash ?? "")).toMatchObject({ ok: false });
    expect(await head.call("search", PERSON.name)).toMatchObject([]);
    expect((await head.call("card", "aidFile", FILE))?.view.stages.destruction).toBe("destroyed");
    await expect.poll(() => oneHash(head, archivist), WAIT).toBe(1);
    expect([...(await head.call("troubles")), ...(await archivist.call("troubles"))]).toEqual([]);
  });

  it("F79: what was written meanwhile is kept without effect and is a task; nothing more is taken; it can be destroyed too", async () => {
    expect(await head.call("refusedOps")).toMatchObject([{ verdict: "destroyed" }]);
    expect(await everything(head)).toContain(LATE);
    expect(await head.call("record", "aidFile", FILE, { request: "再写" })).toMatchObject({ ok: false });
    await even(archivist);
    expect(await archivist.call("destroy", ARCHIVE)).toMatchObject({ obstacle: "", result: { ok: true } });
    await even(archivist);
    await even(head);
    await expect.poll(async () => (await head.call("meta")).toErase.ops, WAIT).toEqual([]);
    expect(await head.call("refusedOps")).toEqual([]);
    expect(await everything(head)).not.toContain(LATE);
    await expect.poll(() => oneHash(head, archivist), WAIT).toBe(1);
  });

  it("F79, I39, I10: a desk that loses its database, and a new one, arrive at the same state from what is left", async () => {
    await head.call("stopSync");
    await head.call("loseDatabases");
    await head.call("openDesk");
    await head.call("sync");
    await untilProven(head);
    await joins(third, { first: head, center });
    await employs(head, third);
    await even(head);
    await third.call("sync");
    await untilProven(third);
    await even(archivist);
    await expect.poll(() => oneHash(head, archivist, third), WAIT).toBe(1);
    expect(await everything(third)).not.toMatch(new RegExp(`${PERSON.facts}|${PERSON.name}`));
    expect((await third.call("card", "aidFile", FILE))?.view.facts.personName).toBeUndefined();
  });
});
