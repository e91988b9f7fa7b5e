import { type LetterForm, letterOf } from "./letters.ts";

/**
 * What every template of a form must print, the bureau's own too: its number, who signs and when, and what the law wants
 * on it (the remedy, the day, the reasons). Names as templates write them.
 */
export const mandatorySlots = (form: LetterForm): readonly string[] => {
  const { numbering, needsSeal, prints = [], entities } = letterOf(form);
  const isBureau = entities.some((t) => t === "objection" || t === "complaint" || t === "penaltyLead");
  const signed = isBureau && entities.length === 1 ? ["bureau.name", "issuedOn"] : ["sealName", "issuedOn"];
  return [...(numbering === "official" ? ["letterNumber"] : []), ...(needsSeal ? signed : []), ...prints];
};
