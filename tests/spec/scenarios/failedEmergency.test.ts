import { describe, expect, it } from "vitest";
import { day } from "../../../shared/kernel/day.ts";
import { emergencyRemarks } from "../../../shared/law/emergencyRemarks.ts";
import { assigns, FILE, no, ok, received } from "./course.ts";
import { type aDesk, COUNTY, triple } from "./desk.ts";
import { proposal } from "./people.ts";

type Desk = ReturnType<typeof aDesk>;
const given = (): Desk => {
  const desk = received("2026-06-03T09:00");
  const ground = { emergencyGround: "EM44_2", emergencyReason: "正在转移财产" };
  expect(desk.step(FILE, "giveEmergencyAid", ground)("HEAD", "2026-06-03T10:00")).toMatchObject(ok);
  return desk;
};
const denies = (desk: Desk, at: string): void => {
  desk.step(FILE, "propose", proposal("DENY"))("EXAMINER", at);
  const denial = { denialReasons: ["DN_SCOPE"], reasonText: "不属于援助范围", remedyText: "可以提出异议" };
  expect(desk.step(FILE, "deny", denial)("HEAD", at)).toMatchObject(ok);
};
const lapses = (desk: Desk, at: string): void =>
  void expect(
    desk.step(FILE, "lapseEmergencyAid", { emergencyLapseReason: "未补办手续" })("HEAD", at),
  ).toMatchObject(ok);
const clockOf = (desk: Desk, id: string) => desk.clocks(...FILE).find((each) => each.id === id);
const running = (desk: Desk) =>
  desk
    .clocks(...FILE)
    .filter(({ metAt }) => metAt === undefined)
    .map(({ id }) => id);
const remarkIds = (desk: Desk, effect: string) =>
  emergencyRemarks(desk.facts(FILE[1]), { emergencyFailEffect: effect }).map(({ id }) => id);

describe("先行提供后不予援助的，援助须终止（法律援助法第四十四条第二款、第四十八条）", () => {
  it("没有指派的：列为待办，不能再指派；办理先行提供终止后待办消失", () => {
    const desk = given();
    expect([running(desk).includes("DSN-EMG-END"), remarkIds(desk, "none")]).toEqual([false, []]);
    denies(desk, "2026-06-08T09:00");
    expect(running(desk)).toEqual(["DSN-EMG-END"]);
    expect(triple(desk.clocks(...FILE), "DSN-EMG-END")[1]).toBe("2026-06-09");
    expect(remarkIds(desk, "none")).toEqual(["DSN-EMG-END", "DSN-EMG-COST"]);
    expect(assigns(desk, "assign", "lawyer-01", "2026-06-08T10:00")).toMatchObject(
      no("stage-forbids", "application"),
    );
    expect(
      desk.step(FILE, "endEmergencyAid", { withdrawalReason: "不属于援助范围" })("HEAD", "2026-06-08T11:00"),
    ).toMatchObject(ok);
    expect([running(desk), remarkIds(desk, "none")]).toEqual([[], ["DSN-EMG-COST"]]);
  });
  it("已经指派的：以终止决定为完成，只结束先行提供的不算", () => {
    const desk = given();
    assigns(desk, "assign", "lawyer-01", "2026-06-03T11:00");
    denies(desk, "2026-06-08T09:00");
    desk.step(FILE, "endEmergencyAid", { withdrawalReason: "不属于援助范围" })("HEAD", "2026-06-08T11:00");
    expect(running(desk)).toContain("DSN-EMG-END");
    const papers = { terminationEvidence: "不予决定书", terminationDocument: "不予法律援助决定书" };
    const report = { terminationReason: "TM48_8", terminationReport: "先行提供后不符合条件" };
    desk.step(FILE, "reportTermination", report)("CLERK", "2026-06-08T14:00");
    desk.step(FILE, "verifyTermination", papers)("EXAMINER", "2026-06-08T15:00");
    const decided = { terminationText: "不符合条件", terminationRemedy: "可以提出异议" };
    expect(desk.step(FILE, "terminate", decided)("HEAD", "2026-06-09T09:00")).toMatchObject(ok);
    expect(clockOf(desk, "DSN-EMG-END")).toMatchObject({ metAt: "2026-06-09T09:00", breach: "none" });
    expect(clockOf(desk, "ASG-GRANTED-3D")).toMatchObject({ metAt: "2026-06-03T11:00", breach: "none" });
  });
  it("费用由参数 emergencyFailEffect 决定怎么说（Q-09）", () => {
    const desk = given();
    denies(desk, "2026-06-08T09:00");
    const said = (effect: string) =>
      emergencyRemarks(desk.facts(FILE[1]), { ...COUNTY, emergencyFailEffect: effect }).at(-1);
    expect(said("none")?.say.zh).toContain("不由申请人承担");
    expect(said("recover")).toMatchObject({ source: [{ law: "ZJ" }, { law: "BJ" }, { law: "HZ" }] });
    expect(said("recover")?.say.zh).toContain("由申请人承担");
  });
});

describe("先行提供失效后（法律援助法第四十四条第二款）", () => {
  it("没有指派的：指派期限不再从先行提供起算；以后给予的，从给予决定起算三日", () => {
    const desk = given();
    lapses(desk, "2026-06-16T09:00");
    expect(running(desk)).not.toContain("ASG-GRANTED-3D");
    desk.step(FILE, "propose", proposal("GRANT"))("EXAMINER", "2026-06-17T09:00");
    desk.step(FILE, "grant", { reasonText: "符合条件" })("HEAD", "2026-06-17T10:00");
    expect(clockOf(desk, "ASG-GRANTED-3D")).toMatchObject({ triggerAt: "2026-06-17T10:00" });
    expect(running(desk)).not.toContain("DSN-EMG-END");
    expect(assigns(desk, "assign", "lawyer-01", "2026-06-18T09:00")).toMatchObject(ok);
    expect(clockOf(desk, "ASG-GRANTED-3D")?.breach).toBe("none");
  });
  it("已经指派的：须终止；先前按时的指派仍计为按时", () => {
    const desk = given();
    assigns(desk, "assign", "lawyer-01", "2026-06-03T11:00");
    lapses(desk, "2026-06-16T09:00");
    expect(running(desk)).toContain("DSN-EMG-END");
    expect(clockOf(desk, "DSN-EMG-END")?.hard).toBe(day("2026-06-17"));
    expect(clockOf(desk, "ASG-GRANTED-3D")).toMatchObject({ metAt: "2026-06-03T11:00", breach: "none" });
  });
});
