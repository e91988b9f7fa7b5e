import { FactsForm } from "../../ui/FactsForm.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RowsEditor } from "../../ui/RowsEditor.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { meansQuestions } from "./means.ts";
import { TrackChoice } from "./TrackChoice.tsx";
import type { Intake } from "./useIntake.ts";
import { INTAKE_WORDS } from "./words.ts";

/** The track, and the questions that the law allows on it; on tracks without a means test there are none. */
export const MeansSection = ({ intake }: { readonly intake: Intake }) => {
  const t = useLabel();
  const { card, facts } = intake;
  const { names, rows } = meansQuestions(facts.track);
  const isSilent = facts.track !== undefined && names.length + rows.length === 0;
  return (
    <SectionCard title={t(INTAKE_WORDS.means)}>
      <TrackChoice intake={intake} />
      {isSilent && (
        <p>
          <strong>{t(INTAKE_WORDS.noMeans)}</strong>
        </p>
      )}
      {rows.map((f) => (
        <RowsEditor key={f} record={card.view} f={f} />
      ))}
      <FactsForm view={card.view} names={names} />
    </SectionCard>
  );
};
