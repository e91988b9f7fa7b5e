import type { Instant } from "../../shared/kernel/instant.ts";
import { application } from "./applications.ts";
import { oldArchive } from "./archives.ts";
import { chanceOf, itemAt } from "./chance.ts";
import { complaint } from "./complaints.ts";
import { dutyShift, shiftDays } from "./duty.ts";
import { consultation } from "./entrances.ts";
import { budget, donation } from "./money.ts";
import { notice } from "./notices.ts";
import { personsOf } from "./persons.ts";
import { exportApproval, look } from "./privacy.ts";
import { tellRegisters } from "./registerActs.ts";
import { CLERKS, EXAMINERS, HEADS, type Registers, registersOf } from "./registers.ts";
import { quarters } from "./statistics.ts";
import type { Kit } from "./story.ts";
import { type Act, tellerFrom } from "./teller.ts";
import { cooperation, transferElsewhere } from "./transfers.ts";
import { someDay, YEAR_TO } from "./workDays.ts";

/** How much happens in the year, and from which seed. */
export type YearPlan = { readonly cases: number; readonly consultations: number; readonly seed: number };
/** Everything that people did in the year, in the order of time, and the registers it refers to. */
export type ToldYear = { readonly registers: Registers; readonly acts: readonly Act[] };

/** The first cases take every course once and must have time to end: they come in the first weeks of the year. */
const EARLY_CASES = 60;
const EARLY_DAYS = 25;
/** Of a hundred cases so many come by an organ's letter. */
const NOTICED = 0.4;
const END = `${YEAR_TO}T23:59` as Instant;

const tellCases = (kit: Kit, cases: number): void => {
  const { chance } = kit;
  for (let at = 0; at < cases; at += 1) {
    const isEarly = at < Math.min(EARLY_CASES, Math.ceil(cases * 0.8));
    const isNotice = (at * NOTICED) % 1 < NOTICED;
    const story = {
      kit,
      id: chance.id(),
      clerk: itemAt(CLERKS, at),
      examiner: chance.pick(EXAMINERS),
      head: chance.pick(HEADS),
      tell: tellerFrom(kit, isEarly ? chance.whole(1, EARLY_DAYS) : someDay(chance)),
    };
    kit.cases.push({ id: story.id, dayIndex: story.tell.dayIndex() });
    if (isNotice) notice(story);
    else application(story);
  }
};

const tellConsultations = (kit: Kit, consultations: number): void => {
  const others = kit.acts.filter(({ command }) => command.name === "convertConsultation").length;
  for (let at = others; at < consultations; at += 1) consultation(kit, itemAt(CLERKS, at));
};

/** Shifts, other agencies, complaints, money and old files grow with the number of cases; of each there are some. */
const tellTheRest = (kit: Kit, cases: number): void => {
  const share = (of: number, least: number): number => Math.max(least, Math.round(cases * of));
  const times = (count: number, tell: (at: number) => void): void => {
    for (let at = 0; at < count; at += 1) tell(at);
  };
  const { stations } = kit.registers;
  const days = shiftDays(share(0.15, 8));
  for (const [at, index] of days.entries())
    dutyShift(kit, {
      index,
      stationId: itemAt(stations, at).id,
      clerk: itemAt(CLERKS, at),
      helped: kit.chance.whole(2, 6),
    });
  times(share(0.006, 3), (at) => transferElsewhere(kit, itemAt(CLERKS, at)));
  times(share(0.01, 4), (at) => cooperation(kit, itemAt(CLERKS, at)));
  let earlier: string | undefined;
  times(share(0.008, 6), () => {
    earlier = complaint(kit, earlier);
  });
  budget(kit, cases);
  times(share(0.001, 2), () => donation(kit));
  times(share(0.2, 4), (at) => look(kit, itemAt(CLERKS, at)));
  times(share(0.002, 3), () => exportApproval(kit));
  times(share(0.004, 3), (at) => oldArchive(kit, at));
  quarters(kit);
};

/** Invents a year: told record by record, then put in the order of time and cut where the year ends. */
export const tellYear = ({ cases, consultations, seed }: YearPlan): ToldYear => {
  const chance = chanceOf(seed);
  const persons = personsOf(chance);
  const registers = registersOf(chance, persons);
  const kit: Kit = { chance, persons, registers, acts: [], cases: [], told: new Map() };
  tellRegisters(kit);
  tellCases(kit, cases);
  tellConsultations(kit, consultations);
  tellTheRest(kit, cases);
  const acts = kit.acts.filter(({ at }) => at <= END);
  return { registers, acts: acts.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) };
};
