import { TRACK_QUESTIONS } from "../../../shared/law/questions.ts";
import { sourceText } from "../../../shared/law/sources.ts";
import { useLanguage } from "../../ui/language.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import type { Examination } from "./useExamination.ts";
import { EXAMINATION_WORDS } from "./words.ts";

/** The hardship calculation with its working; on tracks without a means test it is not there at all. */
export const HardshipCard = ({
  examination: { hardship, asksHardship, facts },
}: {
  readonly examination: Examination;
}) => {
  const { t, language } = useLanguage();
  if (!asksHardship) {
    const rule = facts.track && TRACK_QUESTIONS[facts.track];
    return rule ? (
      <p className="lad-quiet">
        {t(EXAMINATION_WORDS.notAsked)}
        {t(rule.why)} <span className="lad-source">{sourceText(rule.source, language)}</span>
      </p>
    ) : null;
  }
  return (
    <SectionCard title={t(EXAMINATION_WORDS.hardship)}>
      {hardship === null ? (
        <p>{t(EXAMINATION_WORDS.noStandard)}</p>
      ) : (
        <ol className="examination-working">
          {hardship.working.map((line) => (
            <li key={line.zh}>{t(line)}</li>
          ))}
        </ol>
      )}
    </SectionCard>
  );
};
