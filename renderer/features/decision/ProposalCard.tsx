import { fieldOf } from "../../../shared/dictionary/entities.ts";
import { factText } from "../../ui/factText.ts";
import { useLanguage } from "../../ui/language.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import type { Decision } from "./useDecision.ts";
import { DECISION_WORDS } from "./words.ts";

const SHOWN = [
  "opinion",
  "opinionText",
  "examinationFindings",
  "hardshipWorking",
  "matter",
  "track",
  "exemptCode",
  "exemptEvidence",
  "caseFacts",
  "request",
  "examinedAt",
] as const;

/** What the examiner found and proposes, with the numbers frozen when it was proposed. */
export const ProposalCard = ({ decision: { card, facts, examiner } }: { readonly decision: Decision }) => {
  const { t, language } = useLanguage();
  if (facts.examinedAt === undefined) return <p className="lad-quiet">{t(DECISION_WORDS.none)}</p>;
  const known = SHOWN.flatMap((name) => {
    const field = fieldOf("aidFile", name);
    const value = card.view.facts[name];
    return field === undefined || value === undefined
      ? []
      : [{ name, label: field.label[language], text: factText(field, value, language) }];
  });
  return (
    <SectionCard title={t(DECISION_WORDS.proposal)} note={`${t(DECISION_WORDS.examiner)}：${examiner}`}>
      <dl className="lad-pairs">
        {known.map(({ name, label, text }) => (
          <div key={name} className="decision-pair">
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </SectionCard>
  );
};
