import { expect, it } from "vitest";
import {
  inForce,
  SETTING_ROWS,
  storedSettings,
  withSetting,
} from "../../../renderer/features/settings/settingsRows.ts";
import { day } from "../../../shared/kernel/day.ts";
import { parametersFrom } from "../../../shared/law/readParameters.ts";

const SUPPLEMENT = { name: "examSuspendDuringSupplement", from: day("2026-04-01"), value: false } as const;

it("新参数自生效日起适用，之前的日期仍按原值", () => {
  const text = withSetting([], SUPPLEMENT);
  expect(parametersFrom(text, day("2026-03-31")).examSuspendDuringSupplement).toBe(true);
  expect(parametersFrom(text, day("2026-04-01")).examSuspendDuringSupplement).toBe(false);
});

it("同一天再次设定取代前一次，其他设定不丢失", () => {
  const first = storedSettings(
    withSetting([{ name: "defaultMaxOpenCases", from: day("2026-01-01"), value: 20 }], SUPPLEMENT),
  );
  const second = storedSettings(withSetting(first, { ...SUPPLEMENT, value: true }));
  expect(second).toHaveLength(2);
  expect(inForce(second, SUPPLEMENT.name, day("2026-05-01"))?.value).toBe(true);
  expect(inForce(second, "defaultMaxOpenCases", day("2026-05-01"))?.value).toBe(20);
});

it("每个参数都注明依据和核实程度", () => {
  expect(SETTING_ROWS.length).toBeGreaterThan(10);
  for (const { name, sources, mark } of SETTING_ROWS) {
    expect(sources.length, name).toBeGreaterThan(0);
    expect(["V1", "V2", "U", "D"], name).toContain(mark);
  }
});
