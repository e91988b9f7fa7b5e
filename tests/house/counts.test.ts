import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { countsFrom, judged, playwrightCounts, summary, vitestCounts } from "../../build/counts.mjs";
import { playwrightRed, redFrom, vitestRed } from "../../build/redTests.mjs";
import { ROOT } from "../../build/runScript.mjs";

const aFile = (status: string, tests: number) => ({ status, assertionResults: Array(tests).fill({}) });

describe("the sum of npm test: a green that checked nothing is red", () => {
  it("a suite without a report, and a suite without a test, are one failure each", () => {
    expect(countsFrom("/nowhere/report.json", vitestCounts)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(judged({ passed: 0, failed: 0, skipped: 3 }, 0).failed).toBe(1);
  });

  it("a red exit without a red test is a failure", () => {
    expect(judged({ passed: 5, failed: 0, skipped: 0 }, 1).failed).toBe(1);
    expect(judged({ passed: 5, failed: 2, skipped: 0 }, 1).failed).toBe(2);
    expect(judged({ passed: 5, failed: 0, skipped: 0 }, 0).failed).toBe(0);
  });

  it("a test file that cannot be loaded is a failure", () => {
    const numbers = { numPassedTests: 4, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };
    const testResults = [aFile("failed", 0), aFile("failed", 1), aFile("passed", 4)];
    expect(vitestCounts({ ...numbers, testResults })).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });

  it("a flaky page test is a failure", () => {
    const stats = { expected: 3, unexpected: 0, flaky: 1, skipped: 2 };
    expect(playwrightCounts({ stats, errors: [] })).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  it("the last line names skipped tests only when there are any", () => {
    expect(summary({ passed: 7, failed: 0, skipped: 0 })).toBe("7 passed, 0 failed");
    expect(summary({ passed: 7, failed: 1, skipped: 2 })).toBe("7 passed, 1 failed, 2 skipped");
  });

  it("red tests are named with the first line of what went wrong, also a file that cannot be loaded", () => {
    const name = join(ROOT, "tests/spec/a.test.ts");
    const bad = {
      status: "failed",
      fullName: "a clock rests",
      failureMessages: ["\u001b[31mtwo days\u001b[39m\nat line 3"],
    };
    const assertionResults = [bad, { status: "passed", fullName: "a clock runs", failureMessages: [] }];
    const testResults = [
      { name, status: "failed", assertionResults },
      { name, status: "failed", message: "no such module\nat line 1", assertionResults: [] },
      { name, status: "passed", assertionResults: [] },
    ];
    expect(vitestRed({ testResults })).toEqual([
      "tests/spec/a.test.ts: a clock rests: two days",
      "tests/spec/a.test.ts: no such module",
    ]);
    expect(redFrom("/nowhere/report.json", vitestRed)).toEqual([]);
  });

  it("red and flaky page tests are named, however deep their suite lies", () => {
    const spec = (title: string, ok: boolean, status: string, message?: string) => {
      const results = [{ ...(message !== undefined && { error: { message } }) }];
      return { file: "a.spec.ts", title, ok, tests: [{ status, results }] };
    };
    const specs = [
      spec("green", true, "expected"),
      spec("red", false, "unexpected", "no button\nat line 9"),
      spec("at the second try", true, "flaky", "too late"),
    ];
    const report = { suites: [{ suites: [{ specs }] }], errors: [{ message: "no browser" }] };
    expect(playwrightRed(report)).toEqual([
      "a.spec.ts: red: no button",
      "a.spec.ts: at the second try: too late",
      "no browser",
    ]);
  });
});
