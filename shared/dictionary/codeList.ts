/** One code of a code list. `verified: false` is shown on screen as 未核实 (unverified). Further traits belong to the list. */
export type CodeEntry = {
  readonly zh: string;
  readonly en: string;
  readonly source: string;
  readonly verified: boolean;
  readonly [trait: string]: unknown;
};

/** A code list (代码表): code → entry, in the order in which people read it. */
export type CodeList = Readonly<Record<string, CodeEntry>>;

/** The codes of a list, as a type. */
export type CodeOf<L extends CodeList> = keyof L & string;

/** The label of `code` in `language`; the bare code when this version does not know it (written by a newer one). */
export const codeLabel = (list: CodeList, code: string, language: "zh" | "en"): string =>
  Object.hasOwn(list, code) ? (list[code] as CodeEntry)[language] : code;
