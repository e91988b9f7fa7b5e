import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** The catalogue of machine rules: thirty, numbered without a gap. */
const IDS = Array.from({ length: 30 }, (_, at) => `V${String(at + 1).padStart(2, "0")}`);

const under = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.endsWith("catalogue.test.ts"));

const holding = (folder: string, id: string): readonly string[] =>
  under(folder).filter((path) => readFileSync(path, "utf8").includes(id));

/** V30, the missing image of a signature, comes with the signed forms; it counts from the day it stands in a table. */
const KNOWN = IDS.filter((id) => id !== "V30" || holding("shared", id).length > 0);

describe("V01–V30: every machine rule is somebody's, and somebody tests it", () => {
  it.each(KNOWN)("%s stands in a rule table or a check, and in a test", (id) => {
    expect([...holding("shared", id), ...holding("renderer", id)], id).not.toEqual([]);
    expect(holding("tests", id), id).not.toEqual([]);
  });
});
