import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { found, PERSON, receive } from "./aCase.ts";
import { aDeskPage, aGround, type DeskPage, type Ground } from "./aDeskPage.ts";

let ground: Ground;
let desk: DeskPage;
beforeAll(async () => {
  ground = await aGround();
  desk = await aDeskPage(ground);
  await found(desk);
  await receive(desk, "file-0001");
  await receive(desk, "file-0002", { personName: "乙某某", phone: "13900005678" });
});
afterAll(async () => {
  await desk?.end();
  ground?.end();
});

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

/** A text as Chromium may have written it: UTF-8, UTF-16, or as JSON escapes. */
const formsOf = (text: string): readonly Buffer[] => [
  Buffer.from(text, "utf8"),
  Buffer.from(text, "utf16le"),
  Buffer.from(JSON.stringify(text).slice(1, -1), "utf8"),
];
const foundIn = (folder: string, text: string): readonly string[] =>
  filesIn(folder).filter((path) => {
    const bytes = readFileSync(path);
    return formsOf(text).some((form) => bytes.includes(form));
  });

describe("at rest everything a person said is sealed (《个人信息保护法》第51条)", () => {
  it("what stands in clear beside the sealed bytes holds no name, number or text", async () => {
    const clear = await desk.call("inClear");
    expect(clear).toContain("aidFile/application/received/");
    for (const text of Object.values(PERSON)) expect([text, clear.includes(text)]).toEqual([text, false]);
  });

  it("sealed bytes moved onto another record do not open", async () => {
    await desk.call("swapSealed", "file-0001", "file-0002");
    await expect(desk.call("card", "aidFile", "file-0002")).rejects.toThrow();
    await expect(desk.call("card", "aidFile", "file-0001")).resolves.toMatchObject({ id: "file-0001" });
  });

  it("no file of the browser profile contains a canary; the control proves that the scan can see", async () => {
    await desk.page().evaluate(() => localStorage.setItem("control", "扫描对照金丝雀"));
    await desk.closeBrowser();
    expect(filesIn(desk.profile).length).toBeGreaterThan(20);
    expect(foundIn(desk.profile, "扫描对照金丝雀").length).toBeGreaterThan(0);
    for (const text of [...Object.values(PERSON), "乙某某"])
      expect([text, foundIn(desk.profile, text)]).toEqual([text, []]);
  });
});
