import { describe, expect, it } from "vitest";
import { FILE, no, ok, received } from "./course.ts";
import { person, triple } from "./desk.ts";
import { proposal } from "./people.ts";

const OBJECTION = ["objection", "objection-0001"] as const;
const REMEDY = { remedyText: "可向甲县司法局提出异议" };

describe("S14 范围外不予援助、异议、复议（法律援助法第四十九条）", () => {
  const desk = received("2026-05-06T09:00", { matter: "M31_6", amountFen: 6_000_000 });
  const reviewer = person("BUREAU", "staff-law", "法治科");
  const related = () => ({ related: { fileId: desk.view(...FILE) } });

  it("EXM 05-13；05-12 决定不予，05-13 送达", () => {
    expect(triple(desk.clocks(...FILE), "EXM-7D")[1]).toBe("2026-05-13");
    desk.step(FILE, "propose", proposal("DENY"))("EXAMINER", "2026-05-12T09:00");
    const denial = { denialReasons: ["DN_SCOPE"], reasonText: "民间借贷不属于援助范围", ...REMEDY };
    expect(desk.step(FILE, "deny", denial)("HEAD", "2026-05-12T15:00")).toMatchObject(ok);
    expect(
      desk.step(FILE, "serveDecision", { decisionServedOn: "2026-05-13" })("CLERK", "2026-05-13T10:00"),
    ).toMatchObject(ok);
  });
  it("05-15 收到异议，OBJ-REVIEW-5D 05-20", () => {
    desk.put(OBJECTION, {
      fileId: FILE[1],
      against: "DENIAL",
      objectorName: "某N",
      grounds: "请求复核",
      decisionServedOn: "2026-05-13",
    })("CLERK", "2026-05-15T10:00");
    expect(desk.step(OBJECTION, "fileObjection")("CLERK", "2026-05-15T10:00")).toMatchObject(
      no("not-found", "fileId"),
    );
    expect(desk.step(OBJECTION, "fileObjection")("CLERK", "2026-05-15T10:00", related())).toMatchObject(ok);
    expect(triple(desk.clocks(...OBJECTION), "OBJ-REVIEW-5D")).toEqual([
      "2026-05-20",
      "2026-05-20",
      "2026-05-20",
    ]);
  });
  it.each([
    ["审查人", person("BUREAU", "staff-examiner", "法治科"), "same-person"],
    ["决定人", person("BUREAU", "staff-head", "法治科"), "same-person"],
    ["同一科室的人", person("BUREAU", "staff-other", "法律援助科"), "same-section"],
  ] as const)("§1.3：%s不得审查异议", (_, actor, code) => {
    expect(desk.step(OBJECTION, "beginReview")(actor, "2026-05-18T09:00", related())).toMatchObject(no(code));
  });
  it("其他科室的人审查，05-20 维持并送达", () => {
    expect(desk.step(OBJECTION, "beginReview")(reviewer, "2026-05-18T09:00", related())).toMatchObject(ok);
    expect(
      desk.step(OBJECTION, "maintain", { reasonText: "属实" })(reviewer, "2026-05-20T09:00", related()),
    ).toMatchObject(no("facts-missing", "remedyText"));
    const ending = { reasonText: "不属于援助范围", remedyText: "县人民政府、市司法局；人民法院" };
    expect(desk.step(OBJECTION, "maintain", ending)(reviewer, "2026-05-20T09:00", related())).toMatchObject(
      ok,
    );
    expect(
      desk.step(OBJECTION, "serveObjection", { servedOn: "2026-05-20" })(reviewer, "2026-05-20T15:00"),
    ).toMatchObject(ok);
    expect(desk.clocks(...OBJECTION).find(({ id }) => id === "OBJ-REVIEW-5D")).toMatchObject({
      metAt: "2026-05-20T09:00",
      breach: "none",
    });
  });
  it("复议期限 07-17/07-19/07-20；07-16 提出，07-23 前审查受理", () => {
    expect(triple(desk.clocks(...OBJECTION), "OBJ-AR-60D")).toEqual([
      "2026-07-17",
      "2026-07-19",
      "2026-07-20",
    ]);
    const asked = { arOrgan: "甲县人民政府", arFiledOn: "2026-07-16" };
    expect(desk.step(OBJECTION, "askReconsideration", asked)(reviewer, "2026-07-16T10:00")).toMatchObject(ok);
    expect(triple(desk.clocks(...OBJECTION), "OBJ-AR-ADMIT-5WD")[1]).toBe("2026-07-23");
  });
  it("维持以后不能按改正重新决定", () => {
    const again = { objectionId: OBJECTION[1], redecisionReason: "改正" };
    expect(
      desk.step(FILE, "redecide", again)("HEAD", "2026-05-21T09:00", {
        related: { objectionId: desk.view(...OBJECTION) },
      }),
    ).toMatchObject(no("stage-forbids", "objectionId"));
  });
});

