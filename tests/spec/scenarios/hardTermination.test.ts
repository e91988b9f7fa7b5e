import { describe, expect, it } from "vitest";
import { assigns, FILE, granted, no, ok } from "./course.ts";
import { type aDesk, person, triple } from "./desk.ts";

describe("终止被异议推翻（第四十九条第二款），后来又有别的终止情形", () => {
  const reviewer = person("BUREAU", "staff-law", "法治科");
  const DOCUMENTS = {
    terminationEvidence: "书面申请",
    terminationDocument: "申请书",
    recipientHeardOn: "2026-09-14",
    recipientStatement: "无意见",
  };
  const terminates = (desk: ReturnType<typeof aDesk>, reason: string, month: string) => {
    const at = (date: string) => `${month}-${date}`;
    const report = { terminationReason: reason, terminationReport: "报告" };
    const remedy = { terminationText: "情形成立", terminationRemedy: "可以提出异议" };
    const heard = { ...DOCUMENTS, recipientHeardOn: at("14") };
    const answers = [
      desk.step(FILE, "reportTermination", report)("CLERK", `${at("10")}T09:00`),
      desk.step(FILE, "verifyTermination", heard)("EXAMINER", `${at("14")}T09:00`),
      desk.step(FILE, "terminate", remedy)("HEAD", `${at("16")}T09:00`),
      desk.step(FILE, "serveTermination", { terminationServedOn: at("17") })("CLERK", `${at("17")}T09:00`),
    ];
    for (const answer of answers) expect(answer).toMatchObject(ok);
  };
  const objects = (desk: ReturnType<typeof aDesk>, id: string, at: string) => {
    const related = { related: { fileId: desk.view(...FILE) } };
    desk.put(["objection", id], {
      fileId: FILE[1],
      against: "TERMINATION",
      objectorName: "某甲",
      grounds: "不属实",
      decisionServedOn: at.slice(0, 10),
    })("CLERK", at);
    expect(desk.step(["objection", id], "fileObjection")("CLERK", at, related)).toMatchObject(ok);
    desk.step(["objection", id], "beginReview")(reviewer, at, related);
    expect(
      desk.step(["objection", id], "correct", { reasonText: "情形不成立", orderText: "撤销终止" })(
        reviewer,
        at,
        related,
      ),
    ).toMatchObject(ok);
  };
  const revokes = (desk: ReturnType<typeof aDesk>, id: string, at: string) =>
    desk.step(FILE, "revokeTermination", { objectionId: id, terminationEndReason: "依异议审查意见" })(
      "HEAD",
      at,
      { related: { objectionId: desk.view("objection", id) } },
    );
  const takesEffect = (desk: ReturnType<typeof aDesk>, on: string) =>
    desk.step(FILE, "makeTerminationEffective", { terminationEffectiveOn: on })("HEAD", `${on}T16:00`, {
      peers: desk.all("objection"),
    });

  const desk = granted("2026-06-11T10:00");
  it("推翻以后恢复援助，结案期限不起算；终止不能再生效", () => {
    assigns(desk, "assign", "lawyer-01", "2026-06-12T10:00");
    terminates(desk, "TM48_1", "2026-09");
    objects(desk, "objection-0001", "2026-09-22T10:00");
    expect(takesEffect(desk, "2026-09-24")).toMatchObject(no("stage-forbids"));
    expect(revokes(desk, "objection-0001", "2026-09-24T10:00")).toMatchObject(ok);
    expect(desk.view(...FILE).stages.termination).toBe("revoked");
    expect(desk.clocks(...FILE).map(({ id }) => id)).not.toContain("CLS-SUBMIT-30D");
  });
  it("以后因本人申请另行终止：从头核查、听取、决定；旧的异议既不阻止生效，也不能用来撤销", () => {
    terminates(desk, "TM48_7", "2026-11");
    expect(desk.facts(FILE[1])).toMatchObject({
      terminationReason: "TM48_7",
      terminationServedOn: "2026-11-17",
    });
    expect(revokes(desk, "objection-0001", "2026-11-18T10:00")).toMatchObject(
      no("stage-forbids", "objectionId"),
    );
    expect(takesEffect(desk, "2026-11-20")).toMatchObject(ok);
    expect(triple(desk.clocks(...FILE), "CLS-SUBMIT-30D")[1]).toBe("2026-12-20");
  });
  it("生效以后才提出的异议成立的，也能撤销；援助恢复，结案期限消失", () => {
    objects(desk, "objection-0002", "2026-12-01T10:00");
    expect(revokes(desk, "objection-0002", "2026-12-03T10:00")).toMatchObject(ok);
    expect(desk.facts(FILE[1]).terminationEffectiveOn).toBeUndefined();
    expect(desk.clocks(...FILE).map(({ id }) => id)).not.toContain("CLS-SUBMIT-30D");
  });
});
