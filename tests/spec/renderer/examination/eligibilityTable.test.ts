import { describe, expect, it } from "vitest";
import { eligibilityTable } from "../../../../renderer/features/examination/eligibilityTable.ts";
import { day } from "../../../../shared/kernel/day.ts";

const ON = day("2026-03-03");

describe("specification §4.2: the decision table as the examiner sees it", () => {
  it("S01: article 42 answers in row 9, the rows above were passed, the last was not reached", () => {
    const rows = eligibilityTable(
      {
        applyingAs: "SELF",
        matter: "M31_5B",
        hasAgentAlready: false,
        track: "T3_EXEMPT42",
        exemptCode: "X42_3A",
        exemptEvidence: "工地出入证",
      },
      ON,
    );
    expect(rows.map(({ state }) => state)).toEqual([...Array(8).fill("passes"), "answers", "notReached"]);
    expect(rows[8]?.verdict?.outcome).toBe("GRANT");
    expect(rows.every(({ name }) => name.zh.length > 1 && name.en.length > 1)).toBe(true);
  });

  it("V07: an exemption for another matter is passed over with its reason", () => {
    const rows = eligibilityTable(
      { applyingAs: "SELF", matter: "M31_7B", exemptCode: "X42_3A", exemptEvidence: "证明" },
      ON,
    );
    expect(rows[8]?.note?.zh).toContain("不适用于此类事项");
    expect(rows[9]?.state).toBe("answers");
  });
});
