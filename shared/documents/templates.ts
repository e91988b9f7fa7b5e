import type { LetterForm } from "./letters.ts";
import { letterOf } from "./letters.ts";

/** A template a bureau has made its own in WPS: the stored bytes and the version that letters print and record. */
export type TemplateOverride = {
  readonly form: LetterForm;
  readonly version: string;
  readonly blobId: string;
};

/** Which template writes a letter: the shipped one, or the bureau's own by the hash of its bytes. */
export type TemplateChoice =
  | { readonly kind: "shipped"; readonly form: LetterForm; readonly version: string }
  | { readonly kind: "bureau"; readonly form: LetterForm; readonly version: string; readonly blobId: string };

/** The version text of a shipped template, as letters print it: `FZ-005/1.0`. */
export const shippedVersion = (form: LetterForm): string => `${form}/${letterOf(form).templateVersion}`;

/** The bureau's own template where it has one (the last listed counts), otherwise the shipped one. */
export const templateFor = (
  form: LetterForm,
  overrides: readonly TemplateOverride[] = [],
): TemplateChoice => {
  const own = overrides.findLast((override) => override.form === form);
  return own === undefined
    ? { kind: "shipped", form, version: shippedVersion(form) }
    : { kind: "bureau", form, version: `${form}/${own.version}`, blobId: own.blobId };
};
