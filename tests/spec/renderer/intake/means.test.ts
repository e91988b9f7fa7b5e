import { describe, expect, it } from "vitest";
import { adviceOf, forcedTrack, meansQuestions } from "../../../../renderer/features/intake/means.ts";
import { sectionsOf } from "../../../../renderer/features/intake/sections.ts";
import type { AidFacts } from "../../../../shared/dictionary/aidFile.ts";
import type { MEANS_TEST_TRACKS } from "../../../../shared/dictionary/codes/meansTestTracks.ts";
import { day } from "../../../../shared/kernel/day.ts";
import { checklistOf } from "../../../../shared/law/materialChecklist.ts";

const HARDSHIP = ["hardshipSituation", "housing", "vehicle", "savingsFen", "majorExpenses", "household"];
const asked = (track: keyof typeof MEANS_TEST_TRACKS): readonly string[] => {
  const { names, rows } = meansQuestions(track);
  return [...names, ...rows];
};

describe("法律援助法第三十二、三十六、四十二条：only the questions a track permits are on the page", () => {
  it.each(["T3_EXEMPT42", "T4_NO_COND32", "T5_NOTIFIED", "T6_OTHERREASON"] as const)(
    "%s asks nothing about means",
    (track) => {
      expect(asked(track).filter((name) => HARDSHIP.includes(name))).toEqual([]);
    },
  );

  it.each(["T1_VERIFY", "T2_PLEDGE"] as const)("%s asks about the household (第四十一条第二款)", (track) => {
    expect(asked(track)).toEqual(expect.arrayContaining(HARDSHIP));
  });

  it("without a track nothing is asked at all", () => {
    expect(meansQuestions(undefined)).toEqual({ names: [], rows: [] });
  });

  it("no hardship paper stands on the checklist of an exempted person (S01)", () => {
    const kinds = checklistOf({ track: "T3_EXEMPT42", applyingAs: "SELF" }).map(({ kind }) => kind);
    expect(kinds).toContain("EXEMPT");
    expect(kinds).not.toContain("HARDSHIP");
    expect(kinds).not.toContain("HARDSUPP");
    expect(checklistOf({ track: "T2_PLEDGE" }).map(({ kind }) => kind)).toContain("HARDSHIP");
  });
});

describe("guided track", () => {
  const on = day("2026-03-02");
  // biome-ignore format: a table is read by columns
  it.each<[string, AidFacts, string]>([
    ["S01 a migrant worker claiming pay", { matter: "M31_5B", categories: ["MIGRANT"], applyingAs: "SELF" }, "T3_EXEMPT42"],
    ["S02 an elderly person who chose the pledge", { matter: "M31_4", categories: ["ELDERLY"], applyingAs: "SELF", track: "T2_PLEDGE" }, "T2_PLEDGE"],
    ["S12 a victim of domestic violence", { matter: "M32_4", applyingAs: "SELF" }, "T4_NO_COND32"],
    ["a migrant worker with another claim", { matter: "M31_7B", categories: ["MIGRANT"], applyingAs: "SELF" }, "T2_PLEDGE"],
    ["a suspect without defender for another reason", { matter: "M24", applyingAs: "SELF", otherReason: "本人无法联系家属" }, "T6_OTHERREASON"],
  ])("%s", (_who, facts, track) => {
    expect(adviceOf(facts, on)?.track).toBe(track);
  });

  it("an unknown matter gets no advice, and only a single track is recorded by itself", () => {
    expect(adviceOf({}, on)).toBeNull();
    expect(forcedTrack({ matter: "M32_4" })).toBe("T4_NO_COND32");
    expect(forcedTrack({ matter: "M31_5B" })).toBeNull();
    expect(forcedTrack({ matter: "M25_1" })).toBeNull();
  });
});

describe("the sections of the intake page", () => {
  const on = day("2026-06-16");
  const names = (facts: AidFacts): readonly string[] =>
    sectionsOf(facts, on).flatMap((section) => section.names);

  it("asks for a guardian of minors only (个人信息保护法第三十一条)", () => {
    expect(names({ birthOn: day("2010-01-05") })).toContain("guardianConsent");
    expect(names({ birthOn: day("1990-01-05") })).not.toContain("guardianConsent");
  });

  it("asks about a proxy only when somebody else applies (第四十条)", () => {
    expect(names({ applyingAs: "SELF" })).not.toContain("proxyName");
    expect(names({ applyingAs: "KIN" })).toContain("proxyProof");
  });

  it("asks no fact twice", () => {
    const all = names({
      birthOn: day("2010-01-05"),
      applyingAs: "KIN",
      categories: ["DISABLED"],
      matter: "M31_5B",
    });
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(30);
  });
});
