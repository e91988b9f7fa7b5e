import { describe, expect, it } from "vitest";
import type { Draft } from "../../../shared/ops/draft.ts";
import { anOffice, FILE, puts, step } from "./anOffice.ts";

describe("what an op that calls itself newer may not do (F55, F57, S13): whoever holds a key can call it so", () => {
  const newer = { schema: 99 };
  const at = (lane: string, to: string) => ({ lane, from: "", to });
  const purge = (t: string, id: string): Draft =>
    ({
      k: "purge",
      t,
      id,
      of: "archive-0001",
      ops: ["f".repeat(64)],
      kept: { facts: {}, stages: {} },
    }) as never;
  it.each<[string, string, Draft[], string]>([
    ["a destruction of a kind that nobody knows", "head-00001", [purge("zz", "zz-0000001")], "not-found"],
    ["a destruction by a clerk", "clerk-0001", [purge("zz", "zz-0000001")], "role-forbids"],
    [
      "a step without a name here that gives its actor a role",
      "clerk-0001",
      [
        {
          ...step("promote", at("standing", "promoted"), { roles: ["HEAD"] }),
          t: "staff",
          id: "clerk-0001",
        } as Draft,
      ],
      "role-forbids",
    ],
    [
      "the same by somebody who may write the register",
      "admin-0001",
      [
        {
          ...step("promote", at("standing", "promoted"), { roles: ["HEAD"] }),
          t: "staff",
          id: "admin-0001",
        } as Draft,
      ],
      "fact-owned",
    ],
    [
      "a step without a name here to a stage that has one",
      "clerk-0001",
      [step("grantNow", at("application", "granted"), {})],
      "stage-forbids",
    ],
    [
      "facts that a step here owns",
      "clerk-0001",
      [step("teleport", at("application", "elsewhere"), { decision: "GRANT" })],
      "fact-owned",
    ],
    [
      "the lane of destructions",
      "clerk-0001",
      [step("teleport", at("destruction", "destroyed"), {})],
      "stage-forbids",
    ],
    [
      "a step without a name here by somebody who may not write the record",
      "auditor-01",
      [step("teleport", at("application", "elsewhere"), {})],
      "role-forbids",
    ],
    [
      "a step without a name here that follows nothing there is",
      "clerk-0001",
      [{ ...step("teleport", at("application", "elsewhere"), {}), from: "received" } as Draft],
      "stage-forbids",
    ],
    [
      "one value where the field is a list",
      "clerk-0001",
      puts("aidFile", "file-0001", { opposingParties: "甲" }),
      "value-invalid",
    ],
    [
      "rows where the field is one value",
      "clerk-0001",
      [{ k: "add", ...FILE, f: "caseFacts", v: {} }],
      "value-invalid",
    ],
    [
      "a resolution that closes nothing",
      "clerk-0001",
      [{ k: "resolve", t: "zz", id: "zz-0000001", f: "tomorrow", over: [], choose: "", new: 1 } as Draft],
      "value-invalid",
    ],
    [
      "a number of no block, in a field that nobody knows",
      "clerk-0001",
      [
        {
          k: "number",
          ...FILE,
          f: "numberOfTomorrow",
          series: "申",
          year: 2026,
          no: 7,
          text: "（2026）甲援申字第7号",
          grant: "",
        } as Draft,
      ],
      "value-invalid",
    ],
    [
      "a fact that a step owns, in a group that nobody knows",
      "clerk-0001",
      puts("aidFile", "file-0001", { "#tomorrow": { decision: "GRANT" } }),
      "field-unknown",
    ],
    [
      "who may be told of a private case, in a group that nobody knows",
      "clerk-0001",
      puts("aidFile", "file-0001", { "#tomorrow": { confidants: ["clerk-0001"] } }),
      "field-unknown",
    ],
    [
      "a day that is none",
      "clerk-0001",
      puts("aidFile", "file-0001", { birthOn: "someday" }),
      "value-invalid",
    ],
    [
      "a thing in place of a text",
      "clerk-0001",
      puts("aidFile", "file-0001", { personName: { a: 1 } }),
      "value-invalid",
    ],
    [
      "a thing in place of a text, in a group",
      "clerk-0001",
      puts("aidFile", "file-0001", { "#identity": { personName: 1 } }),
      "value-invalid",
    ],
    [
      "a row with a thing in place of a text",
      "clerk-0001",
      [{ k: "add", ...FILE, f: "opposingParties", v: { name: ["乙"] } }],
      "value-invalid",
    ],
  ])("%s", (_, actor, drafts, verdict) => {
    const book = anOffice();
    expect(book.draft(actor, drafts, newer)).toBe(verdict);
  });

  it("longer texts, more codes and more columns are a newer dictionary's, and are let pass", () => {
    const book = anOffice();
    const later: Draft[] = [
      ...puts("aidFile", "file-0001", { personName: "甲".repeat(500), origin: "OTHER_PLANET" }),
      { k: "add", ...FILE, f: "opposingParties", v: { name: "乙", shoeSize: 43 } },
    ];
    expect(book.draft("clerk-0001", later, newer)).toBe("ok");
  });

  it("a record that was destroyed stays so, of whatever kind", () => {
    const book = anOffice();
    const lane = { nodes: [], heads: [], gone: [] };
    const gone = {
      t: "zz",
      id: "zz-0000001",
      cells: {},
      rows: {},
      logs: {},
      lanes: { destruction: lane },
      lastSeq: 1,
    };
    book.lay(gone as never);
    expect(book.draft("clerk-0001", puts("zz", "zz-0000001", { tomorrow: 1 }), newer)).toBe("destroyed");
  });
});
