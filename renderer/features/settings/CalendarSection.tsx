import type { DayRange } from "../../../shared/law/holidays.ts";
import { sourceText } from "../../../shared/law/sources.ts";
import { lawScene } from "../../data/questions/files.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useLanguage } from "../../ui/language.tsx";
import { Pairs } from "../../ui/Pairs.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import { SETTINGS_TEXTS } from "./texts.ts";

const MONTH_AND_DAY = 5;
const rangeText = ([first, last]: DayRange): string =>
  first === last ? first.slice(MONTH_AND_DAY) : `${first.slice(MONTH_AND_DAY)}…${last.slice(MONTH_AND_DAY)}`;

/** Which years' holiday tables are loaded, and what happens after them. */
export const CalendarSection = () => {
  const { language, t } = useLanguage();
  const law = useAnswer(lawScene(), []);
  const years = law?.calendar.years ?? [];
  const last = years.at(-1);
  return (
    <SectionCard title={t(SETTINGS_TEXTS.coverage)}>
      {years.map(({ year, coversUntil, rest, work, source }) => (
        <section key={year} aria-label={String(year)}>
          <h3 className="lad-group">
            {filled(t(SETTINGS_TEXTS.until), { year, day: coversUntil })}{" "}
            <span className="lad-source">{sourceText(source, language)}</span>
          </h3>
          <Pairs
            pairs={[
              [t(SETTINGS_TEXTS.restDays), rest.map(rangeText).join("，")],
              [t(SETTINGS_TEXTS.workDays), work.map((on) => on.slice(MONTH_AND_DAY)).join("，")],
            ]}
          />
        </section>
      ))}
      {last !== undefined && (
        <p className="lad-quiet">{filled(t(SETTINGS_TEXTS.beyond), { day: last.coversUntil })}</p>
      )}
    </SectionCard>
  );
};
