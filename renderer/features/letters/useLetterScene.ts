import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import type { LetterScene } from "../../../shared/documents/letterScene.ts";
import { type LetterForm, letterOf } from "../../../shared/documents/letters.ts";
import { agencyOn } from "../../../shared/law/agency.ts";
import { clocksOf } from "../../../shared/law/clocksOf.ts";
import { lawScene } from "../../data/questions/files.ts";
import { recordById } from "../../data/questions/records.ts";
import { bureau, staff } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useToday } from "../../state/useToday.ts";

/** A letter's scene before its number is known. */
export type Unnumbered = Omit<LetterScene, "templateVersion" | "number">;

const NOBODY = "none-0000";

/** Everything a letter of this record is made of but its number: undefined while loading, null without such a record. */
export const useLetterScene = (form: LetterForm, id: string): Unnumbered | null | undefined => {
  const { entity } = letterOf(form);
  const card = useAnswer<Awaited<ReturnType<ReturnType<typeof recordById>>>>(recordById(entity, id), [
    entity,
    id,
  ]);
  const facts = (card?.facts ?? {}) as AidFacts;
  const office = useAnswer(bureau(), []);
  const people = useAnswer(staff(), []);
  const law = useAnswer(lawScene(), []);
  const lawyer = useAnswer(recordById("lawyer", facts.lawyerId ?? NOBODY), [facts.lawyerId]);
  const provider = useAnswer(recordById("provider", facts.providerId ?? NOBODY), [facts.providerId]);
  const today = useToday();
  if (card === null) return null;
  const isLoading = [card, office, people, law, lawyer, provider].includes(undefined);
  if (isLoading || card === undefined || law === undefined) return undefined;
  // the register's answer may still be the one before the file named somebody
  const isStale =
    (facts.lawyerId !== undefined && lawyer?.id !== facts.lawyerId) ||
    (facts.providerId !== undefined && provider?.id !== facts.providerId);
  if (isStale) return undefined;
  return {
    view: card.view,
    bureau: agencyOn(office?.facts ?? {}, today),
    staff: Object.fromEntries((people ?? []).map((person) => [person.id, person.facts])),
    ...(lawyer && { lawyer: lawyer.facts }),
    ...(provider && { provider: provider.facts }),
    clocks: entity === "aidFile" ? clocksOf(facts, law.calendar, law.parameters) : [],
    parameters: law.parameters,
    today,
  };
};
