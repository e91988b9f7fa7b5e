import { describe, expect, it } from "vitest";
import { opensPenaltyLead } from "../../../shared/law/terminationGuards.ts";
import { mayRead } from "../../../shared/workflow/writers.ts";
import { FILE, granted, no, ok } from "./course.ts";
import { person, triple } from "./desk.ts";

const OBJECTION = ["objection", "objection-0001"] as const;
const LEAD = ["penaltyLead", "lead-0001"] as const;

describe("S21 骗取法律援助（法律援助法第四十八条第一款第一项、第六十四条）", () => {
  const desk = granted("2026-06-11T10:00");
  const reviewer = person("BUREAU", "staff-law", "法治科");
  it("09-14 听取意见前不得终止；09-16 决定，09-17 送达", () => {
    desk.step(FILE, "reportTermination", { terminationReason: "TM48_1", terminationReport: "有两套房产" })(
      "CLERK",
      "2026-09-10T09:00",
    );
    desk.step(FILE, "verifyTermination", { terminationEvidence: "不动产登记查询" })(
      "EXAMINER",
      "2026-09-11T09:00",
    );
    const decision = {
      terminationText: "以欺骗手段获得法律援助",
      terminationRemedy: "可向甲县司法局提出异议",
    };
    expect(desk.step(FILE, "terminate", decision)("HEAD", "2026-09-14T09:00")).toMatchObject(
      no("ground-document", "recipientHeardOn"),
    );
    desk.step(FILE, "verifyTermination", {
      terminationEvidence: "不动产登记查询",
      recipientHeardOn: "2026-09-14",
      recipientStatement: "承认",
    })("EXAMINER", "2026-09-14T10:00");
    expect(desk.step(FILE, "terminate", decision)("HEAD", "2026-09-16T09:00")).toMatchObject(ok);
    expect(
      desk.step(FILE, "serveTermination", { terminationServedOn: "2026-09-17" })("CLERK", "2026-09-17T09:00"),
    ).toMatchObject(ok);
  });
  it("异议 09-22 → 09-24/09-27/09-28；审查期间终止不生效；09-24 维持", () => {
    const related = { related: { fileId: desk.view(...FILE) } };
    desk.put(OBJECTION, {
      fileId: FILE[1],
      against: "TERMINATION",
      objectorName: "某T",
      grounds: "不服",
      decisionServedOn: "2026-09-17",
    })("CLERK", "2026-09-22T09:00");
    expect(desk.step(OBJECTION, "fileObjection")("CLERK", "2026-09-22T09:00", related)).toMatchObject(ok);
    expect(triple(desk.clocks(...OBJECTION), "OBJ-REVIEW-5D")).toEqual([
      "2026-09-24",
      "2026-09-27",
      "2026-09-28",
    ]);
    const effect = { terminationEffectiveOn: "2026-09-23" };
    expect(
      desk.step(FILE, "makeTerminationEffective", effect)("HEAD", "2026-09-23T09:00", {
        peers: desk.all("objection"),
      }),
    ).toMatchObject(no("stage-forbids", "objectionId"));
    desk.step(OBJECTION, "beginReview")(reviewer, "2026-09-22T10:00", related);
    expect(
      desk.step(OBJECTION, "maintain", { reasonText: "事实清楚", remedyText: "复议或者诉讼" })(
        reviewer,
        "2026-09-24T09:00",
        related,
      ),
    ).toMatchObject(ok);
    expect(
      desk.step(FILE, "makeTerminationEffective", { terminationEffectiveOn: "2026-09-24" })(
        "HEAD",
        "2026-09-24T10:00",
        { peers: desk.all("objection") },
      ),
    ).toMatchObject(ok);
  });
  it("处罚线索在卷宗之外，只有司法局可见；罚款不超过三千元", () => {
    expect(opensPenaltyLead(desk.facts(FILE[1]))).toBe(true);
    const lead = { fileId: FILE[1], ground: "TM48_1", summary: "隐瞒房产" };
    expect(desk.put(LEAD, lead)("HEAD", "2026-09-24T11:00")).toMatchObject(no("role-forbids"));
    expect([
      mayRead("penaltyLead", ["HEAD"]),
      mayRead("penaltyLead", ["BUREAU"]),
      mayRead("aidFile", ["CLERK"]),
    ]).toEqual([false, true, true]);
    desk.put(LEAD, lead)(reviewer, "2026-09-24T11:00");
    expect(desk.step(LEAD, "openLead")(reviewer, "2026-09-24T11:00")).toMatchObject(ok);
    const penalty = {
      decisionNo: "甲司罚〔2026〕1号",
      decidedOn: "2026-10-12",
      costFen: 150_000,
      fineFen: 300_001,
    };
    expect(desk.step(LEAD, "imposePenalty", penalty)(reviewer, "2026-10-12T09:00")).toMatchObject(
      no("value-invalid", "fineFen"),
    );
    expect(
      desk.step(LEAD, "imposePenalty", { ...penalty, fineFen: 300_000 })(reviewer, "2026-10-12T09:00"),
    ).toMatchObject(ok);
    expect(desk.facts(FILE[1])).not.toHaveProperty("fineFen");
  });
});
