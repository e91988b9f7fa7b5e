import { expect, it } from "vitest";
import { monthList, monthOfDay } from "../../../../renderer/features/notices/monthList.ts";
import { day } from "../../../../shared/kernel/day.ts";
import { instant } from "../../../../shared/kernel/instant.ts";

const LETTERS = [
  {
    noticeOrgan: "甲县公安局",
    noticeReceivedAt: instant("2026-06-18T15:00"),
    assignedAt: instant("2026-06-18T17:00"),
    organNotifiedAt: instant("2026-06-18T17:30"),
    organDiscoveredOn: day("2026-06-16"),
  },
  {
    noticeOrgan: "甲县公安局",
    noticeReceivedAt: instant("2026-06-20T09:00"),
    assignedAt: instant("2026-06-23T09:00"),
    organDiscoveredOn: day("2026-06-10"),
  },
  { noticeOrgan: "甲县人民法院", noticeReceivedAt: instant("2026-06-30T09:00") },
  { noticeOrgan: "甲县人民法院", noticeReceivedAt: instant("2026-07-01T09:00") },
];

it("第三十六条: the month-end list counts letters, assignments, replies and late letters per organ", () => {
  expect(monthList(LETTERS, "2026-06", 3)).toEqual([
    { organ: "甲县公安局", received: 2, assigned: 2, replied: 1, late: 1, averageDays: 1.5 },
    { organ: "甲县人民法院", received: 1, assigned: 0, replied: 0, late: 0, averageDays: null },
  ]);
  expect(monthList(LETTERS, "2026-05", 3)).toEqual([]);
  expect(monthOfDay(day("2026-07-01"))).toBe("2026-07");
});
