import { describe, expect, it } from "vitest";
import { FILE, MATERIAL, no, ok } from "./course.ts";
import { aDesk, triple } from "./desk.ts";
import { APPLICATION, chosen, proposal } from "./people.ts";

describe("S17 群体欠薪：一案十二人", () => {
  const desk = aDesk();
  it("EXM 01-12；01-08 给予 → ASG 01-09/01-11/01-12；01-09 指派 → AGR 01-14", () => {
    const at = "2026-01-05T09:00";
    desk.put(FILE, {
      ...APPLICATION,
      aidForm: "LABOUR_MED_ARB",
      matter: "M31_5B",
      track: "T3_EXEMPT42",
      exemptCode: "X42_3A",
      exemptEvidence: "工地出入证",
      amountFen: 31_200_000,
    })("CLERK", at);
    desk.row(FILE, "materials", MATERIAL)("CLERK", at);
    for (let n = 1; n <= 11; n += 1)
      expect(desk.row(FILE, "coApplicants", { name: `工友${n}` })("CLERK", at)).toMatchObject(ok);
    desk.step(FILE, "receive")("CLERK", at);
    expect(triple(desk.clocks(...FILE), "EXM-7D")[1]).toBe("2026-01-12");
    desk.step(FILE, "propose", proposal("GRANT"))("EXAMINER", "2026-01-07T09:00");
    expect(desk.step(FILE, "grant", { reasonText: "符合条件" })("HEAD", "2026-01-08T09:00")).toMatchObject(
      ok,
    );
    expect(triple(desk.clocks(...FILE), "ASG-GRANTED-3D")).toEqual([
      "2026-01-09",
      "2026-01-11",
      "2026-01-12",
    ]);
    const wish = { lawyerId: "lawyer-01", providerId: "provider-1", assignReason: "熟悉劳动争议" };
    expect(
      desk.step(FILE, "assign", wish)("HEAD", "2026-01-09T10:00", chosen("lawyer-01", FILE[1], "2026-01-09")),
    ).toMatchObject(ok);
    expect(triple(desk.clocks(...FILE), "AGR-SIGN-5D")[1]).toBe("2026-01-14");
  });
  it("重大事项报告入办案日志；01-20 调解，全额支付 312,000 元；一案十二人", () => {
    desk.row(FILE, "activities", { at: "2026-01-12T09:00", type: "AC_MAJOR", summary: "十二人集体欠薪" })(
      "CLERK",
      "2026-01-12T09:10",
    );
    desk.step(FILE, "signAgreement", { agreementSignedOn: "2026-01-13" })("CLERK", "2026-01-13T10:00");
    desk.step(FILE, "beginHandling")("CLERK", "2026-01-13T10:05");
    desk.put(FILE, { resultReceivedOn: "2026-01-20" })("CLERK", "2026-01-20T15:00");
    expect(
      desk.step(FILE, "receiveResult", { resultDocument: "调解书" })("CLERK", "2026-01-20T15:01"),
    ).toMatchObject(ok);
    desk.put(FILE, {
      isGroupEvent: true,
      closingItems: [
        "CI_ENTRY",
        "CI_IDENTITY",
        "CI_MEANS",
        "CI_EXAM",
        "CI_DECISION",
        "CI_ASSIGN",
        "CI_AGREEMENT",
        "CI_MEETING",
        "CI_OPINION",
        "CI_RESULT",
        "CI_LOG",
      ],
    })("CLERK", "2026-01-22T09:00");
    const closing = {
      closingFiledOn: "2026-01-22",
      closingMode: "CL_ARBMED",
      closingReport: "已全额支付",
      recoveredFen: 31_200_000,
    };
    expect(desk.step(FILE, "submitClosing", closing)("CLERK", "2026-01-22T10:00")).toMatchObject(ok);
    expect(desk.step(FILE, "passClosing")("EXAMINER", "2026-01-23T09:00")).toMatchObject(
      no("closing-incomplete", "CI_REPORT"),
    );
    expect(
      desk.step(FILE, "returnClosing", { closingRemarks: "缺结案报告" })("EXAMINER", "2026-01-23T09:05"),
    ).toMatchObject(ok);
    expect(triple(desk.clocks(...FILE), "CLS-FIX-30D")[1]).toBe("2026-02-22");
    const { closingItems = [] } = desk.facts(FILE[1]);
    desk.put(FILE, { closingItems: [...closingItems, "CI_REPORT"] })("CLERK", "2026-01-23T10:00");
    desk.step(FILE, "submitClosing", { ...closing, closingFiledOn: "2026-01-23" })(
      "CLERK",
      "2026-01-23T10:05",
    );
    expect(desk.step(FILE, "passClosing")("EXAMINER", "2026-01-23T11:00")).toMatchObject(ok);
    expect(desk.step(FILE, "archive", { archiveNo: "2026-1" })("ARCHIVE", "2026-01-26T09:00")).toMatchObject(
      ok,
    );
    const facts = desk.facts(FILE[1]);
    expect([1 + (facts.coApplicants?.length ?? 0), facts.recoveredFen, desk.all("aidFile").length]).toEqual([
      12, 31_200_000, 1,
    ]);
    expect(desk.put(FILE, { phone: "13900000001" })("CLERK", "2026-01-27T09:00")).toMatchObject(no("filed"));
    const report = { terminationReason: "TM48_7", terminationReport: "请求终止" };
    expect(desk.step(FILE, "reportTermination", report)("CLERK", "2026-01-27T09:00")).toMatchObject(
      no("filed"),
    );
  });
});
