import { describe, expect, it } from "vitest";
import { sumOf, valuesOf } from "../../../shared/statistics/sumOf.ts";
import { aCase, aConsultation, tableOf, three } from "./county.ts";

const YEAR = { kind: "year", year: 2026, no: 1 } as const;

describe("省级合计：各地相加，比率由合计重新计算", () => {
  const one = [aCase("2026-02-01T09:00"), aCase("2026-02-02T09:00"), aConsultation("2026-01-05T09:00")];
  const two = [
    aCase("2026-03-01T09:00", { matter: "M31_1", categories: ["WOMAN"] }),
    aCase("2026-03-09T09:00", { receivedAt: "2026-03-01T09:00" }),
  ];
  it("等于把两地记录放在一起统计", () => {
    const sum = sumOf([one, two].map((records) => valuesOf(tableOf(records, YEAR))));
    const together = tableOf([...one, ...two], YEAR);
    for (const { key, values } of sum) expect([key, values]).toEqual([key, three(together, key)]);
    expect(sum.find(({ key }) => key === "within7DaysShare")?.values[0]).toBe(75);
    expect(sum.map(({ key }) => key).filter((key) => key.startsWith("R"))).toEqual([]);
  });
  it("分项跟在总数之后", () => {
    const keys = sumOf([one, two].map((records) => valuesOf(tableOf(records, YEAR)))).map(
      ({ indicator }) => indicator.id,
    );
    expect(keys).toEqual([...keys].toSorted((a, b) => keys.indexOf(a) - keys.indexOf(b)));
  });
});
