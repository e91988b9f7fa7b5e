import { describe, expect, it } from "vitest";
import { takeStep } from "../../../shared/commands/takeStep.ts";
import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import type { BureauFacts } from "../../../shared/dictionary/registers.ts";
import { day } from "../../../shared/kernel/day.ts";
import { agencyOn } from "../../../shared/law/agency.ts";
import { closingRowsOf, missingFromClosing } from "../../../shared/law/closingChecklist.ts";
import { checkSettings, parametersOn } from "../../../shared/law/readParameters.ts";
import { aLaw, aScene } from "../../builders/scene.ts";
import { aDesk } from "../scenarios/desk.ts";

const FROM = day("2026-01-01");
const KEPT = {
  name: "retention.CIVIL_LIT",
  from: FROM,
  value: { isPermanent: false, years: 30, docNo: "甲档〔2026〕1号" },
};
const OWN_LIST = {
  name: "closingList.CIVIL_LIT",
  from: FROM,
  value: { mandatory: ["CI_ENTRY", "CI_REPORT"], optional: ["CI_VISIT"] },
};

describe("《档案法实施条例》第19条: the retention of the approved schedule, by kind of aid", () => {
  // biome-ignore format: a table is read by columns
  it.each([
    ["without approval", { ...KEPT, value: { ...KEPT.value, docNo: " " } }],
    ["neither years nor for ever", { ...KEPT, value: { ...KEPT.value, years: 0 } }],
    ["for ever and yet with years", { ...KEPT, value: { ...KEPT.value, isPermanent: true } }],
    ["an unknown kind of aid", { ...KEPT, name: "retention.NOTHING" }],
    ["a list naming a paper twice", { ...OWN_LIST, value: { mandatory: ["CI_ENTRY"], optional: ["CI_ENTRY"] } }],
    ["a list of unknown papers", { ...OWN_LIST, value: { mandatory: ["CI_NOTHING"], optional: [] } }],
  ])("%s cannot be stored", (_, setting) => {
    expect(checkSettings([setting])).toMatchObject({ ok: false });
    expect(checkSettings([KEPT, OWN_LIST]).ok).toBe(true);
  });

  const filed = {
    archiveNo: "2026-1",
    fileId: "file-0001",
    year: 2026,
    category: "CIVIL_LIT",
    volumes: 1,
    pages: 80,
    closedOn: "2026-01-20",
    location: "A-1",
  };
  const law = aLaw({ parameters: parametersOn([KEPT], FROM) });
  const files = (facts: object) => {
    const view = {
      t: "archiveFile",
      id: "archive-001",
      facts: { ...filed, ...facts },
      stages: {},
      conflicts: [],
      contested: [],
    };
    return takeStep(view, { step: "fileArchive", facts: {} }, aScene("ARCHIVE", "2026-03-02T09:00", { law }));
  };

  it("a file is kept exactly as the schedule says, under its number", () => {
    expect(files({ retentionYears: 30, retentionDocNo: "甲档〔2026〕1号" }).ok).toBe(true);
    expect(files({ retentionYears: 10, retentionDocNo: "甲档〔2026〕1号" })).toMatchObject({
      refusal: { code: "value-invalid", detail: "retentionYears" },
    });
    expect(files({ retentionYears: 30, retentionDocNo: "另一文号" })).toMatchObject({
      refusal: { code: "value-invalid", detail: "retentionDocNo" },
    });
    expect(files({ isPermanent: true, retentionDocNo: "甲档〔2026〕1号" })).toMatchObject({
      refusal: { detail: "retentionYears" },
    });
  });
});

