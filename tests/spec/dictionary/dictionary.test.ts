import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CODE_LISTS } from "../../../shared/dictionary/allCodeLists.ts";
import { ENTITIES } from "../../../shared/dictionary/entities.ts";
import type { Field, Shape } from "../../../shared/dictionary/field.ts";

const fields = Object.entries(ENTITIES).flatMap(([t, { shape }]) =>
  Object.entries(shape as Shape).flatMap(([name, field]): [string, Field][] => [
    [`${t}.${name}`, field],
    ...Object.entries(field.row ?? {}).map(([inner, part]): [string, Field] => [
      `${t}.${name}.${inner}`,
      part,
    ]),
  ]),
);

/** How many codes each list has; a code that is lost or slips into another list is seen here. */
// biome-ignore format: a table is read by columns
const LENGTHS = {
  aidForms: 11, caseMatters: 27, notifiedGrounds: 19, applicantCategories: 15, meansTestTracks: 6,
  meansTestExemptions: 7, hardshipSituations: 7, hardshipMethods: 5, organTypes: 19, proceduralStages: 18,
  legalStatus: 10, partyRoles: 5, caseSources: 10, denialReasons: 9, nonDecisionOutcomes: 3,
  terminationReasons: 8, emergencyGrounds: 3, replacementReasons: 6, complaintGrounds: 7, closingModes: 12,
  qualityMethods: 6, qualityGrades: 4, personnelTypes: 6, roles: 11, documentForms: 38,
  incomingDocuments: 7, activityTypes: 13, dutyHelpKinds: 7, ledgerSubjects: 12, limitationPeriods: 7,
};

describe("数据字典", () => {
  it("每个事项都有中英文名称", () => {
    expect(fields.length).toBeGreaterThan(150);
    for (const [name, { label }] of fields) {
      expect(label.zh, name).toMatch(/[\u4e00-\u9fff]/);
      expect(label.en, name).toMatch(/[A-Za-z]/);
    }
  });

  it("姓名、号码、地址、电话和一切自由文本都不是公开事项；公开的文本只有登记册和编号", () => {
    const open = fields.filter(
      ([, { kind, open: isOpen }]) =>
        isOpen === true && (kind === "text" || kind === "longText" || kind === "citizenId"),
    );
    const personal = open
      .map(([name]) => name)
      .filter(
        (name) =>
          /^(aidFile|consultation)\./.test(name) &&
          !/(No|no|number|numberFZ\d+|templateVersion|Hash)$/.test(name),
      );
    expect(personal).toEqual([]);
  });

  it("代码表共三十张、三百一十八个代码，每个都有两种文字", () => {
    const lists = Object.values(CODE_LISTS);
    expect(lists).toHaveLength(30);
    const codes = lists.flatMap((list) => Object.values(list));
    expect(codes.length).toBe(318);
    expect(
      Object.fromEntries(Object.entries(CODE_LISTS).map(([name, list]) => [name, Object.keys(list).length])),
    ).toEqual(LENGTHS);
    for (const { zh, en } of codes) expect(zh.length * en.length).toBeGreaterThan(0);
  });

  it("打印的数据字典和步骤图与代码一致（npm run docs）", async () => {
    const { PAGES } = (await import("../../../build/docs.mjs")) as {
      PAGES: Readonly<Record<string, string>>;
    };
    for (const [name, text] of Object.entries(PAGES))
      expect(readFileSync(`docs/${name}`, "utf8"), name).toBe(text);
  });
});
