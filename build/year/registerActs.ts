import { BUREAU } from "./registers.ts";
import type { Kit } from "./story.ts";
import { tellerFrom } from "./teller.ts";

/** Who sets the desk up. */
export const FOUNDER = "guan";
/** Before the doors open on the first morning. */
const SET_UP = 7 * 60;

/** The bureau, its staff and all registers, written by the administrator before the first office hour. */
export const tellRegisters = ({ registers, acts, chance }: Kit): void => {
  const tell = tellerFrom({ chance, acts }, 0, SET_UP);
  for (const { id, ...facts } of registers.staff)
    tell.open(FOUNDER, { t: "staff", id }, { ...facts, isActive: true });
  tell.open(FOUNDER, { t: "bureau", id: registers.bureauId }, BUREAU);
  for (const { id, facts } of registers.providers) tell.open(FOUNDER, { t: "provider", id }, facts);
  for (const { id, facts } of registers.handlers) tell.open(FOUNDER, { t: "lawyer", id }, facts);
  for (const { id, facts } of registers.organs) tell.open(FOUNDER, { t: "organ", id }, facts);
  for (const { id, facts } of registers.stations) tell.open(FOUNDER, { t: "dutyStation", id }, facts);
  for (const { id, facts } of Object.values(registers.standards))
    tell.open(FOUNDER, { t: "subsidyStandard", id }, facts);
  const later = tellerFrom({ chance, acts }, 60);
  for (const { id, providerId } of registers.handlers.slice(0, 2))
    later.open(
      "sun",
      { t: "commendation", id: chance.id() },
      {
        lawyerId: id,
        providerId,
        year: 2026,
        level: "县级",
        award: "法律援助先进个人",
        awardedOn: later.today(),
        basis: "办案质量优秀",
      },
    );
};