describe("《档案法实施条例》第20、24条: transfer, appraisal and destruction", () => {
  const FILE = ["archiveFile", "archive-001"] as const;
  const desk = () => {
    const one = aDesk();
    one.put(FILE, {
      archiveNo: "2026-1",
      fileId: "file-0001",
      year: 2016,
      category: "CIVIL_LIT",
      retentionYears: 10,
      retentionDocNo: "号",
      volumes: 1,
      pages: 9,
      closedOn: "2016-01-20",
      location: "A",
    })("ARCHIVE", "2016-02-01T09:00");
    one.step(FILE, "fileArchive")("ARCHIVE", "2016-02-01T09:00");
    return one;
  };
  const goes = (on: string) =>
    desk().step(FILE, "transferArchive", { transferredOn: on, transferredTo: "甲县档案馆" })(
      "ARCHIVE",
      `${on}T09:00`,
    );

  it("goes to the county archives after ten years, not a day before", () => {
    expect(goes("2026-01-19")).toMatchObject({ refusal: { code: "stage-forbids", detail: "transferredOn" } });
    expect(goes("2026-01-20")).toMatchObject({ ok: true });
  });

  it("is destroyed only after appraisal, by another person, supervised by two named", () => {
    const one = desk();
    const now = "2027-03-01T09:00";
    const end = { destroyedOn: "2027-03-01", destroyDocNo: "甲销〔2027〕1号" };
    one.step(FILE, "appraiseArchive", { appraisedOn: "2027-02-01", appraisal: "无继续保存价值" })(
      "ARCHIVE",
      now,
    );
    expect(one.step(FILE, "destroyArchive", end)("HEAD", now)).toMatchObject({
      refusal: { code: "facts-missing", detail: "destroySupervisors" },
    });
    expect(one.step(FILE, "extendArchive", { extendedYears: 10 })("ARCHIVE", now)).toMatchObject({
      refusal: { code: "same-person" },
    });
    expect(
      one.step(FILE, "destroyArchive", { ...end, destroySupervisors: "张一、李二" })("HEAD", now),
    ).toMatchObject({ ok: true });
  });
});

describe("V21: the bureau's own list of the closing file, by kind of aid", () => {
  const facts = { aidForm: "CIVIL_LIT", closingItems: ["CI_ENTRY"] } as AidFacts;

  it("asks for what the bureau's list says, in its order, and no more", () => {
    const list = parametersOn([OWN_LIST], FROM).closingLists.CIVIL_LIT;
    expect(list && missingFromClosing(facts, closingRowsOf(list))).toEqual(["CI_REPORT"]);
    expect(missingFromClosing(facts).length).toBeGreaterThan(1);
  });

  it("a paper that the desk's own letter is counts as there", () => {
    const list = parametersOn([OWN_LIST], FROM).closingLists.CIVIL_LIT;
    const reported = { ...facts, letters: [{ form: "FZ-021" }] } as AidFacts;
    expect(list && missingFromClosing(reported, closingRowsOf(list))).toEqual([]);
  });
});

describe("《法律援助法》第12条: from designated department to center", () => {
  const bureau: BureauFacts = {
    name: "甲县司法局",
    kind: "DESIGNATED_DEPT",
    deptName: "公共法律服务科",
    sealName: "甲县司法局",
  };
  const change = {
    centerName: "甲县法律援助中心",
    centerSealName: "甲县法律援助中心",
    centerDocNo: "甲编〔2026〕3号",
    centerFromOn: "2026-10-01",
  };
  const view = (facts: object) => ({
    t: "bureau",
    id: "bureau-0001",
    facts: { ...facts },
    stages: {},
    conflicts: [],
    contested: [],
  });

  it("speaks under the new name and seal from the effective day, under the old ones until then", () => {
    const switched = { ...bureau, ...change } as BureauFacts;
    expect(agencyOn(switched, day("2026-09-30"))).toEqual(switched);
    expect(agencyOn(switched, day("2026-10-01"))).toMatchObject({
      kind: "CENTER",
      sealName: "甲县法律援助中心",
      deptName: "甲县法律援助中心",
      name: "甲县司法局",
    });
  });

  it("leaves everything that numbers, archives and clocks are made of as it was", () => {
    const before = { ...bureau, shortName: "甲县", divisionCode: "999999", parameters: "{}" } as BureauFacts;
    const after = agencyOn({ ...before, ...change } as BureauFacts, day("2026-10-01"));
    const { shortName, divisionCode, parameters } = before;
    expect(after).toMatchObject({ shortName, divisionCode, parameters });
    const changed = Object.keys(after).filter(
      (f) => after[f as keyof BureauFacts] !== before[f as keyof BureauFacts],
    );
    expect(changed.toSorted()).toEqual([...Object.keys(change), "deptName", "kind", "sealName"].toSorted());
  });

  it("is a step of the head with the document of establishment; only a designated department takes it", () => {
    const step = { step: "becomeCenter", facts: change };
    expect(takeStep(view(bureau), step, aScene("HEAD"))).toMatchObject({ ok: true });
    expect(takeStep(view(bureau), step, aScene("CLERK"))).toMatchObject({
      refusal: { code: "role-forbids" },
    });
    expect(takeStep(view({ ...bureau, kind: "CENTER" }), step, aScene("HEAD"))).toMatchObject({
      refusal: { code: "stage-forbids" },
    });
    const { centerDocNo: _, ...undocumented } = change;
    expect(takeStep(view(bureau), { ...step, facts: undocumented }, aScene("HEAD"))).toMatchObject({
      refusal: { code: "facts-missing", detail: "centerDocNo" },
    });
  });
});
