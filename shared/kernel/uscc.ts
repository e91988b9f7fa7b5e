/** 统一社会信用代码 (GB 32100, mark V2): 31 characters without I O S V Z, and one weight per position. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const FORM = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/;

/** The check character that belongs to the first 17: any of the 31 is possible, not only a digit or X. */
export const usccCheck = (first17: string): string => {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * ALPHABET.indexOf(first17.charAt(at)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
};

/** True for 18 characters of the right alphabet, six division digits in place, and the right check character (V02). */
export const isUscc = (code: string): boolean => FORM.test(code) && usccCheck(code) === code.charAt(17);
