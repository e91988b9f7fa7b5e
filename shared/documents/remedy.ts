import type { BureauFacts } from "../dictionary/registers.ts";
import { lengthOf } from "../law/clock.ts";
import { deadline } from "../law/deadlines.ts";
import type { Parameters } from "../law/parameters.ts";

/**
 * The remedy a refusal must state (法律援助法第四十九条): the right to object, to which organ, the period where the
 * province has one, and what follows. Null while the bureau has not said which organ takes objections.
 * No national period was found, so 0 days in the parameter OBJ-FILE-NATIONAL prints none (question C4).
 */
export const remedyTextOf = ({ objectionOrgan }: BureauFacts, parameters: Parameters): string | null => {
  if (objectionOrgan === undefined) return null;
  const days = lengthOf(deadline("OBJ-FILE-NATIONAL"), parameters);
  const period = days > 0 ? `自收到本决定之日起${days}日内` : "";
  return [
    `如对本决定有异议，可以${period}向${objectionOrgan}提出。`,
    `${objectionOrgan}应当自收到异议之日起五日内进行审查，作出维持本决定或者责令改正的决定。`,
    "对维持本决定的决定不服的，可以依法申请行政复议或者提起行政诉讼（《中华人民共和国法律援助法》第四十九条）。",
  ].join("");
};

/** Where the next remedy is sought, as far as the bureau has recorded it; null when it has recorded nothing. */
export const furtherRemedyOf = ({ reconsiderationOrgans, court }: BureauFacts): string | null => {
  const parts = [
    reconsiderationOrgans === undefined ? "" : `行政复议机关：${reconsiderationOrgans}`,
    court === undefined ? "" : `行政诉讼管辖法院：${court}`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? null : `${parts.join("；")}。`;
};

/**
 * The remedies after an objection was rejected (法律援助法第四十九条第三款): reconsideration within sixty days, or a suit within
 * six months, or within fifteen days after a reconsideration. Null until the bureau has recorded both organs.
 */
export const suitRemedyOf = ({ reconsiderationOrgans, court }: BureauFacts): string | null => {
  if (reconsiderationOrgans === undefined || court === undefined) return null;
  const days = deadline("OBJ-AR-60D").length;
  const suitDays = deadline("OBJ-LIT-15D").length;
  return [
    `如不服本决定，可以自知道本决定之日起${days}日内向${reconsiderationOrgans}申请行政复议（《中华人民共和国行政复议法》第二十条），`,
    `也可以自知道本决定之日起六个月内向${court}提起行政诉讼（《中华人民共和国行政诉讼法》第四十六条）；`,
    `对行政复议决定不服的，可以自收到复议决定书之日起${suitDays}日内提起行政诉讼（同法第四十五条）。`,
  ].join("");
};
