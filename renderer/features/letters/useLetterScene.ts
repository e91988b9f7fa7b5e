import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import type { LetterScene } from "../../../shared/documents/letterScene.ts";
import type { LetterAddress } from "../../../shared/documents/letters.ts";
import type { AdoptedTemplate } from "../../../shared/documents/templates.ts";
import { agencyOn } from "../../../shared/law/agency.ts";
import { clocksOf } from "../../../shared/law/clocksOf.ts";
import { lawScene } from "../../data/questions/files.ts";
import { letterSources } from "../../data/questions/letters.ts";
import { bureau, staff } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useToday } from "../../state/useToday.ts";

/** A letter's scene before its number is known. */
export type Unnumbered = Omit<LetterScene, "templateVersion" | "number">;

/** A letter's scene and the versions of its template that the bureau has adopted. */
export type Ready = { readonly scene: Unnumbered; readonly templates: readonly AdoptedTemplate[] };

/** Everything a letter of this record is made of but its number: undefined while loading, null without such a record. */
export const useLetterScene = (id: string, address: LetterAddress): Ready | null | undefined => {
  const sources = useAnswer(letterSources(id, address), [id, address.form, address.t, address.about]);
  const office = useAnswer(bureau(), []);
  const people = useAnswer(staff(), []);
  const law = useAnswer(lawScene(), []);
  const today = useToday();
  if (sources === null) return null;
  if (sources === undefined || office === undefined || people === undefined || law === undefined)
    return undefined;
  const { templates, ...known } = sources;
  const isFile = address.t === "aidFile";
  const facts = known.view.facts as AidFacts;
  const scene: Unnumbered = {
    ...known,
    about: address.about,
    bureau: agencyOn(office?.facts ?? {}, today),
    staff: Object.fromEntries(people.map((person) => [person.id, person.facts])),
    clocks: isFile ? clocksOf(facts, law.calendar, law.parameters) : [],
    parameters: law.parameters,
    today,
  };
  return { scene, templates };
};
