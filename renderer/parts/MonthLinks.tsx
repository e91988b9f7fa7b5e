import { useState } from "react";
import { type LetterAddress, type LetterForm, letterOf, letterPart } from "../../shared/documents/letters.ts";
import { monthOf, yearOf } from "../../shared/kernel/day.ts";
import type { RecordView } from "../../shared/ops/view.ts";
import { useToday } from "../state/useToday.ts";
import { ChoiceInput } from "../ui/ChoiceInput.tsx";
import { useLabel } from "../ui/language.tsx";
import { hrefTo } from "../ui/route.ts";
import { LETTER_PART_WORDS } from "./letterWords.ts";

/** As many months as one looks back on, the running one first. */
const MONTHS_SHOWN = 24;
const IN_A_YEAR = 12;

const monthsBefore = (year: number, month: number): readonly string[] =>
  Array.from({ length: MONTHS_SHOWN }, (_, back) => {
    const months = year * IN_A_YEAR + month - 1 - back;
    return `${Math.floor(months / IN_A_YEAR)}-${String((months % IN_A_YEAR) + 1).padStart(2, "0")}`;
  });

/** A ledger is made of one month: which one is chosen here. */
export const MonthLinks = ({ view, form }: { readonly view: RecordView; readonly form: LetterForm }) => {
  const t = useLabel();
  const today = useToday();
  const months = monthsBefore(yearOf(today), monthOf(today));
  const [month, setMonth] = useState(months[0] as string);
  const part = letterPart({ form, t: view.t as LetterAddress["t"], about: month });
  return (
    <span className="part-months">
      <a href={hrefTo("letter", view.id, part)}>
        {form} {t(letterOf(form).title)} {month}
      </a>
      <ChoiceInput
        label={t(LETTER_PART_WORDS.month)}
        options={months.map((value) => ({ value, label: value }))}
        value={month}
        onPick={(value) => setMonth(value ?? (months[0] as string))}
      />
    </span>
  );
};
