import type { DOCUMENT_FORMS } from "../dictionary/codes/documentForms.ts";
import type { Json } from "../kernel/canonicalJson.ts";
import { done, refuse } from "../kernel/result.ts";
import { PROVISIONAL_NUMBER } from "../law/letterChecks.ts";
import type { Draft } from "../ops/draft.ts";
import { mayWrite } from "../workflow/writers.ts";
import type { Command } from "./command.ts";
import { undisputed } from "./numberContested.ts";

/** An official number taken from a block granted to this desk. */
export type TakenNumber = {
  readonly series: string;
  readonly year: number;
  readonly no: number;
  readonly text: string;
  readonly grant: string;
};
/** A letter as it was rendered: by these hashes exactly the same bytes are printed again. */
export type LetterInput = {
  readonly form: keyof typeof DOCUMENT_FORMS & string;
  readonly templateVersion: string;
  /** SHA-256 of the template it was merged from. */
  readonly templateHash: string;
  readonly pdfHash: string;
  readonly docxHash: string;
  readonly number?: TakenNumber;
  /** Where the official number is also kept as a fact, e.g. "applicationNo". */
  readonly numberFact?: string;
};

/**
 * Records that a letter was issued. Refused for a provisional number, while the file is contested, while another file
 * holds a number of it (I17), or when people disagree on the number it has (I14: a conflict is closed by a person, not by
 * the next letter).
 */
export const issueLetter: Command<LetterInput> = (view, input, scene) => {
  const { actor, now } = scene;
  if (!mayWrite(view.t, actor.roles)) return refuse("role-forbids");
  const settled = undisputed(view, scene);
  if (!settled.ok) return settled;
  if (input.number !== undefined && view.conflicts.some(({ f }) => f === input.numberFact))
    return refuse("field-in-conflict", undefined, input.numberFact ?? "");
  if (input.number?.text.startsWith(PROVISIONAL_NUMBER))
    return refuse("number-provisional", "内部工作规则：文书编号");
  const at = { t: view.t, id: view.id };
  const row: { readonly [f: string]: Json } = {
    form: input.form,
    templateVersion: input.templateVersion,
    templateHash: input.templateHash,
    pdfHash: input.pdfHash,
    docxHash: input.docxHash,
    issuedAt: now,
    ...(input.number !== undefined && { number: input.number.text }),
  };
  const drafts: Draft[] = [{ k: "append", ...at, f: "letters", v: row }];
  if (input.number !== undefined && input.numberFact !== undefined)
    drafts.push({ k: "number", ...at, f: input.numberFact, ...input.number });
  return done(drafts);
};
