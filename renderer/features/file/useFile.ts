import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import { startOfDay } from "../../../shared/kernel/instant.ts";
import { clocksOf } from "../../../shared/law/clocksOf.ts";
import { emergencyRemarks } from "../../../shared/law/emergencyRemarks.ts";
import { lateRemarks } from "../../../shared/law/lateRemarks.ts";
import { refusalRemarks } from "../../../shared/law/replacementWarnings.ts";
import { silenceRemarks } from "../../../shared/law/silence.ts";
import { remarksOn } from "../../../shared/law/validations.ts";
import { fileById, lawScene } from "../../data/questions/files.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { nextSteps } from "../../parts/nextSteps.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useToday } from "../../state/useToday.ts";

/** Machine rules that speak on a case page; blocking ones speak when the step is taken. */
const SPOKEN = ["V13", "V14", "V24", "V25", "V27", "V30"];

/** Everything the case page shows of one file: undefined while loading, null when there is none. */
export const useFile = (id: string) => {
  const card = useAnswer(fileById(id), [id]);
  const law = useAnswer(lawScene(), []);
  const actor = useDeskStore((store) => store.actor);
  const today = useToday();
  if (card === null) return null;
  if (card === undefined || law === undefined) return undefined;
  const facts: AidFacts = card.facts;
  const clocks = clocksOf(facts, law.calendar, law.parameters);
  const late = lateRemarks(clocks, facts);
  return {
    card,
    facts,
    today,
    roles: actor?.roles ?? [],
    clocks,
    isLate: late.length > 0,
    steps: nextSteps(card.view, {
      id: actor?.id ?? "",
      roles: actor?.roles ?? [],
      at: { now: startOfDay(today), law },
    }),
    remarks: [
      ...remarksOn({ facts, now: startOfDay(today), ...law }, SPOKEN),
      ...emergencyRemarks(facts, law.parameters),
      ...refusalRemarks(facts, card.view.stages),
      ...silenceRemarks(facts, today, law.parameters),
      ...late,
    ],
  };
};

/** The loaded file, as the sections of the page take it. */
export type OpenFileView = NonNullable<ReturnType<typeof useFile>>;
