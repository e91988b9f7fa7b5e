import { describe, expect, it } from "vitest";
import { takeStep } from "../../../shared/commands/takeStep.ts";
import { day } from "../../../shared/kernel/day.ts";
import { afterVoids, numberRegister, type RegisterBlock } from "../../../shared/law/numberRegister.ts";
import { DEFAULT_NUMBER_TEMPLATE, isNumberTemplate, numberText } from "../../../shared/law/numberTemplate.ts";
import { checkSettings, parametersOn } from "../../../shared/law/readParameters.ts";
import { aScene } from "../../builders/scene.ts";

const PARTS = { year: 2026, shortName: "甲县", kind: "决", n: 12 };

describe("the number template of a bureau (a parameter: no national rule was found)", () => {
  it.each([
    [DEFAULT_NUMBER_TEMPLATE, "（2026）甲县援决字第12号"],
    ["{shortName}援{kind}字[{year}]第{n}号", "甲县援决字[2026]第12号"],
    ["{kind}{year}-{n}", "决2026-12"],
  ])("%s gives %s", (template, text) => {
    expect(isNumberTemplate(template)).toBe(true);
    expect(numberText(template, PARTS)).toBe(text);
  });
  it.each([
    "（{year}）援{kind}字",
    "援{kind}字第{n}号",
    "（{year}）援字第{n}号",
    "{year}{kind}{n}{n}",
    "{year}{kind}{n}{court}",
    "{year}{kind}{n}{",
    "",
    `{year}{kind}{n}${"长".repeat(40)}`,
  ])("%j could give two letters one number, or none a readable one", (template) =>
    expect(isNumberTemplate(template)).toBe(false),
  );
  it("is versioned like every parameter, and a wrong one is refused whole", () => {
    const name = "numberTemplate";
    const settings = checkSettings([{ name, from: "2027-01-01", value: "{kind}{year}-{n}" }]);
    expect(settings.ok).toBe(true);
    const stored = settings.ok ? settings.value : [];
    expect(parametersOn(stored, day("2026-12-31")).numberTemplate).toBe(DEFAULT_NUMBER_TEMPLATE);
    expect(parametersOn(stored, day("2027-01-01")).numberTemplate).toBe("{kind}{year}-{n}");
    expect(checkSettings([{ name, from: "2027-01-01", value: "第{n}号" }]).ok).toBe(false);
  });
});

const block = (from: number, to: number, next: number, grant = `g${from}`): RegisterBlock => ({
  grant,
  series: "决",
  year: 2026,
  from,
  to,
  next,
});
const voided = (from: number, to: number) => ({ series: "决", year: 2026, from, to, reason: "年终" });

describe("I18: every granted number is exactly one of used, void and unused", () => {
  it("counts blocks of two desks, voids among the used and the unused, and the block not yet here", () => {
    const [line] = numberRegister([block(1, 50, 13), block(101, 150, 101)], [voided(5, 5), voided(13, 20)]);
    expect(line).toEqual({
      series: "决",
      year: 2026,
      granted: 100,
      used: 11,
      voided: 9,
      unused: [
        { from: 21, to: 50 },
        { from: 101, to: 150 },
      ],
      missing: [{ from: 51, to: 100 }],
    });
    const unused = line?.unused.reduce((sum, { from, to }) => sum + to - from + 1, 0) ?? 0;
    expect((line?.used ?? 0) + (line?.voided ?? 0) + unused).toBe(line?.granted);
  });
  it("a voided number is never given out: the next one comes after it", () => {
    expect(afterVoids(13, [voided(5, 5)])).toBe(13);
    expect(afterVoids(13, [voided(15, 20), voided(13, 14)])).toBe(21);
  });
  it("voiding is one op with a reason; a range upside down or of a year to come is refused", () => {
    const view = { t: "numberVoid", id: "void-1", facts: {}, stages: {}, conflicts: [], contested: [] };
    const taken = (facts: Record<string, string | number>) =>
      takeStep(
        view,
        { step: "voidNumbers", facts: { series: "决", ...facts } },
        aScene("HEAD", "2027-01-04T09:00"),
      );
    const whole = { year: 2026, from: 21, to: 50, reason: "2026年度终了，未使用" };
    expect(taken(whole)).toMatchObject({ ok: true });
    expect(taken({ ...whole, reason: "" }).ok).toBe(false);
    expect(taken({ ...whole, to: 20 })).toMatchObject({ ok: false, refusal: { code: "value-invalid" } });
    expect(taken({ ...whole, year: 2028 })).toMatchObject({ ok: false, refusal: { code: "value-invalid" } });
  });
});
