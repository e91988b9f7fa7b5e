import { maskCitizenId } from "../../shared/kernel/citizenId.ts";

export type MaskKind = "citizenId" | "phone";

/** Facts shown with their middle hidden, and how. */
export const MASKED_FACTS: Readonly<Record<string, MaskKind>> = {
  certNo: "citizenId",
  proxyCertNo: "citizenId",
  phone: "phone",
  proxyPhone: "phone",
  contactPhone: "phone",
};

/** A number of eleven digits or more has enough to hide in its middle. */
const WHOLE_PHONE = 11;

/** How many characters of a shorter number stay readable; of one that is very short, none. */
const endOf = (phone: string): string => (phone.length < 4 ? "" : phone.slice(-2));

/** A phone number as lists show it: 138****5678 (3-4-4). Of shorter text only the end is shown. */
export const maskPhone = (phone: string): string => {
  if (phone.length >= WHOLE_PHONE) return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  const end = endOf(phone);
  return "*".repeat(phone.length - end.length) + end;
};

/** How lists show a number of this kind (PIPL 6, 51). */
export const masked = (kind: MaskKind, value: string): string =>
  kind === "phone" ? maskPhone(value) : maskCitizenId(value);
