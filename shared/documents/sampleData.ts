import { type CodeList, codeLabel } from "../dictionary/codeList.ts";
import { ENTITIES } from "../dictionary/entities.ts";
import type { Field, Shape } from "../dictionary/field.ts";
import { derivedSlotsOf, type LetterData, REGISTERS } from "./letterData.ts";
import { type LetterForm, letterOf } from "./letters.ts";
import type { Printed, PrintedRow } from "./printedFact.ts";
import type { Slot } from "./slot.ts";

/** Invented values by kind of field: nobody is meant, and the marks show where each entry will stand. */
const SAMPLES: Partial<Readonly<Record<Field["kind"], string>>> = {
  day: "2026年3月2日",
  instant: "2026年3月2日9时30分",
  flag: "是",
  whole: "3",
  fen: "18,600.00元（大写：壹万捌仟陆佰元整）",
  citizenId: "（示例证件号码）",
};
/** How conditions are told from texts: their label says so. */
const CONDITION = "（条件）";

const shown = (label: string): string => `【${label.replaceAll("，", "、")}】`;

const sampleOf = ({ kind, label, choices, row }: Field): Printed => {
  if (kind === "list") return [sampleRow(row ?? {}, "1"), sampleRow(row ?? {}, "2")];
  const first = Object.keys(choices ?? {})[0];
  if (first !== undefined) return codeLabel(choices as CodeList, first, "zh");
  return SAMPLES[kind] ?? shown(label.zh);
};

const sampleRow = (row: Shape, no: string): PrintedRow => ({
  ...Object.fromEntries(Object.entries(row).map(([name, field]) => [name, String(sampleOf(field))])),
  no,
});

const sampleFacts = (shape: Shape): Readonly<Record<string, Printed>> =>
  Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, sampleOf(field)]));

const sampleSlot = ({ zh, columns }: Slot): Printed => {
  if (columns !== undefined)
    return ["1", "2"].map((no) => ({ ...Object.fromEntries(columns.map((name) => [name, shown(zh)])), no }));
  return zh.startsWith(CONDITION) ? true : shown(zh);
};

/**
 * Everything a template of this form may print, invented: a bureau looks at its own template before it adopts it. Every
 * condition holds, so that every paragraph is seen. It also says of each name whether it is text, condition or list.
 */
export const sampleData = (form: LetterForm): LetterData => {
  const { entities, title, series, numbering } = letterOf(form);
  const facts = entities.map((t) => sampleFacts(ENTITIES[t].shape));
  const slots = entities.flatMap((t) => Object.entries(derivedSlotsOf(t)));
  return {
    ...Object.assign({}, ...facts),
    ...Object.fromEntries(
      Object.entries(REGISTERS).map(([name, t]) => [name, sampleFacts(ENTITIES[t].shape)]),
    ),
    ...Object.fromEntries(slots.map(([name, slot]) => [name, sampleSlot(slot)])),
    letterNumber: numbering === "none" ? "" : `（2026）某援${series}字第1号`,
    hasNumber: true,
    formTitle: title.zh,
    formCode: form,
  };
};
