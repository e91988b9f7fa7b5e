import { convertConsultation } from "../../../shared/commands/convertConsultation.ts";
import { openRecord } from "../../../shared/commands/openRecord.ts";
import { instantOfMs } from "../../../shared/kernel/instant.ts";
import { stepsFrom } from "../../../shared/workflow/steps.ts";
import { useDesk } from "../../data/deskContext.ts";
import { newId } from "../../data/newId.ts";
import { perform } from "../../data/perform.ts";
import { recordById } from "../../data/questions/records.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { goTo } from "../../ui/route.ts";
import { useRefusal } from "../../ui/useRefusal.ts";

/** Opens a new consultation, begun now at the window, and goes to it. */
export const useStartConsultation = () => {
  const desk = useDesk();
  const { refusal, tell } = useRefusal();
  const start = async (): Promise<void> => {
    const [ms, facts] = [desk.wallMs(), { channel: "WINDOW", isAnonymous: false }];
    const id = newId(ms);
    const input = { facts: { ...facts, askedAt: instantOfMs(ms) } };
    if (tell(await perform(desk, openRecord, { t: "consultation", id, input })).ok) goTo("consultations", id);
  };
  return { start, refusal };
};

/** One consultation: undefined while loading, null when there is none; and making it an application. */
export const useConsultation = (id: string) => {
  const desk = useDesk();
  const card = useAnswer(recordById("consultation", id), [id]);
  const actor = useDeskStore((state) => state.actor);
  const { refusal, tell } = useRefusal();
  if (card === null || card === undefined) return card;
  const steps = stepsFrom(card.view, actor?.roles ?? []);
  const convert = async (): Promise<void> => {
    const fileId = newId(desk.wallMs());
    if (tell(await perform(desk, convertConsultation, { t: "consultation", id, input: { fileId } })).ok)
      goTo("intake", fileId);
  };
  return { card, convert, refusal, stepNamed: (name: string) => steps.find((step) => step.name === name) };
};

/** The loaded consultation, as the parts of the page take it. */
export type OpenConsultation = NonNullable<ReturnType<typeof useConsultation>>;
