import { fieldOf } from "../../shared/dictionary/entities.ts";
import { instantOfMs } from "../../shared/kernel/instant.ts";
import { isRefusalCode, REFUSALS } from "../../shared/kernel/refusals.ts";
import type { Mut } from "../../shared/ops/op.ts";
import { stepOf } from "../../shared/workflow/steps.ts";
import type { HistoryEntry } from "../data/questions/history.ts";
import { filled, UI_WORDS } from "../ui/words.ts";
import { PART_WORDS } from "./words.ts";

type Language = "zh" | "en";

const fieldName = (t: string, f: string, language: Language): string => fieldOf(t, f)?.label[language] ?? f;

/** The members of a conflict group travel together; only those with a value are named. */
const recordedNames = (
  { t, f, value }: { readonly t: string; readonly f: string; readonly value: unknown },
  language: Language,
): readonly string[] => {
  if (!f.startsWith("#"))
    return [`${fieldName(t, f, language)}${value === null ? PART_WORDS.cleared[language] : ""}`];
  const members = Object.entries((value ?? {}) as Record<string, unknown>).filter(([, v]) => v !== null);
  return members.map(([name]) => fieldName(t, name, language));
};

const mutText = (mut: Mut, language: Language): string => {
  switch (mut.k) {
    case "step":
      return `【${stepOf(mut.t, mut.step)?.label[language] ?? mut.step}】`;
    case "put":
      return recordedNames({ t: mut.t, f: mut.f, value: mut.new }, language).join(UI_WORDS.comma[language]);
    case "number":
      return `${PART_WORDS.numbered[language]} ${mut.text}`;
    case "add":
    case "append":
      return `${PART_WORDS.added[language]} ${fieldName(mut.t, mut.f, language)}`;
    case "drop":
      return `${fieldName(mut.t, mut.f, language)} ${PART_WORDS.dropped[language]}`;
    case "resolve":
      return `${PART_WORDS.resolved[language]} ${fieldName(mut.t, mut.f, language)}`;
    case "purge":
      return PART_WORDS.destroyed[language];
    default:
      return PART_WORDS.unreadable[language];
  }
};

/** What one action did, in words: its step first, then every fact it recorded. Values are not repeated here. */
export const actionText = ({ muts, isUnreadable }: HistoryEntry, language: Language): string => {
  if (isUnreadable) return PART_WORDS.unreadable[language];
  const steps = muts.filter(({ k }) => k === "step");
  const rest = muts.filter(({ k }) => k !== "step").map((mut) => mutText(mut, language));
  const recorded =
    rest.length === 0
      ? ""
      : `${PART_WORDS.recorded[language]}${[...new Set(rest)].join(UI_WORDS.comma[language])}`;
  return [...steps.map((mut) => mutText(mut, language)), recorded].filter((text) => text !== "").join(" ");
};

/** When the acting desk says it happened, as a civil minute. */
export const whenText = ({ claimedAt }: HistoryEntry): string => {
  const ms = Date.parse(claimedAt);
  return Number.isNaN(ms) ? claimedAt : instantOfMs(ms).replace("T", " ");
};

/** What became of the action: only here, received, in the book under its number, or kept without effect and why. */
export const standingText = ({ state, seq, verdict }: HistoryEntry, language: Language): string => {
  const isKept = verdict !== "ok" && verdict !== "";
  const why = isRefusalCode(verdict) ? REFUSALS[verdict][language] : verdict;
  if (isKept) return filled(PART_WORDS.withoutEffect[language], { why });
  return state === "booked"
    ? filled(PART_WORDS.booked[language], { n: seq ?? "" })
    : PART_WORDS[state][language];
};
