import { describe, expect, it } from "vitest";
import { ROOT } from "../../build/runScript.mjs";
import {
  FILE_LIMIT,
  FUNCTION_LIMIT,
  limitOf,
  longFunctions,
  measure,
  TABLE_LIMIT,
} from "../../build/sizes.mjs";

const aFunctionOf = (count: number): string =>
  `export const f = () => {\n${"  step();\n".repeat(count - 2)}};\n`;

describe("sizes: files and functions stay readable", () => {
  it("a function one line too long is found, one at the limit is not", () => {
    expect(longFunctions("a.ts", aFunctionOf(FUNCTION_LIMIT))).toEqual([]);
    expect(longFunctions("a.ts", aFunctionOf(FUNCTION_LIMIT + 1))).toEqual([
      `a.ts:1: a function of ${FUNCTION_LIMIT + 1} lines`,
    ]);
  });

  it("only listed tables may be longer than a file", () => {
    expect(limitOf("shared/law/deadlines.ts")).toBe(TABLE_LIMIT);
    expect(limitOf("renderer/app/App.tsx")).toBe(FILE_LIMIT);
  });

  it("the house keeps its limits", () => {
    const { fileCount, violations } = measure(ROOT);
    expect(fileCount).toBeGreaterThan(0);
    expect(violations).toEqual([]);
  });
});
