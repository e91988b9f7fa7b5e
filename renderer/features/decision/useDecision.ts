import { remedyTextOf } from "../../../shared/documents/remedy.ts";
import { eligibilityOf } from "../../../shared/law/eligibility.ts";
import { isEmergencyWindow } from "../../../shared/law/emergency.ts";
import { fileById, lawScene } from "../../data/questions/files.ts";
import { bureau, nameOf } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useToday } from "../../state/useToday.ts";

/** One file before the person who decides: undefined while loading, null when there is none. */
export const useDecision = (id: string) => {
  const card = useAnswer(fileById(id), [id]);
  const office = useAnswer(bureau(), []);
  const law = useAnswer(lawScene(), []);
  const actor = useDeskStore((state) => state.actor);
  const examinerId = card?.facts.examinerId ?? "";
  const examiner = useAnswer(nameOf("staff", examinerId), [examinerId]) ?? "";
  const today = useToday();
  if (card === null) return null;
  if (card === undefined || office === undefined || law === undefined) return undefined;
  const { limitationOn } = card.facts;
  return {
    card,
    facts: card.facts,
    examiner,
    decider: actor?.name ?? "",
    isExaminer: examinerId !== "" && examinerId === actor?.id,
    remedyText: remedyTextOf(office?.facts ?? {}, law.parameters),
    /** The ground of refusal that the decision table names, if it refuses. */
    denialReason: eligibilityOf(card.facts, today).denialReason,
    isUrgent: limitationOn !== undefined && isEmergencyWindow(limitationOn, today, law.parameters),
  };
};

/** The loaded file, as the parts of the screen take it. */
export type Decision = NonNullable<ReturnType<typeof useDecision>>;
