import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { DATA_FORMAT, whyNotOpened } from "../../../host/dataFormat.ts";
import { createHost } from "../../../host/machine.ts";
import { newFolder, openMachine, paperPrinter, removeFolder } from "./machines.ts";

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => removeFolder(folder));

const MARK = "format.json";
const mark = (): unknown => JSON.parse(readFileSync(join(folder, MARK), "utf8"));
const open = () =>
  createHost({ folder, version: "0.1.0", shell: "browser", printer: paperPrinter, minFreeBytes: 0 });
/** Every file below the folder with its bytes, except the lock, which is empty. */
const files = (): readonly (readonly [string, string])[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "lock")
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => [path, readFileSync(path, "base64")]);

it("F11: a folder is marked with the format of the first program that opens it, also one from before there was a mark", async () => {
  await (await openMachine(folder)).close();
  expect(mark()).toEqual({ format: DATA_FORMAT, version: "0.1.0-test" });
  await (await openMachine(folder, { version: "0.1.7" })).close();
  expect(mark()).toEqual({ format: DATA_FORMAT, version: "0.1.0-test" });
});

it("F11, I28: what a newer program wrote is not opened by an older one: it says which, and nothing is changed", async () => {
  await (await openMachine(folder)).close();
  writeFileSync(join(folder, MARK), JSON.stringify({ format: DATA_FORMAT + 1, version: "0.9.2", more: 1 }));
  const before = files();
  const opened = await open();
  expect(opened).toEqual({ ok: false, refusal: { code: "version-unknown", detail: "0.9.2" } });
  expect(files()).toEqual(before);
  if (opened.ok) return;
  expect(whyNotOpened(opened.refusal)).toMatch(/较新的版本（0\.9\.2）.*没有改动.*newer version \(0\.9\.2\)/u);
});

it("the folder is free again after the refusal: the newer program opens it", async () => {
  await (await openMachine(folder)).close();
  writeFileSync(join(folder, MARK), JSON.stringify({ format: DATA_FORMAT + 1, version: "0.9.2" }));
  expect((await open()).ok).toBe(false);
  writeFileSync(join(folder, MARK), JSON.stringify({ format: DATA_FORMAT, version: "0.1.0" }));
  await (await openMachine(folder)).close();
});

it.each(["", "{", "[]", '{"format":"2"}', '{"format":0,"version":"x"}'])(
  "a mark that is none (%s) was not written by us and does not lock anybody out: it is set anew",
  async (text) => {
    writeFileSync(join(folder, MARK), text);
    await (await openMachine(folder)).close();
    expect(mark()).toEqual({ format: DATA_FORMAT, version: "0.1.0-test" });
  },
);
