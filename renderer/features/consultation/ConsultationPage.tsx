import { EmptyState } from "../../ui/EmptyState.tsx";
import { FactsForm } from "../../ui/FactsForm.tsx";
import { useLabel } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { StageBadge } from "../../ui/StageBadge.tsx";
import { CONSULTATION_STEPS } from "../../../shared/workflow/consultationSteps.ts";
import { ConsultationLetter } from "./ConsultationLetter.tsx";
import { ConsultationStep } from "./ConsultationStep.tsx";
import { ConvertButton } from "./ConvertButton.tsx";
import { useConsultation } from "./useConsultation.ts";
import { CONSULTATION_WORDS } from "./words.ts";
import "./consultation.css";

const WHO = ["askedAt", "channel", "isAnonymous", "personName", "certNo", "phone", "categories", "matter", "proceduralStage", "opposingParty", "gist"];
const NAMELESS = WHO.filter((name) => !["personName", "certNo"].includes(name));

/** One consultation on one calm page: who asks what, the answer, and what follows from it. */
export const ConsultationPage = ({ id }: { readonly id: string }) => {
  const t = useLabel();
  const open = useConsultation(id);
  if (open === null) return <EmptyState text={t(CONSULTATION_WORDS.notFound)} />;
  if (open === undefined) return <EmptyState text={t(CONSULTATION_WORDS.loading)} />;
  const { card } = open;
  const { facts, view } = card;
  const isOver = ["closed", "converted"].includes(card.stages.consultation ?? "");
  return (
    <>
      <PageHeader
        title={`${t(CONSULTATION_WORDS.one)} · ${facts.personName ?? t(facts.isAnonymous === true ? CONSULTATION_WORDS.anonymous : CONSULTATION_WORDS.unnamed)}`}
        note={t(CONSULTATION_WORDS.autosave)}
        tags={<StageBadge lane="consultation" stage={card.stages.consultation ?? ""} />}
      />
      <SectionCard title={t(CONSULTATION_WORDS.who)} note={t(CONSULTATION_WORDS.whoNote)}>
        <FactsForm view={view} names={facts.isAnonymous === true ? NAMELESS : WHO} columns={3} required={["askedAt", "channel", "gist"]} disabled={isOver} />
      </SectionCard>
      <SectionCard title={t(CONSULTATION_WORDS.reply)} note={t(CONSULTATION_WORDS.replyNote)}>
        <FactsForm view={view} names={["answer", "toldRightToApply", "minutes"]} required={CONSULTATION_STEPS.answer.needs} disabled={isOver} />
        <ConsultationStep open={open} step="answer" isMain />
      </SectionCard>
      <SectionCard title={t(CONSULTATION_WORDS.then)}>
        <FactsForm view={view} names={["followUp", "satisfaction"]} disabled={isOver} />
        <div className="consultation-then">
          <ConvertButton open={open} />
          <ConsultationStep open={open} step="close" />
          <ConsultationStep open={open} step="appoint" names={["appointmentAt"]} />
        </div>
        <ConsultationLetter card={card} />
      </SectionCard>
    </>
  );
};
