import { describe, expect, it } from "vitest";
import { FILE, granted, no, ok, received } from "./course.ts";
import { proposal } from "./people.ts";

describe("给予须有本核查方式的依据（法律援助法第二十四条、第三十二条、第四十一条，§6.2）", () => {
  // biome-ignore format: a table is read by columns
  it.each([
    ["没有签署诚信承诺", { pledgeSignedOn: null }, {}, "facts-missing", "pledgeSignedOn"],
    ["没有信息查询结果", { track: "T1_VERIFY" }, {}, "facts-missing", "queryResult"],
    ["没有写明其他原因", { track: "T6_OTHERREASON", matter: "M24", aidForm: "CRIM_DEFENCE" }, {}, "facts-missing", "otherReason"],
    ["须审查经济状况的事项选了不受限制", { track: "T4_NO_COND32" }, {}, "value-invalid", "track"],
    ["只能由办案机关通知的事项", { matter: "M25_1", track: "T5_NOTIFIED" }, {}, "value-invalid", "track"],
    ["计算结果不符合标准", {}, { hardshipResult: "FAIL" }, "value-invalid", "hardshipResult"],
  ] as const)("%s，不得决定给予", (_, facts, examined, code, detail) => {
    const desk = received("2026-03-02T09:00", facts);
    desk.step(FILE, "propose", { ...proposal("GRANT"), ...examined })("EXAMINER", "2026-03-03T09:00");
    const answer = desk.step(FILE, "grant", { reasonText: "符合条件" })("HEAD", "2026-03-04T09:00");
    expect(answer).toMatchObject(no(code, detail));
  });
  it("由负责人判断的（MANUAL），有承诺即可决定", () => {
    const desk = received("2026-03-02T09:00");
    desk.step(FILE, "propose", { ...proposal("GRANT"), hardshipResult: "MANUAL" })(
      "EXAMINER",
      "2026-03-03T09:00",
    );
    expect(desk.step(FILE, "grant", { reasonText: "符合条件" })("HEAD", "2026-03-04T09:00")).toMatchObject(
      ok,
    );
  });
});

describe("V03：日期不能早于所答复的事项，期限不能用更早的日期补救", () => {
  it("决定不早于收到，送达不早于决定；同日可以", () => {
    const desk = received("2026-03-02T09:00");
    desk.step(FILE, "propose", proposal("GRANT"))("EXAMINER", "2026-03-12T09:00");
    const early = { reasonText: "符合条件", decidedAt: "2026-03-01T09:00" };
    expect(desk.step(FILE, "grant", early)("HEAD", "2026-03-12T10:00")).toMatchObject(
      no("before-document", "decidedAt"),
    );
    expect(desk.step(FILE, "grant", { reasonText: "符合条件" })("HEAD", "2026-03-12T10:00")).toMatchObject(
      ok,
    );
    const served = (on: string) =>
      desk.step(FILE, "serveDecision", { decisionServedOn: on })("CLERK", "2026-03-12T11:00");
    expect(served("2026-03-11")).toMatchObject(no("before-document", "decisionServedOn"));
    expect(served("2026-03-12")).toMatchObject(ok);
  });
  it("协议不早于指派，终止送达不早于终止决定", () => {
    const desk = granted("2026-06-11T10:00");
    desk.step(FILE, "reportTermination", { terminationReason: "TM48_7", terminationReport: "本人申请" })(
      "CLERK",
      "2026-06-12T09:00",
    );
    desk.step(FILE, "verifyTermination", { terminationEvidence: "笔录", terminationDocument: "书面申请" })(
      "EXAMINER",
      "2026-06-12T10:00",
    );
    desk.step(FILE, "terminate", { terminationText: "有正当理由", terminationRemedy: "可以提出异议" })(
      "HEAD",
      "2026-06-16T11:00",
    );
    expect(
      desk.step(FILE, "serveTermination", { terminationServedOn: "2026-06-15" })("CLERK", "2026-06-17T15:00"),
    ).toMatchObject(no("before-document", "terminationServedOn"));
  });
});
