import { describe, expect, it } from "vitest";
import { issueLetter } from "../../../shared/commands/issueLetter.ts";
import { resolveConflict } from "../../../shared/commands/resolveConflict.ts";
import { ROLES } from "../../../shared/dictionary/codes/roles.ts";
import type { Head } from "../../../shared/ops/state.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import type { Role } from "../../../shared/workflow/stepRule.ts";
import { mayWrite } from "../../../shared/workflow/writers.ts";
import { aFile } from "../../builders/aView.ts";
import { aScene } from "../../builders/scene.ts";

const [FIRST, SECOND] = ["1".repeat(64), "2".repeat(64)] as [string, string];
const head = (h: string, v: string, rank: number): Head => ({ h, v, rank, seq: rank, feed: "a".repeat(24) });
const disputed: RecordView = {
  ...aFile(),
  conflicts: [{ f: "phone", heads: [head(FIRST, "19900000000", 1), head(SECOND, "19911111111", 2)] }],
};
const node = { to: "granted", outcome: {}, facts: {}, prev: "", rank: 1, seq: 1, feed: "", actor: "" };
const contested: RecordView = {
  ...aFile(),
  contested: [
    {
      lane: "application",
      heads: [
        { ...node, h: FIRST, step: "grant" },
        { ...node, h: SECOND, step: "deny", to: "denied" },
      ],
    },
  ],
};
const SECOND_VALUE = { f: "phone", choose: SECOND };

describe("I14: a named person says which value is right", () => {
  it.each(Object.keys(ROLES) as Role[])("security S13: %s may as the table of writers says", (role) => {
    const answer = resolveConflict(disputed, SECOND_VALUE, aScene(role));
    if (mayWrite("aidFile", [role])) expect(answer.ok).toBe(true);
    else expect(answer).toMatchObject({ ok: false, refusal: { code: "role-forbids" } });
  });

  it("§1.3: the administrator settles the staff register, and no aid file", () => {
    const staff = { ...disputed, t: "staff" };
    expect(resolveConflict(staff, SECOND_VALUE, aScene("SYSADMIN")).ok).toBe(true);
    expect(resolveConflict(disputed, SECOND_VALUE, aScene("SYSADMIN")).ok).toBe(false);
    expect(resolveConflict(staff, SECOND_VALUE, aScene("CLERK")).ok).toBe(false);
  });

  it.each(Object.keys(ROLES) as Role[])("a contested procedure is for the head alone, not for %s", (role) => {
    const answer = resolveConflict(contested, { f: "@application", choose: FIRST }, aScene(role));
    expect(answer.ok).toBe(role === "HEAD");
  });

  it("I13: closes every value there is, and carries the chosen one", () => {
    expect(resolveConflict(disputed, SECOND_VALUE, aScene("CLERK"))).toMatchObject({
      value: [{ k: "resolve", f: "phone", over: [FIRST, SECOND], choose: SECOND, new: "19911111111" }],
    });
  });

  it.each([
    ["what nobody disputes", { f: "residence", choose: FIRST }, "already-done"],
    ["a value nobody entered", { f: "phone", choose: "3".repeat(64) }, "not-found"],
    ["neither value, without a third", { f: "phone", choose: "" }, "value-invalid"],
    ["a third value that does not fit", { f: "phone", choose: "", value: 7 }, "value-invalid"],
  ])("refuses %s", (_, input, code) => {
    expect(resolveConflict(disputed, input, aScene("CLERK"))).toMatchObject({
      ok: false,
      refusal: { code },
    });
  });
});

describe("I14: the next letter does not settle which number a file has", () => {
  it("a number for a fact on which people disagree is refused, a letter without one is not", () => {
    const numbers = {
      ...aFile(),
      conflicts: [{ f: "applicationNo", heads: [head(FIRST, "一", 1), head(SECOND, "二", 2)] }],
    };
    const letter = {
      form: "FZ-002",
      templateVersion: "1",
      templateHash: "0".repeat(64),
      pdfHash: FIRST,
      docxHash: SECOND,
    } as const;
    const number = { series: "申", year: 2026, no: 3, text: "（2026）兰援申字第3号", grant: "grant-0001" };
    const numbered = { ...letter, number, numberFact: "applicationNo" };
    expect(issueLetter(numbers, numbered, aScene("CLERK"))).toMatchObject({
      ok: false,
      refusal: { code: "field-in-conflict" },
    });
    expect(issueLetter(numbers, letter, aScene("CLERK")).ok).toBe(true);
    expect(issueLetter(aFile(), numbered, aScene("CLERK")).ok).toBe(true);
  });
});
