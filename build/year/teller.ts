import type { Command } from "../../shared/commands/command.ts";
import { openRecord } from "../../shared/commands/openRecord.ts";
import { recordFacts } from "../../shared/commands/recordFacts.ts";
import { recordRow } from "../../shared/commands/recordRow.ts";
import type { LawScene } from "../../shared/commands/scene.ts";
import { takeStep } from "../../shared/commands/takeStep.ts";
import type { Day } from "../../shared/kernel/day.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import type { Facts } from "../demo/registers.ts";
import type { Chance } from "./chance.ts";
import type { Shelf } from "./shelf.ts";
import { workDay } from "./workDays.ts";

/** One act of one person on one record, at a moment of the year. */
export type Act = {
  readonly by: string;
  readonly at: Instant;
  readonly t: string;
  readonly id: string;
  readonly command: Command<never>;
  readonly input: unknown;
};

/** An input that is found out only when the act is done, from everything there is by then. */
export type LateInput = (shelf: Shelf, law: LawScene) => unknown;

/** The record that an act is about. */
export type Subject = { readonly t: string; readonly id: string };

/** Tells what people did, act after act, with a clock that only moves forward through office hours. */
export type Teller = {
  readonly now: () => Instant;
  readonly today: () => Day;
  /** The number of the working day the clock stands on. */
  readonly dayIndex: () => number;
  /** Goes on to some hour of the working day `days` later; 0 is later the same day. */
  readonly wait: (days: number) => void;
  readonly open: (by: string, subject: Subject, facts: Facts) => void;
  readonly record: (by: string, subject: Subject, facts: Facts) => void;
  readonly row: (by: string, subject: Subject, row: { readonly f: string; readonly row: Facts }) => void;
  readonly step: (
    by: string,
    subject: Subject,
    step: { readonly name: string; readonly facts?: Facts },
  ) => void;
  /** A step whose facts are known only when it is taken. */
  readonly late: (by: string, subject: Subject, input: LateInput) => void;
  readonly tell: (by: string, subject: Subject, wish: Pick<Act, "command" | "input">) => void;
  /** The same story seen by somebody else: acts go to the same list, the clock runs on its own. */
  readonly branch: () => Teller;
};

/** Office hours in minutes of the day. */
const OPENS = 8 * 60 + 30;
const NOON = 12 * 60;
const AFTERNOON = 14 * 60;
const CLOSES = 17 * 60 + 30;

const two = (value: number): string => String(value).padStart(2, "0");
const hourOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
const outsideLunch = (minute: number): number =>
  minute >= NOON && minute < AFTERNOON ? minute + 120 : minute;

type Ground = { readonly chance: Chance; readonly acts: Act[] };

/** A teller that begins on a working day and writes into `acts`. */
export const tellerFrom = ({ chance, acts }: Ground, dayIndex: number, minuteOfDay?: number): Teller => {
  let index = dayIndex;
  let minute = minuteOfDay ?? outsideLunch(chance.whole(OPENS, CLOSES - 90));
  const today = (): Day => workDay(index);
  const now = (): Instant => `${today()}T${hourOf(minute)}` as Instant;
  const tell: Teller["tell"] = (by, subject, wish) => {
    acts.push({ by, at: now(), ...subject, ...wish });
  };
  const by =
    (command: Command<never>) =>
    (who: string, subject: Subject, input: unknown): void =>
      tell(who, subject, { command, input });
  const put = (command: unknown) => by(command as Command<never>);
  return {
    now,
    today,
    dayIndex: () => index,
    wait: (days) => {
      if (days === 0) minute = Math.min(outsideLunch(minute + chance.whole(4, 40)), 23 * 60 + 59);
      else minute = outsideLunch(chance.whole(OPENS, CLOSES - 90));
      index += days;
    },
    open: (who, subject, facts) => put(openRecord)(who, subject, { facts }),
    record: (who, subject, facts) => put(recordFacts)(who, subject, { facts }),
    row: (who, subject, input) => put(recordRow)(who, subject, input),
    step: (who, subject, { name, facts = {} }) => put(takeStep)(who, subject, { step: name, facts }),
    late: put(takeStep),
    tell,
    branch: () => tellerFrom({ chance, acts }, index, minute),
  };
};
