import { openRecord } from "../../../shared/commands/openRecord.ts";
import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { Day } from "../../../shared/kernel/day.ts";
import { dayOf, instantOfMs, startOfDay } from "../../../shared/kernel/instant.ts";
import { clocksOf } from "../../../shared/law/clocksOf.ts";
import { remarksOn } from "../../../shared/law/validations.ts";
import { useDesk } from "../../data/deskContext.ts";
import { newId } from "../../data/newId.ts";
import { perform } from "../../data/perform.ts";
import { fileById, lawScene } from "../../data/questions/files.ts";
import { organs } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useToday } from "../../state/useToday.ts";
import type { UiPort } from "../../ui/port.tsx";
import { goTo } from "../../ui/route.ts";
import { useDerivingPort } from "../../ui/useDerivingPort.ts";
import { useRefusal } from "../../ui/useRefusal.ts";
import { derivedFacts } from "./derivedFacts.ts";

type Facts = { readonly [f: string]: Json };

/** What every notified file begins with. No means test: track T5 (法律援助法第三十六条). */
const FIRST_FACTS: Facts = {
  origin: "NOTIFICATION",
  source: "SRC_NOTIFY_D",
  sensitivity: "NORMAL",
  certType: "ID",
  applyingAs: "SELF",
  track: "T5_NOTIFIED",
  noticeKind: "DEFENCE",
};

/** Opens the file of a new letter, dated today, and goes to it. */
export const useStartNotice = () => {
  const desk = useDesk();
  const { refusal, tell } = useRefusal();
  const start = async (): Promise<void> => {
    const ms = desk.wallMs();
    const id = newId(ms);
    const facts = { ...FIRST_FACTS, noticeLetterOn: dayOf(instantOfMs(ms)) };
    if (tell(await perform(desk, openRecord, { t: "aidFile", id, input: { facts } })).ok) goTo("notices", id);
  };
  return { start, refusal };
};

/** The desk as the letter's form sees it: what follows from an entry is recorded in the same op. */
export const useNoticePort = (facts: AidFacts, on: Day): UiPort =>
  useDerivingPort(facts, (known, changed) => derivedFacts(known, changed, on));

const SPOKEN = ["V01", "V13", "V14"];

/** One organ's letter: undefined while loading, null when there is none. */
export const useNotice = (id: string) => {
  const card = useAnswer(fileById(id), [id]);
  const law = useAnswer(lawScene(), []);
  const register = useAnswer(organs(), []) ?? [];
  const today = useToday();
  if (card === null) return null;
  if (card === undefined || law === undefined) return undefined;
  return {
    card,
    facts: card.facts,
    today,
    organs: register,
    clocks: clocksOf(card.facts, law.calendar, law.parameters).filter((clock) =>
      /^(ASG|NTF)-/.test(clock.id),
    ),
    remarks: remarksOn({ facts: card.facts, now: startOfDay(today), ...law }, SPOKEN),
  };
};

/** The loaded letter, as the parts of the page take it. */
export type Notice = NonNullable<ReturnType<typeof useNotice>>;
