import type { AidFacts } from "../dictionary/aidFile.ts";
import type { Label } from "../dictionary/field.ts";
import type { Parameters } from "./parameters.ts";
import type { Source } from "./sources.ts";
import { law } from "./sources.ts";

/** Why the ground of an organ's letter does not fit the letter. */
export type GroundFault = { readonly say: Label; readonly source: Source };

/**
 * Whether the ground named in an organ's letter belongs to its kind: representation only in compulsory treatment,
 * and prosecution-review grounds only in pilot areas. Null when it fits or is not yet entered.
 * @source 法律援助法第二十五条、第二十八条; 司发通〔2022〕49号
 */
export const groundFault = (facts: AidFacts, { prosecutionPilot }: Parameters): GroundFault | null => {
  const { noticeKind, noticeGround } = facts;
  if (noticeKind === undefined || noticeGround === undefined) return null;
  if ((noticeKind === "REPRESENTATION") !== (noticeGround === "N28"))
    return {
      source: law("LAL", 28),
      say: {
        zh: "通知代理只适用于强制医疗案件",
        en: "Notified representation is for compulsory treatment only",
      },
    };
  if (noticeGround.startsWith("NPR") && !prosecutionPilot)
    return {
      source: law("COV"),
      say: {
        zh: "该情形只适用于审查起诉全覆盖试点地区",
        en: "This ground holds in pilot areas of prosecution review only",
      },
    };
  return null;
};
