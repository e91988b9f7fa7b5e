import { dayOf, instantOfMs } from "../../../shared/kernel/instant.ts";
import { INDICATORS } from "../../../shared/statistics/indicators.ts";
import { periodAt } from "../../../shared/statistics/period.ts";
import { tabulate } from "../../../shared/statistics/tabulate.ts";
import { lawOf } from "../../data/bureau.ts";
import type { Desk } from "../../data/desk.ts";
import { readStatRecords } from "../../data/questions/statRecords.ts";
import { whenIdle } from "../../data/yielding.ts";
import { COUNTED_KINDS } from "./countPeriod.ts";

/** Records in one turn: some tens of milliseconds, which nobody notices. */
const SLICE = 500;
/** Desks that have done it since they were opened: once is enough. */
const DONE = new WeakSet<Desk>();

/**
 * Counts the year once, a little at a time and for nobody: whoever asks afterwards finds the columns read and the periods
 * reckoned, and waits half as long for the first table of the day. The figures themselves are not kept: they are of this
 * minute, and are counted anew whenever somebody asks.
 */
export const countAhead = async (desk: Desk): Promise<void> => {
  if (DONE.has(desk)) return;
  DONE.add(desk);
  const [records, law] = await Promise.all([readStatRecords(desk, COUNTED_KINDS), lawOf(desk)]);
  const today = dayOf(instantOfMs(desk.wallMs()));
  const counted = { indicators: INDICATORS, law: { ...law, today } };
  for (let at = 0; at < records.length && desk.db.isOpen(); at += SLICE) {
    await whenIdle();
    tabulate(records.slice(at, at + SLICE), periodAt("year", today), counted);
  }
};
