import { describe, expect, it } from "vitest";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { shareFen } from "../../../shared/law/ledger.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import { no, ok } from "./course.ts";
import { aDesk, person, triple } from "./desk.ts";

type Facts = { readonly [f: string]: Json };
const view = (t: string, id: string, facts: Facts, stages = {}): RecordView => ({
  t,
  id,
  facts,
  stages,
  conflicts: [],
  contested: [],
});

const CLAIM = ["subsidyClaim", "claim-0001"] as const;
const FILE_PASSED = view("aidFile", "file-0001", {}, { closing: "passed" });
const STANDARD = view("subsidyStandard", "standard-01", {
  type: "CASE",
  unit: "CASE",
  amountFen: 80_000,
  effectiveFromOn: "2026-01-01",
});
const LAWYER = view("lawyer", "lawyer-01", { type: "LAWYER" });
const related = (changes: Record<string, RecordView> = {}) => ({
  related: { fileId: FILE_PASSED, standardId: STANDARD, lawyerId: LAWYER, ...changes },
  peers: [],
});
const wish = { baseFen: 80_000, sharePercent: 30, shareReason: "自行委托，提前终止", totalFen: 24_000 };
const AT = "2026-09-01T09:00";
const aClaim = () => {
  const desk = aDesk();
  desk.put(CLAIM, {
    fileId: "file-0001",
    lawyerId: "lawyer-01",
    providerId: "provider-1",
    standardId: "standard-01",
    proceduralStage: "ST_INVEST",
  })("FINANCE", AT);
  return desk;
};

