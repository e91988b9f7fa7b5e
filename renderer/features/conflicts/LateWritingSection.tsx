import { fieldOf } from "../../../shared/dictionary/entities.ts";
import { type LateWriting, lateWritings } from "../../data/questions/afterReferral.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { type Language, useLanguage } from "../../ui/language.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { RecordTitle } from "./RecordTitle.tsx";
import { CONFLICT_TEXTS } from "./texts.ts";
import { fieldsOf } from "./valueText.ts";

const namesOf = ({ card, fields }: LateWriting, language: Language): string =>
  fields
    .flatMap((f) => (f.startsWith("#") ? fieldsOf(card.t, f) : [f]))
    .map((f) => fieldOf(card.t, f)?.label[language] ?? f)
    .join(language === "zh" ? "、" : ", ");

/** Files that went to another agency and were written on since: what it does not have, and what to do. Nothing while there are none. */
export const LateWritingSection = () => {
  const { language, t } = useLanguage();
  const late = useAnswer(lateWritings(), []) ?? [];
  if (late.length === 0) return null;
  return (
    <SectionCard title={t(CONFLICT_TEXTS.lateWriting)} note={t(CONFLICT_TEXTS.lateWritingNote)}>
      {late.map((one) => (
        <div key={one.card.id}>
          <RecordTitle card={one.card} />
          <p>
            {t(CONFLICT_TEXTS.lateFields)}：{namesOf(one, language)}
          </p>
        </div>
      ))}
    </SectionCard>
  );
};