describe("第四十九条第二款：责令改正后重新决定，期限从重新决定起算", () => {
  it("原审查期限的履行时间不变，新的指派期限三日", () => {
    const desk = received("2026-05-06T09:00");
    const reviewer = person("BUREAU", "staff-law", "法治科");
    desk.step(FILE, "propose", proposal("DENY"))("EXAMINER", "2026-05-12T09:00");
    desk.step(FILE, "deny", { denialReasons: ["DN_SCOPE"], reasonText: "不属于援助范围", ...REMEDY })(
      "HEAD",
      "2026-05-12T15:00",
    );
    desk.put(OBJECTION, {
      fileId: FILE[1],
      against: "DENIAL",
      objectorName: "某N",
      grounds: "请求复核",
      decisionServedOn: "2026-05-13",
    })("CLERK", "2026-05-15T10:00");
    const related = { related: { fileId: desk.view(...FILE) } };
    desk.step(OBJECTION, "fileObjection")("CLERK", "2026-05-15T10:00", related);
    desk.step(OBJECTION, "beginReview")(reviewer, "2026-05-18T09:00", related);
    expect(
      desk.step(OBJECTION, "correct", { reasonText: "属于赡养", orderText: "重新决定" })(
        reviewer,
        "2026-05-20T09:00",
        related,
      ),
    ).toMatchObject(ok);
    const again = { objectionId: OBJECTION[1], redecisionReason: "依异议审查意见改正" };
    expect(
      desk.step(FILE, "redecide", again)("HEAD", "2026-05-21T09:00", {
        related: { objectionId: desk.view(...OBJECTION) },
      }),
    ).toMatchObject(ok);
    expect(desk.facts(FILE[1])).toMatchObject({ decision: "GRANT", objectionId: OBJECTION[1] });
    expect(triple(desk.clocks(...FILE), "ASG-GRANTED-3D")[1]).toBe("2026-05-24");
    expect(desk.clocks(...FILE).find(({ id }) => id === "EXM-7D")?.metAt).toBe("2026-05-12T15:00");
  });
  it("较晚提出的异议须说明（本地三十日为参数）", () => {
    const desk = received("2026-05-06T09:00");
    desk.step(FILE, "propose", proposal("DENY"))("EXAMINER", "2026-05-12T09:00");
    desk.step(FILE, "deny", { denialReasons: ["DN_SCOPE"], reasonText: "不属于援助范围", ...REMEDY })(
      "HEAD",
      "2026-05-12T15:00",
    );
    const late = {
      fileId: FILE[1],
      against: "DENIAL",
      objectorName: "某N",
      grounds: "请求复核",
      decisionServedOn: "2026-05-13",
    };
    desk.put(OBJECTION, late)("CLERK", "2026-06-15T10:00");
    const related = { related: { fileId: desk.view(...FILE) } };
    expect(desk.step(OBJECTION, "fileObjection")("CLERK", "2026-06-15T10:00", related)).toMatchObject(
      no("reason-required", "lateNote"),
    );
    desk.put(OBJECTION, { lateNote: "住院" })("CLERK", "2026-06-15T10:05");
    expect(desk.step(OBJECTION, "fileObjection")("CLERK", "2026-06-15T10:10", related)).toMatchObject(ok);
  });
});
