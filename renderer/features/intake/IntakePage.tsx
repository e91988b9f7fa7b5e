import { Button } from "antd";
import { AID_STEPS } from "../../../shared/workflow/aidSteps.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FactsForm } from "../../ui/FactsForm.tsx";
import { useLabel } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { UiPortProvider } from "../../ui/port.tsx";
import { RowsEditor } from "../../ui/RowsEditor.tsx";
import { goTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { HeadStageBadge } from "../../ui/StageBadge.tsx";
import { IdentityNotice } from "./IdentityNotice.tsx";
import { IntakeRemarks } from "./IntakeRemarks.tsx";
import { MaterialSection } from "./MaterialSection.tsx";
import { MeansSection } from "./MeansSection.tsx";
import { ReceiveSection } from "./ReceiveSection.tsx";
import { sectionsOf } from "./sections.ts";
import { type Intake, useIntake, useIntakePort } from "./useIntake.ts";
import { INTAKE_WORDS } from "./words.ts";
import "./intake.css";

const Form = ({ intake }: { readonly intake: Intake }) => {
  const t = useLabel();
  const port = useIntakePort(intake.facts, intake.today);
  const { card, facts, today } = intake;
  return (
    <UiPortProvider port={port}>
      {sectionsOf(facts, today).map(({ id, title, hint, names, rows = [] }) => (
        <SectionCard key={id} title={t(title)} note={hint && t(hint)}>
          <FactsForm view={card.view} names={names} columns={3} required={AID_STEPS.receive.needs} />
          {id === "person" && <IdentityNotice intake={intake} />}
          {rows.map((f) => (
            <RowsEditor key={f} record={card.view} f={f} />
          ))}
        </SectionCard>
      ))}
      <MeansSection intake={intake} />
      <MaterialSection intake={intake} />
      <SectionCard title={t(INTAKE_WORDS.consent)} note={t(INTAKE_WORDS.consentNote)}>
        <FactsForm
          view={card.view}
          names={["consentSignedOn", "sensitivity"]}
          required={["consentSignedOn"]}
        />
      </SectionCard>
      <ReceiveSection intake={intake} />
    </UiPortProvider>
  );
};

/** One calm page for the whole application. Every entry is saved as it is made; nothing is asked that the track forbids. */
export const IntakePage = ({ id }: { readonly id: string }) => {
  const t = useLabel();
  const intake = useIntake(id);
  if (intake === null) return <EmptyState text={t(INTAKE_WORDS.notFound)} />;
  if (intake === undefined) return <EmptyState text={t(INTAKE_WORDS.loading)} />;
  return (
    <>
      <PageHeader
        title={`${t(INTAKE_WORDS.title)} · ${intake.facts.personName ?? t(INTAKE_WORDS.unnamed)}`}
        note={t(INTAKE_WORDS.autosave)}
        tags={<HeadStageBadge stages={intake.card.stages} />}
        actions={<Button onClick={() => goTo("file", id)}>{t(INTAKE_WORDS.toCase)}</Button>}
      />
      <IntakeRemarks intake={intake} />
      <Form intake={intake} />
    </>
  );
};
