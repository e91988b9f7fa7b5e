import { Tag } from "antd";
import { MATERIAL_KINDS } from "../../../shared/dictionary/codes/ours.ts";
import { checklistOf, isHandedIn } from "../../../shared/law/materialChecklist.ts";
import { sourceText } from "../../../shared/law/sources.ts";
import { useScanLines } from "../../parts/ScanSection.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { RowsEditor } from "../../ui/RowsEditor.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import type { Intake } from "./useIntake.ts";
import { INTAKE_WORDS } from "./words.ts";

const Checklist = ({ intake: { card, facts } }: { readonly intake: Intake }) => {
  const { t, language } = useLanguage();
  const { notice, lineOf, viewer } = useScanLines({ t: "aidFile", id: card.id });
  return (
    <>
      <ul className="intake-checklist" aria-label={t(INTAKE_WORDS.materials)}>
        {checklistOf(facts).map(({ kind, instead, isOptional, source }) => (
          <li key={kind}>
            {isHandedIn(facts, kind) ? (
              <Tag color="green">{t(INTAKE_WORDS.handedIn)}</Tag>
            ) : (
              <Tag>{t(isOptional ? INTAKE_WORDS.optional : INTAKE_WORDS.owed)}</Tag>
            )}
            <strong>{MATERIAL_KINDS[kind][language]}</strong>
            {instead !== undefined && (
              <span className="lad-quiet">
                {t(INTAKE_WORDS.instead)}
                {t(instead)}
              </span>
            )}
            <span className="lad-source">{sourceText(source, language)}</span>
            {lineOf(kind)}
          </li>
        ))}
      </ul>
      {notice}
      {viewer}
    </>
  );
};

/** The papers this person is asked for, what may stand in for each, and those handed in (listed on FZ-005). */
export const MaterialSection = ({ intake }: { readonly intake: Intake }) => {
  const { t } = useLanguage();
  return (
    <SectionCard title={t(INTAKE_WORDS.materials)} note={t(INTAKE_WORDS.materialNote)}>
      <Checklist intake={intake} />
      <RowsEditor record={intake.card.view} f="materials" />
    </SectionCard>
  );
};
