/** A piece of page that is already safe. Only this file makes one from text. */
export type Html = { readonly safe: string };
type Part = Html | string | number | undefined | readonly Html[];

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => ESCAPES[char] ?? char);

const textOfPart = (part: Part): string => {
  if (part === undefined) return "";
  if (typeof part === "string" || typeof part === "number") return escaped(String(part));
  return "safe" in part ? part.safe : part.map(({ safe }) => safe).join("");
};

/** A page written as a template: everything put into it is escaped unless it is `Html` itself. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  safe: strings.reduce((text, string, index) => text + textOfPart(parts[index - 1]) + string),
});
