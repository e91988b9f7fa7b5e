import type { Day } from "./day.ts";
import { isDay, yearOf } from "./day.ts";

/** Weights and check characters of 公民身份号码 (GB 11643; algorithm agreed by several implementations, mark V2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = "10X98765432";
const FORM = /^[1-9]\d{16}[\dX]$/;

/** Later than every birth: where `today` is not known, a date cannot be called future. */
const END_OF_TIME = "2999-12-31" as Day;

/** What a number can have wrong with it, most basic first. */
export type CitizenIdFault = "form" | "date" | "future" | "check-digit";

/** The division codes with which the residence permits of 香港, 澳门 and 台湾 residents begin: also 18 characters. */
const PERMIT_REGIONS: Readonly<Record<string, "HK" | "MO" | "TW">> = {
  "810000": "HK",
  "820000": "MO",
  "830000": "TW",
};

/** The check character that belongs to the first 17 digits. */
export const citizenIdCheck = (digits: string): string => {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return CHECKS.charAt(sum % 11);
};

const birthText = (id: string): string => `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;

/**
 * The first fault of a number as it stands on `today`, or null when it is valid.
 * The division code is not judged: abolished codes stay valid (a warning belongs to the division table).
 */
export const citizenIdFault = (id: string, today: Day): CitizenIdFault | null => {
  if (!FORM.test(id)) return "form";
  if (!isDay(birthText(id))) return "date";
  if (birthText(id) > today) return "future";
  return citizenIdCheck(id) === id.charAt(17) ? null : "check-digit";
};

/** Numbers of before 1999: no century, no check character. */
const OLD_FORM = /^[1-9]\d{14}$/;

/** A certificate number made comparable: full-width signs, case and spaces folded, an old number of 15 digits as its 18. */
export const plainCertNo = (text: string): string => {
  const plain = text.normalize("NFKC").toUpperCase().replaceAll(/\s/g, "");
  if (!OLD_FORM.test(plain)) return plain;
  const digits = `${plain.slice(0, 6)}19${plain.slice(6)}`;
  return digits + citizenIdCheck(digits);
};

/** True for text of the right form, with a real date and the right check digit; whether the date has come is `citizenIdFault`. */
export const isCitizenId = (value: unknown): value is string =>
  typeof value === "string" && citizenIdFault(value, END_OF_TIME) === null;

/** The birth day written in the number, or null when there is none. */
export const birthDateOf = (id: string): Day | null => {
  const text = birthText(id);
  return FORM.test(id) && isDay(text) ? text : null;
};

/** The sex written in the number: an odd sequence is male, an even one female. Null when the form is wrong. */
export const sexOf = (id: string): "male" | "female" | null => {
  if (!FORM.test(id)) return null;
  return Number(id.charAt(16)) % 2 === 1 ? "male" : "female";
};

/** Full years on a day: the year is complete on the birthday itself; born on 29 February, on 1 March (周岁). */
export const ageOn = (birthDate: Day, on: Day): number => {
  const reached = on.slice(5) >= birthDate.slice(5);
  return yearOf(on) - yearOf(birthDate) - (reached ? 0 : 1);
};

/** Which region's resident holds the number, when it is a residence permit 港澳台居民居住证; otherwise null. */
export const permitRegionOf = (id: string): "HK" | "MO" | "TW" | null =>
  FORM.test(id) ? (PERMIT_REGIONS[id.slice(0, 6)] ?? null) : null;

/** The number as lists and logs may show it: first six and last four characters (前6后4). Short text is hidden whole. */
export const maskCitizenId = (id: string): string =>
  id.length === 18 ? `${id.slice(0, 6)}********${id.slice(14)}` : "*".repeat(id.length);
