import { describe, expect, it } from "vitest";
import { AID_FILE } from "../../../shared/dictionary/aidFile.ts";
import { day } from "../../../shared/kernel/day.ts";
import { instant } from "../../../shared/kernel/instant.ts";
import { SHIPPED_CALENDAR } from "../../../shared/law/calendar.ts";
import { clock } from "../../../shared/law/clock.ts";
import { clockCard } from "../../../shared/law/clockCard.ts";
import { DEADLINES, isInForce } from "../../../shared/law/deadlines.ts";
import { DERIVED_MOMENTS } from "../../../shared/law/fileMoments.ts";
import { FURTHER_DEADLINES } from "../../../shared/law/furtherDeadlines.ts";
import { LAWS } from "../../../shared/law/laws.ts";
import { chineseNumber, law, sourceText } from "../../../shared/law/sources.ts";

describe("the table of periods", () => {
  it("holds the 81 rows of the specification and those found later, each once", () => {
    const own = FURTHER_DEADLINES.length;
    expect(new Set(DEADLINES.map(({ id }) => id)).size).toBe(DEADLINES.length);
    expect([own > 0, DEADLINES.length - own]).toEqual([true, 81]);
  });
  it("every row cites a source", () =>
    expect(DEADLINES.filter(({ sources }) => sources.length === 0)).toEqual([]));
  it("what was not read in a text in force is a parameter", () =>
    expect(
      DEADLINES.filter(
        ({ evidence, status, parameter }) =>
          (evidence !== "V1" || status.startsWith("verify")) !== (parameter === true),
      ),
    ).toEqual([]));
  it("superseded, longer and local rows never run by themselves", () => {
    expect(
      DEADLINES.filter((row) => !isInForce(row))
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([
      "CMP-ACCEPT-2013-5WD",
      "CMP-DECIDE-2013-45D",
      "CMP-REPLY-2013-5WD",
      "EXM-HEN-10D",
      "EXM-SH-10WD",
      "EXM-ZJ-7WD",
      "NTF-COURT-10DB-2003",
      "NTF-REPLY-3DB-2003",
      "OBJ-REVIEW-5WD-2003",
    ]);
  });
  it("starts and stops on facts of the dictionary, or on moments read off them, only", () => {
    const facts = DEADLINES.flatMap(({ starts = [], stops = [] }) => [...starts, ...stops]);
    const derived = facts.filter((name) => Object.hasOwn(DERIVED_MOMENTS, name));
    expect([facts.length > 20, new Set(derived).size]).toEqual([true, 10]);
    expect(facts.filter((name) => !derived.includes(name) && !Object.hasOwn(AID_FILE, name))).toEqual([]);
  });
});

describe("citations", () => {
  it.each([
    [law("LAL", 43, 1), "《法律援助法》第四十三条第一款", "Legal Aid Law art. 43 para. 1"],
    [law("LAL", 42, 0, 3), "《法律援助法》第四十二条第三项", "Legal Aid Law art. 42 item 3"],
    [law("CMP"), "《法律援助投诉处理办法》", "Legal Aid Complaint Measures (MoJ Order 149)"],
    [law("DESIGN"), "本系统设计规则", "Design rule of this product"],
  ] as const)("%j", (source, zh, en) =>
    expect([sourceText(source, "zh"), sourceText(source, "en")]).toEqual([zh, en]),
  );
  it.each([
    [1, "一"],
    [10, "十"],
    [12, "十二"],
    [20, "二十"],
    [105, "一百零五"],
    [110, "一百一十"],
    [313, "三百一十三"],
    [634, "六百三十四"],
    [1045, "一千零四十五"],
  ] as const)("%i is %s", (value, text) => expect(chineseNumber(value)).toBe(text));
  it("a law that is not listed does not compile", () => {
    // @ts-expect-error an unlisted law
    expect(() => sourceText(law("LAL2099", 1))).toThrow();
  });
  it("every law has both titles and a mark", () =>
    expect(
      Object.values(LAWS).filter(
        ({ zh, en, mark }) => zh.length < 3 || en.length < 5 || !["V1", "V2", "U", "D"].includes(mark),
      ),
    ).toEqual([]));
});

describe("the card that explains a date", () => {
  const kinds = (card: ReturnType<typeof clockCard>) => [...new Set(card.lines.map(({ kind }) => kind))];
  it("S02: names trigger, rule, article, each skipped day, the result and what follows", () => {
    const card = clockCard(
      clock({ rule: "EXM-7D", triggerAt: instant("2026-02-10T09:00"), calendar: SHIPPED_CALENDAR }),
    );
    expect(kinds(card)).toEqual(["trigger", "rule", "article", "gist", "skipped", "result", "missed"]);
    expect(card.lines.filter(({ kind }) => kind === "skipped").length).toBe(9);
    expect(card.lines.find(({ kind }) => kind === "result")?.zh).toBe(
      "内部目标：2026-02-14；期限：2026-02-17；法定最晚：2026-02-24",
    );
    expect(card.article.zh).toBe("《法律援助法》第四十三条第一款");
  });
  it("S03: shows the suspension and the day without it", () => {
    const suspended = [{ from: day("2026-04-02"), to: day("2026-04-09") }];
    const card = clockCard(
      clock({ rule: "EXM-7D", triggerAt: day("2026-04-01"), calendar: SHIPPED_CALENDAR, suspended }),
    );
    expect(card.lines.filter(({ kind }) => kind === "suspension").map(({ zh }) => zh)).toEqual([
      "2026-04-02至2026-04-09补充材料，不计入期限",
    ]);
    expect(card.lines.map(({ zh }) => zh)).toContain("如不中止：2026-04-08");
  });
  it("S24: carries the marks 未核实 and 暂定", () => {
    const card = clockCard(
      clock({ rule: "CMP-DECIDE", triggerAt: day("2026-11-12"), calendar: SHIPPED_CALENDAR }),
    );
    expect(card.lines.filter(({ kind }) => kind === "mark").map(({ zh }) => zh.slice(0, 3))).toEqual([
      "期限长",
      "暂定：",
    ]);
  });
  it("a met clock says whether it was in time", () => {
    const met = clock({
      rule: "EXM-7D",
      triggerAt: day("2026-02-10"),
      calendar: SHIPPED_CALENDAR,
      metAt: day("2026-02-20"),
    });
    expect(clockCard(met).lines.find(({ kind }) => kind === "met")?.en).toBe(
      "Done 2026-02-20: after the hard date, within the latest date in law",
    );
  });
  it("has words in both languages for every row", () => {
    const cards = DEADLINES.map(({ id }) =>
      clockCard(clock({ rule: id, triggerAt: day("2026-03-02"), calendar: SHIPPED_CALENDAR })),
    );
    expect(cards.flatMap(({ lines }) => lines).filter(({ zh, en }) => zh === "" || en === "")).toEqual([]);
  });
});
