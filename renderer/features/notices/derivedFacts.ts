import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { birthDateOf, citizenIdFault, sexOf } from "../../../shared/kernel/citizenId.ts";
import type { Day } from "../../../shared/kernel/day.ts";

type Facts = { readonly [f: string]: Json };

/** Grounds on which the organ may, but need not, notify (第二十五条第二款; 最高法刑诉解释第四十八条). */
const DISCRETIONARY: ReadonlySet<string> = new Set([
  "N25P2",
  "N48_1",
  "N48_2",
  "N48_3",
  "N48_4",
  "N48_5",
  "N_FOREIGN",
]);
const STAGE_OF_ORGAN: Readonly<Record<string, string>> = {
  POLICE: "ST_INVEST",
  PROC: "ST_PROSEC",
  COURT: "ST_TRIAL1",
};
const STATUS_OF_ORGAN: Readonly<Record<string, string>> = { COURT: "CR_DEFENDANT" };

/** Matter, form of aid and legal status that a kind and ground of notice leave no choice about. */
const ofNotice = ({ noticeKind, noticeGround, noticeOrganType }: AidFacts): Facts => {
  if (noticeKind === "REPRESENTATION" || noticeGround === "N28")
    return {
      matter: "M28",
      aidForm: "CRIM_AGENCY",
      legalStatus: "CM_RESPONDENT",
      proceduralStage: "ST_COMPMED",
    };
  const organ = noticeOrganType ?? "";
  const stage = STAGE_OF_ORGAN[organ];
  return {
    aidForm: "CRIM_DEFENCE",
    legalStatus: STATUS_OF_ORGAN[organ] ?? "CR_SUSPECT",
    ...(noticeGround !== undefined && { matter: DISCRETIONARY.has(noticeGround) ? "M25_2" : "M25_1" }),
    ...(stage !== undefined && { proceduralStage: stage }),
  };
};

const ofNumber = ({ certNo, certType, birthOn, sex }: AidFacts, on: Day): Facts => {
  if (certNo === undefined || certType !== "ID" || citizenIdFault(certNo, on) !== null) return {};
  const born = birthDateOf(certNo);
  return {
    ...(birthOn === undefined && born !== null && { birthOn: born }),
    ...(sex === undefined && { sex: sexOf(certNo) === "male" ? "M" : "F" }),
  };
};

const TRIGGERS = ["noticeKind", "noticeGround", "noticeOrganType"];

/**
 * What follows from an entry on an organ's letter and nobody has to type: the matter by ground, birth and sex by number,
 * and privacy for minors (未成年人保护法第一百零三条). `changed`: what was just entered; `facts`: the file with it.
 */
export const derivedFacts = (facts: AidFacts, changed: Facts, on: Day): Facts => ({
  ...(TRIGGERS.some((name) => name in changed) && ofNotice(facts)),
  ...("certNo" in changed || "certType" in changed ? ofNumber(facts, on) : {}),
  ...(changed.noticeGround === "N25_1" && { sensitivity: "PRIVACY" }),
});