describe("V19 补贴（法律援助法第五十二条）", () => {
  it("S10：侦查 800 元 × 30% = 240 元", () => {
    const desk = aClaim();
    expect(desk.step(CLAIM, "submitClaim", wish)("FINANCE", AT, related())).toMatchObject(ok);
    expect(desk.view(...CLAIM).facts.totalFen).toBe(24_000);
  });
  // biome-ignore format: a table is read by columns
  it.each([
    ["结案审查前", { fileId: view("aidFile", "file-0001", {}, { closing: "submitted" }) }, {}, "stage-forbids", "fileId"],
    ["高于标准", {}, { baseFen: 80_001, totalFen: 24_000 }, "value-invalid", "baseFen"],
    ["本机构工作人员", { lawyerId: view("lawyer", "lawyer-01", { type: "STAFF" }) }, {}, "value-invalid", "baseFen"],
    ["合计不符", {}, { totalFen: 24_001 }, "value-invalid", "totalFen"],
    ["标准尚未生效", { standardId: view("subsidyStandard", "standard-01", { unit: "CASE", amountFen: 80_000, effectiveFromOn: "2027-01-01" }) }, {}, "value-invalid", "standardId"],
    ["比例未说明", {}, { shareReason: "" }, "value-invalid", "shareReason"],
  ] as const)("%s不得支付", (_, records, changes, code, detail) => {
    expect(aClaim().step(CLAIM, "submitClaim", { ...wish, ...changes })("FINANCE", AT, related(records))).toMatchObject(no(code, detail));
  });
  it("同一案件、阶段、人员只能申领一次；经办与批准须由两人", () => {
    const desk = aClaim();
    const other = view(
      "subsidyClaim",
      "claim-0002",
      { fileId: "file-0001", lawyerId: "lawyer-01", proceduralStage: "ST_INVEST" },
      { subsidy: "paid" },
    );
    expect(
      desk.step(CLAIM, "submitClaim", wish)("FINANCE", AT, { ...related(), peers: [other] }),
    ).toMatchObject(no("already-done"));
    desk.step(CLAIM, "submitClaim", wish)("FINANCE", AT, related());
    expect(desk.step(CLAIM, "approveClaim")(person("HEAD", "staff-finance"), AT, related())).toMatchObject(
      no("same-person"),
    );
    expect(desk.step(CLAIM, "approveClaim")("HEAD", AT, related())).toMatchObject(ok);
    const entry = (amountFen: number) =>
      view("fundEntry", "entry-0001", { claimId: CLAIM[1], amountFen, flow: "OUT" }, { ledger: "posted" });
    const paid = { paidOn: "2026-09-01", entryId: "entry-0001" };
    expect(
      desk.step(CLAIM, "payClaim", paid)("FINANCE", AT, { related: { entryId: entry(24_001) }, peers: [] }),
    ).toMatchObject(no("value-invalid", "entryId"));
    expect(
      desk.step(CLAIM, "payClaim", paid)("FINANCE", AT, { related: { entryId: entry(24_000) }, peers: [] }),
    ).toMatchObject(ok);
  });
  it("F61, I17：卷宗、值班或者申领本身有争议的，不得支付", () => {
    const desk = aClaim();
    desk.step(CLAIM, "submitClaim", wish)("FINANCE", AT, related());
    desk.step(CLAIM, "approveClaim")("HEAD", AT, related());
    const entryId = view(
      "fundEntry",
      "entry-0001",
      { claimId: CLAIM[1], amountFen: 24_000, flow: "OUT" },
      { ledger: "posted" },
    );
    const pay = (fileId: RecordView) =>
      desk.step(CLAIM, "payClaim", { paidOn: "2026-09-01", entryId: "entry-0001" })("FINANCE", AT, {
        related: { entryId, fileId },
        peers: [],
      });
    const torn = { ...FILE_PASSED, contested: [{ lane: "assignment", heads: [] }] };
    expect(pay(torn)).toMatchObject(no("contested", "fileId"));
    desk.conflict(CLAIM, "lawyerId", "lawyer-02");
    expect(pay(FILE_PASSED)).toMatchObject(no("field-in-conflict", "lawyerId"));
  });
  // biome-ignore format: a table is read by columns
  it.each([
    ["提前终止超过本地比例", { fileId: view("aidFile", "file-0001", {}, { closing: "passed", termination: "effective" }) }, { sharePercent: 100, totalFen: 80_000 }, "sharePercent"],
    ["结案材料不合格而归档", { fileId: view("aidFile", "file-0001", { closingResult: "FAIL" }, { closing: "archived" }) }, {}, "fileId"],
    ["以值班标准支付案件", { standardId: view("subsidyStandard", "standard-01", { type: "DUTY", unit: "WORKDAY", amountFen: 80_000, effectiveFromOn: "2026-01-01" }) }, {}, "standardId"],
  ] as const)("%s不得支付", (_, records, changes, detail) => {
    expect(aClaim().step(CLAIM, "submitClaim", { ...wish, ...changes })("FINANCE", AT, related(records))).toMatchObject({ ok: false, refusal: { detail } });
  });
  it("跨年：标准年底失效，年底前提交的仍可批准；元旦后提交的须用新标准", () => {
    const ends = {
      standardId: view("subsidyStandard", "standard-01", { ...STANDARD.facts, effectiveToOn: "2026-12-31" }),
    };
    const desk = aClaim();
    expect(desk.step(CLAIM, "submitClaim", wish)("FINANCE", "2026-12-31T16:00", related(ends))).toMatchObject(
      ok,
    );
    expect(desk.step(CLAIM, "approveClaim")("HEAD", "2027-01-04T09:00", related(ends))).toMatchObject(ok);
    expect(
      aClaim().step(CLAIM, "submitClaim", wish)("FINANCE", "2027-01-04T09:00", related(ends)),
    ).toMatchObject(no("value-invalid", "standardId"));
  });
  it("支付期限从结案材料审查合格起算（第五十二条），申领晚也不推迟；审查时间不由人填写", () => {
    const desk = aClaim();
    const reviewed = {
      fileId: view("aidFile", "file-0001", { closingReviewedAt: "2026-08-20T15:00" }, { closing: "passed" }),
    };
    const forged = { ...wish, fileReviewedAt: "2026-08-31T09:00" };
    expect(desk.step(CLAIM, "submitClaim", forged)("FINANCE", AT, related(reviewed))).toMatchObject(
      no("fact-owned", "fileReviewedAt"),
    );
    expect(desk.step(CLAIM, "submitClaim", wish)("FINANCE", AT, related(reviewed))).toMatchObject(ok);
    expect(triple(desk.clocks(...CLAIM), "FND-PAY")).toEqual(["2026-09-18", "2026-09-19", "2026-09-20"]);
  });
  it("误付的补贴：钱没有退回（分录没有冲销入账）不能冲销申领，也就不能再申领一次", () => {
    const desk = aClaim();
    desk.step(CLAIM, "submitClaim", wish)("FINANCE", AT, related());
    desk.step(CLAIM, "approveClaim")("HEAD", AT, related());
    const entry = view(
      "fundEntry",
      "entry-0001",
      { claimId: CLAIM[1], amountFen: 24_000, flow: "OUT", fund: "BUDGET" },
      { ledger: "posted" },
    );
    const back = (stage: string) =>
      view(
        "fundEntry",
        "entry-0002",
        { reverses: "entry-0001", amountFen: 24_000, flow: "IN", fund: "BUDGET" },
        { ledger: stage },
      );
    const paid = { paidOn: "2026-09-01", entryId: "entry-0001" };
    const pays = (peers: readonly RecordView[]) =>
      desk.step(CLAIM, "payClaim", paid)("FINANCE", AT, { related: { entryId: entry }, peers });
    expect(pays([back("posted")])).toMatchObject(no("value-invalid", "entryId"));
    expect(pays([])).toMatchObject(ok);
    const reverses = (peers: readonly RecordView[]) =>
      desk.step(CLAIM, "reverseClaim", { reverseReason: "多付" })("HEAD", AT, { peers });
    expect(reverses([entry, back("entered")])).toMatchObject(no("stage-forbids", "entryId"));
    expect(reverses([entry, back("posted")])).toMatchObject(ok);
  });
  it("分为最小单位，半分进一", () =>
    expect([shareFen(80_000, 30), shareFen(333, 50), shareFen(1, 49)]).toEqual([24_000, 167, 0]));
});
