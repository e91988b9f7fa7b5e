import { describe, expect, it } from "vitest";
import { day } from "../../../shared/kernel/day.ts";
import { instant } from "../../../shared/kernel/instant.ts";
import { SHIPPED_CALENDAR } from "../../../shared/law/calendar.ts";
import { clock } from "../../../shared/law/clock.ts";
import { FILE, ok, received } from "./course.ts";
import { aDesk, triple } from "./desk.ts";
import { LETTER, proposal } from "./people.ts";

describe("期间的难处（民法典第二百零一至二百零三条、民事诉讼法第八十五条）", () => {
  it("春节：02-13 收到，第七日在假期中；目标退到调休的 02-14，法定最晚 02-24；02-14 决定的，指派目标就在当日", () => {
    const desk = received("2026-02-13T16:00");
    expect(triple(desk.clocks(...FILE), "EXM-7D")).toEqual(["2026-02-14", "2026-02-20", "2026-02-24"]);
    desk.step(FILE, "propose", proposal("GRANT"))("EXAMINER", "2026-02-14T09:00");
    desk.step(FILE, "grant", { reasonText: "符合条件" })("HEAD", "2026-02-14T10:00");
    expect(triple(desk.clocks(...FILE), "ASG-GRANTED-3D")).toEqual([
      "2026-02-14",
      "2026-02-17",
      "2026-02-24",
    ]);
  });
  it.each([
    [
      "国庆假期最后一日届满，其间没有工作日：目标就是期限当日",
      "ASG-NOTIFIED-3D",
      "2026-10-04T10:00",
      ["2026-10-07", "2026-10-07", "2026-10-08"],
    ],
    [
      "调休的星期六是工作日，不顺延",
      "OBJ-REVIEW-5D",
      "2026-10-05T10:00",
      ["2026-10-10", "2026-10-10", "2026-10-10"],
    ],
    ["调休的星期日是工作日", "EXM-7D", "2026-09-13T10:00", ["2026-09-20", "2026-09-20", "2026-09-20"]],
    [
      "工作日期间跳过中秋与国庆，只数调休日一次",
      "RPL-DECIDE",
      "2026-09-24T10:00",
      ["2026-10-09", "2026-10-09", "2026-10-09"],
    ],
    ["五一假期之后是调休的星期六", "EXM-7D", "2026-04-28T10:00", ["2026-04-30", "2026-05-05", "2026-05-06"]],
    [
      "元旦后的星期日是工作日",
      "ASG-GRANTED-3D",
      "2026-01-01T10:00",
      ["2026-01-04", "2026-01-04", "2026-01-04"],
    ],
  ] as const)("%s", (_, rule, at, dates) => {
    const found = clock({ rule, triggerAt: instant(at), calendar: SHIPPED_CALENDAR });
    expect([found.target, found.hard, found.legal]).toEqual(dates);
  });
  it("开庭十五日以前，倒数落在中秋假期：取较早的工作日；在押人员的期限不靠顺延", () => {
    const found = clock({ rule: "NTF-COURT-15DB", triggerAt: day("2026-10-12"), calendar: SHIPPED_CALENDAR });
    expect([found.hard, found.legal]).toEqual(["2026-09-24", "2026-09-27"]);
  });
  it("闰日：2028-02-22 收到的，2028-02-29 届满；没有当年放假安排，标明暂定", () => {
    const found = clock({ rule: "EXM-7D", triggerAt: day("2028-02-22"), calendar: SHIPPED_CALENDAR });
    expect([found.hard, found.provisional]).toEqual(["2028-02-29", true]);
  });
  it("以小时计的期间跨越春节也不顺延；法定从下一个整点起算", () => {
    const found = clock({
      rule: "TRF-DETAINEE-24H",
      triggerAt: instant("2026-02-16T23:30"),
      calendar: SHIPPED_CALENDAR,
    });
    expect([found.target, found.hard, found.legal]).toEqual([null, "2026-02-17T23:30", "2026-02-18T00:00"]);
  });
});

describe("办案机关通知的难处（第三十六条）", () => {
  it("调休日收到的在押人员来函：02-14 当日就是目标；法定最晚 02-24 只作提示", () => {
    const desk = aDesk();
    desk.put(FILE, { ...LETTER, noticeLetterOn: "2026-02-14" })("CLERK", "2026-02-14T15:00");
    expect(desk.step(FILE, "receiveNotice")("CLERK", "2026-02-14T15:00")).toMatchObject(ok);
    expect(triple(desk.clocks(...FILE), "ASG-NOTIFIED-3D")).toEqual([
      "2026-02-14",
      "2026-02-17",
      "2026-02-24",
    ]);
  });
});
