import { describe, expect, it } from "vitest";
import { SHIPPED_LAW } from "../../../renderer/data/deskLaw.ts";
import { indexOf } from "../../../renderer/data/project.ts";
import { dueFilesOf } from "../../../renderer/features/dashboard/useDueFiles.ts";
import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import { day } from "../../../shared/kernel/day.ts";
import { priorityOf } from "../../../shared/law/priority.ts";
import { sourceText } from "../../../shared/law/sources.ts";
import { aFile } from "../../builders/aView.ts";

const TODAY = day("2026-03-02");
const idOf = (facts: object): string | undefined => priorityOf(facts as AidFacts, TODAY)?.id;

describe("优先办理：从已登记的内容得出，不另行填写", () => {
  it.each([
    ["军人地位和权益保障法第六十一条", { categories: ["SOLDIER"] }, "PRI-SOLDIER"],
    ["军人地位和权益保障法第六十一条（遗属）", { categories: ["MILFAM", "ELDERLY"] }, "PRI-SOLDIER"],
    ["保障农民工工资支付条例第四十五条", { categories: ["MIGRANT"], matter: "M31_5B" }, "PRI-WAGE"],
    ["只有讨薪的农民工", { categories: ["MIGRANT"], matter: "M31_4" }, undefined],
    ["法律援助法第四十五条（残疾人）", { categories: ["DISABLED"] }, "PRI-BARRIER"],
    ["法律援助法第四十五条（老年人，按出生日期）", { birthOn: "1948-01-01" }, "PRI-BARRIER"],
    ["未成年人保护法第一百零四条", { birthOn: "2012-01-01" }, "PRI-CARE"],
    ["妇女权益保障法第七十二条", { sex: "F", birthOn: "1990-01-01" }, "PRI-CARE"],
    ["退役军人保障法第七十条", { categories: ["VETERAN"] }, "PRI-CARE"],
    ["其他人按次序", { sex: "M", birthOn: "1990-01-01", categories: ["FARMER"] }, undefined],
  ] as const)("%s", (_, facts, id) => expect(idOf(facts)).toBe(id));
  it("每一项都写明依据", () =>
    expect(sourceText(priorityOf({ categories: ["SOLDIER"] }, TODAY)?.source ?? [])).toBe(
      "《军人地位和权益保障法》第六十一条",
    ));
});

describe("同一天到期的，优先的排在前面；在押、未成年人仍在最前", () => {
  const received = { origin: "APPLICATION", receivedAt: "2026-03-02T09:00" };
  const dueOf = (facts: object) =>
    indexOf(aFile({ ...received, ...facts }, { application: "received" }), SHIPPED_LAW).due ?? "";
  it("索引以明文存放，只说在押、未成年人在前，不说谁是军人、残疾人（安全清单）", () => {
    const others = [{}, { categories: ["WOMAN"] }, { categories: ["SOLDIER"] }, { categories: ["DISABLED"] }];
    expect(new Set(others.map(dueOf)).size).toBe(1);
    const detained = dueOf({ coerciveMeasure: "ARRESTED" });
    expect([dueOf({}), detained].toSorted()).toEqual([detained, dueOf({})]);
  });
  it("同一天到期的依次是军人军属、讨薪农民工、老年人和残疾人、重点援助对象、其他人", () => {
    const all = {
      plain: {},
      care: { categories: ["WOMAN"] },
      barrier: { categories: ["DISABLED"] },
      wage: { categories: ["MIGRANT"], matter: "M31_5B" },
      soldier: { categories: ["SOLDIER"] },
    };
    const cards = Object.entries(all).map(([id, facts]) => ({
      id,
      facts: { ...received, ...facts },
      isGrave: false,
    }));
    const { others } = dueFilesOf(cards as never, SHIPPED_LAW, TODAY);
    expect(others.map(({ card: { id } }) => id)).toEqual(Object.keys(all).toReversed());
  });
  it("工作台上早到期的仍在优先的之前", () => {
    const card = (id: string, facts: object) => ({ id, facts: { ...received, ...facts }, isGrave: false });
    const cards = [
      card("plain", {}),
      card("soldier", { categories: ["SOLDIER"] }),
      card("early", { receivedAt: "2026-02-27T09:00" }),
    ];
    const { others } = dueFilesOf(cards as never, SHIPPED_LAW, TODAY);
    expect(others.map(({ card: { id } }) => id)).toEqual(["early", "soldier", "plain"]);
  });
});
