import { describe, expect, it } from "vitest";
import { provisionalNumber } from "../../../shared/law/provisionalNumber.ts";
import type { Draft } from "../../../shared/ops/draft.ts";
import { aBook, anOffice, DESK, FILE, puts, staff, step } from "./anOffice.ts";

describe("founding a bureau", () => {
  it.each([
    [
      "the first staff record by its own actor, as administrator",
      "admin-0001",
      staff("admin-0001", ["SYSADMIN"]),
      "ok",
    ],
    ["by somebody else", "someone-01", staff("admin-0001", ["SYSADMIN"]), "role-forbids"],
    ["without the administrator's role", "admin-0001", staff("admin-0001", ["CLERK"]), "role-forbids"],
    [
      "together with a case",
      "admin-0001",
      [...staff("admin-0001", ["SYSADMIN"]), ...puts("aidFile", "file-0001", { caseFacts: "甲" })],
      "role-forbids",
    ],
  ])("%s", (_, actor, drafts, verdict) => {
    expect(aBook().draft(actor, drafts)).toBe(verdict);
  });
});

describe("who may write what (F55, security S13)", () => {
  it.each([
    ["a clerk writes facts of a file", "clerk-0001", puts("aidFile", "file-0001", { caseFacts: "甲" }), "ok"],
    [
      "an auditor writes nothing",
      "auditor-01",
      puts("aidFile", "file-0001", { caseFacts: "甲" }),
      "role-forbids",
    ],
    ["an unknown person", "nobody-001", puts("aidFile", "file-0001", { caseFacts: "甲" }), "role-forbids"],
    [
      "somebody who has left",
      "leaver-001",
      puts("aidFile", "file-0001", { caseFacts: "甲" }),
      "role-forbids",
    ],
    ["a clerk makes himself administrator", "clerk-0001", staff("clerk-0001", ["SYSADMIN"]), "role-forbids"],
    ["a desk names a device", "admin-0001", puts("device", DESK, { key: "x" }), "role-forbids"],
    ["a desk grants itself numbers", "admin-0001", puts("grant", "grant-0001", { from: 1 }), "role-forbids"],
    [
      "a fact that a step owns",
      "head-00001",
      puts("aidFile", "file-0001", { decision: "GRANT" }),
      "fact-owned",
    ],
    [
      "a field nobody knows",
      "clerk-0001",
      puts("aidFile", "file-0001", { fieldOfTomorrow: 1 }),
      "field-unknown",
    ],
    [
      "a value outside its code list",
      "clerk-0001",
      puts("aidFile", "file-0001", { origin: "THIN_AIR" }),
      "value-invalid",
    ],
    [
      "a number with a wrong check digit is the desk's concern, a text too long the book's",
      "clerk-0001",
      puts("aidFile", "file-0001", { handlingOrgan: "甲".repeat(81) }),
      "value-invalid",
    ],
    [
      "a list written as one value",
      "clerk-0001",
      puts("aidFile", "file-0001", { materials: [] }),
      "value-invalid",
    ],
    [
      "a group with a stranger in it",
      "clerk-0001",
      puts("aidFile", "file-0001", { "#proxy": { caseFacts: "甲" } }),
      "field-unknown",
    ],
    [
      "a log is not a list",
      "clerk-0001",
      [{ k: "add", ...FILE, f: "letters", v: {} } as Draft],
      "value-invalid",
    ],
  ])("%s", (_, actor, drafts, verdict) => {
    expect(anOffice().draft(actor, drafts)).toBe(verdict);
  });

  it("F52: an op of another bureau", () => {
    expect(
      anOffice().draft("clerk-0001", puts("aidFile", "file-0001", { caseFacts: "甲" }), {
        bureau: "bureau-0002",
      }),
    ).toBe("wrong-bureau");
  });

  it("F57: fields, values and steps of a newer dictionary are kept and handed on", () => {
    const newer = { schema: 99 };
    const book = anOffice();
    expect(
      book.draft(
        "clerk-0001",
        puts("aidFile", "file-0001", { fieldOfTomorrow: 1, origin: "THIN_AIR" }),
        newer,
      ),
    ).toBe("ok");
    expect(book.draft("clerk-0001", [step("teleport", { from: "", to: "elsewhere" }, {})], newer)).toBe("ok");
    expect(book.draft("auditor-01", puts("aidFile", "file-0001", { caseFacts: "甲" }), newer)).toBe(
      "role-forbids",
    );
  });
});

describe("I14: a field in conflict takes only `resolve`", () => {
  const disputed = () => {
    const book = anOffice();
    const write = (no: number) => ({
      k: "number" as const,
      ...FILE,
      f: "applicationNo",
      series: "申",
      year: 2026,
      no,
      text: provisionalNumber({ feed: DESK, series: "申", no }),
      grant: "",
      sup: [],
    });
    expect([book.write("clerk-0001", [write(1)]), book.write("clerk-0001", [write(2)])]).toEqual([
      "ok",
      "ok",
    ]);
    const sup = (book.stateOf(FILE.t, FILE.id)?.cells.applicationNo?.heads ?? []).map(({ h }) => h);
    return { book, sup, write };
  };

  it("a number may replace one of two differing numbers it has seen, never both: a person decides", () => {
    const { book, sup, write } = disputed();
    expect(sup).toHaveLength(2);
    expect(book.write("clerk-0001", [{ ...write(3), sup }])).toBe("field-in-conflict");
    expect(book.write("clerk-0001", [{ ...write(3), sup: sup.slice(0, 1) }])).toBe("ok");
  });
});
