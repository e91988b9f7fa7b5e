import { fieldOf } from "../../../shared/dictionary/entities.ts";
import type { Field } from "../../../shared/dictionary/field.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { ReferralLine } from "../../../shared/workflow/referral.ts";
import { stepOf } from "../../../shared/workflow/steps.ts";
import { factText } from "../../ui/factText.ts";
import type { Language } from "../../ui/language.tsx";
import { MASKED_FACTS, masked } from "../../ui/mask.ts";
import { REFERRAL_WORDS } from "./referralWords.ts";

type Facts = { readonly [f: string]: Json };

const isFacts = (v: Json): v is Facts => typeof v === "object" && v !== null && !Array.isArray(v);

/** A value whose name this version does not know: as it came, but nothing that could be a number of a person. */
const unknownText = (v: Json): string => (isFacts(v) || Array.isArray(v) ? "…" : String(v));

type At = { readonly f: string; readonly field: Field | undefined };

const plain = ({ f, field }: At, v: Json, language: Language): string => {
  // the whole number stands on the file itself, where a look is noted
  const mask = MASKED_FACTS[f];
  if (mask !== undefined && typeof v === "string") return masked(mask, v);
  return field === undefined ? unknownText(v) : factText(field, v, language);
};

const rowText = (field: Field, row: Facts, language: Language): string =>
  Object.entries(field.row ?? {})
    .map(([name, column]) =>
      row[name] === undefined ? "" : plain({ f: name, field: column }, row[name], language),
    )
    .filter((text) => text !== "")
    .join(" · ");

/** A value of a field as it came from another agency, rows joined; "" for none. */
export const cameValue = (
  { t, f }: { readonly t: string; readonly f: string },
  v: Json,
  language: Language,
): string => {
  const field = fieldOf(t, f);
  if (v === null) return "";
  if (field?.row === undefined) return plain({ f, field }, v, language);
  const rows = Array.isArray(v) ? (v as readonly Json[]) : [v];
  return rows.map((row) => (isFacts(row) ? rowText(field, row, language) : "")).join("；");
};

/** The label of a field; its bare name where this version has none. */
export const cameLabel = (t: string, f: string, language: Language): string =>
  fieldOf(t, f)?.label[language] ?? f;

const factsText = (facts: Facts, language: Language): string =>
  Object.entries(facts)
    .map(([f, v]) => {
      const text = cameValue({ t: "aidFile", f }, v, language);
      return `${cameLabel("aidFile", f, language)}${text === "" ? REFERRAL_WORDS.cleared[language] : `：${text}`}`;
    })
    .join("；");

type Change = ReferralLine["did"][number];

const changeText = ({ k, name, v }: Change, language: Language): string => {
  if (k === "step") {
    const facts = isFacts(v) ? factsText(v, language) : "";
    return `【${stepOf("aidFile", name)?.label[language] ?? name}】${facts}`;
  }
  if (k === "drop") return `${cameLabel("aidFile", name, language)} ${REFERRAL_WORDS.dropped[language]}`;
  if (k === "put" && name.startsWith("#")) return isFacts(v) ? factsText(v, language) : "";
  const text = factsText({ [name]: v }, language);
  return k === "add" ? `${REFERRAL_WORDS.added[language]} ${text}` : text;
};

/** What one action at the other agency did, with its values. */
export const cameText = ({ did }: ReferralLine, language: Language): string =>
  did
    .map((change) => changeText(change, language))
    .filter((text) => text !== "")
    .join("；");
