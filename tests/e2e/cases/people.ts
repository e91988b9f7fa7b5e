import { citizenIdCheck } from "../../../shared/kernel/citizenId.ts";

/** An invented identity number with a valid check digit; division 999999 does not exist. */
export const inventedId = (birthOn: string, sequence: string): string => {
  const digits = `999999${birthOn.replaceAll("-", "")}${sequence}`;
  return digits + citizenIdCheck(digits);
};
