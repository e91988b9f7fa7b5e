import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import type { Label } from "../../../shared/dictionary/field.ts";
import { birthDateOf, type CitizenIdFault, citizenIdFault, sexOf } from "../../../shared/kernel/citizenId.ts";
import type { Day } from "../../../shared/kernel/day.ts";

const FAULTS: Readonly<Record<CitizenIdFault, Label>> = {
  form: { zh: "应为18位号码", en: "The number must have 18 characters" },
  date: { zh: "号码中的出生日期不存在", en: "The date of birth in the number does not exist" },
  future: { zh: "号码中的出生日期晚于今天", en: "The date of birth in the number lies in the future" },
  "check-digit": { zh: "校验位不正确，请核对号码", en: "The check digit is wrong: compare with the card" },
};
const OTHER_BIRTH: Label = {
  zh: "出生日期与证件号码不一致",
  en: "The date of birth does not match the number",
};
const OTHER_SEX: Label = { zh: "性别与证件号码不一致", en: "The sex does not match the number" };

const carriesBirth = ({ certType }: AidFacts): boolean => certType === "ID" || certType === "HMT";

const sexIn = (certNo: string): "M" | "F" | null => {
  const written = sexOf(certNo);
  return written === null ? null : written === "male" ? "M" : "F";
};

/** Facts that follow from a valid number and are not known yet: nobody types what the card already says (GB 11643). */
export const factsInNumber = (facts: AidFacts, on: Day): Pick<AidFacts, "birthOn" | "sex"> => {
  const { certNo } = facts;
  if (certNo === undefined || !carriesBirth(facts) || citizenIdFault(certNo, on) !== null) return {};
  const [birthOn, sex] = [birthDateOf(certNo), sexIn(certNo)];
  return {
    ...(birthOn !== null && facts.birthOn === undefined && { birthOn }),
    ...(sex !== null && facts.sex === undefined && { sex }),
  };
};

/** What is wrong with the number or does not match it (V01); empty when all is well. */
export const identityWarnings = (facts: AidFacts, on: Day): readonly Label[] => {
  const { certNo, birthOn, sex } = facts;
  if (certNo === undefined || !carriesBirth(facts)) return [];
  const fault = citizenIdFault(certNo, on);
  if (fault !== null) return [FAULTS[fault]];
  return [
    ...(birthOn !== undefined && birthOn !== birthDateOf(certNo) ? [OTHER_BIRTH] : []),
    ...(sex !== undefined && sex !== sexIn(certNo) ? [OTHER_SEX] : []),
  ];
};
