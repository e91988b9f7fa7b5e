/** An amount of money in whole fen (分). Amounts are never floating-point yuan: 0.1 + 0.2 has no place in a ledger. */
export type Fen = number & { readonly __kind: "fen" };

const YUAN = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/;

/** True for a safe whole number. */
export const isFen = (value: unknown): value is Fen => Number.isSafeInteger(value);

/** The amount of `count` fen. Throws a RangeError for a fraction: for constants and checked input only. */
export const fen = (count: number): Fen => {
  if (!isFen(count)) throw new RangeError(`not whole fen: ${count}`);
  return count;
};

/** Reads "1440", "1,440.5" or "-3.05" yuan digit by digit; null for anything else, more than two decimals included. */
export const fenOfYuan = (text: string): Fen | null => {
  const trimmed = text.trim();
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(trimmed);
  const parts = YUAN.exec(grouped ? trimmed.replaceAll(",", "") : trimmed);
  if (parts === null) return null;
  const [, sign, whole = "0", cents = ""] = parts;
  const count = Number(whole) * 100 + Number(cents.padEnd(2, "0"));
  return (sign === "-" && count > 0 ? -count : count) as Fen;
};

/** "1,440.00": the amount in yuan with grouped thousands and two decimals. */
export const yuanOfFen = (amount: Fen): string => {
  const digits = String(Math.abs(amount)).padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${amount < 0 ? "-" : ""}${whole}.${digits.slice(-2)}`;
};

/** The sum of amounts; zero for none. */
export const sumFen = (amounts: readonly Fen[]): Fen => amounts.reduce<number>((a, b) => a + b, 0) as Fen;
