import { CONSULTATION_STEPS } from "../../../shared/workflow/consultationSteps.ts";
import { LetterSection } from "../../parts/LetterSection.tsx";
import { VeilNotice } from "../../parts/VeilNotice.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FactsForm } from "../../ui/FactsForm.tsx";
import { useLabel } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { StageBadge } from "../../ui/StageBadge.tsx";
import { ConsultationStep } from "./ConsultationStep.tsx";
import { ConvertButton } from "./ConvertButton.tsx";
import { type OpenConsultation, useConsultation } from "./useConsultation.ts";
import { CONSULTATION_WORDS } from "./words.ts";
import "./consultation.css";

const WHO = [
  "askedAt",
  "channel",
  "isAnonymous",
  "personName",
  "certNo",
  "phone",
  "categories",
  "matter",
  "proceduralStage",
  "opposingParty",
  "gist",
];
const REPLY = ["answer", "toldRightToApply", "minutes"];
const NAMELESS = WHO.filter((name) => !["personName", "certNo"].includes(name));

type Part = { readonly open: OpenConsultation; readonly closed: string };

const Who = ({ open: { card }, closed }: Part) => {
  const t = useLabel();
  return (
    <SectionCard title={t(CONSULTATION_WORDS.who)} note={t(CONSULTATION_WORDS.whoNote)}>
      <FactsForm
        view={card.view}
        names={card.facts.isAnonymous === true ? NAMELESS : WHO}
        columns={3}
        required={["askedAt", "channel", "gist"]}
        closed={closed}
      />
    </SectionCard>
  );
};

const Reply = ({ open, closed }: Part) => {
  const t = useLabel();
  return (
    <SectionCard title={t(CONSULTATION_WORDS.reply)} note={t(CONSULTATION_WORDS.replyNote)}>
      <FactsForm
        view={open.card.view}
        names={REPLY}
        required={CONSULTATION_STEPS.answer.needs}
        closed={closed}
      />
      <ConsultationStep open={open} step="answer" isMain />
    </SectionCard>
  );
};

const After = ({ open, closed }: Part) => {
  const t = useLabel();
  return (
    <SectionCard title={t(CONSULTATION_WORDS.after)}>
      <FactsForm view={open.card.view} names={["followUp", "satisfaction"]} closed={closed} />
      <div className="consultation-then">
        <ConvertButton open={open} />
        <ConsultationStep open={open} step="close" />
        <ConsultationStep open={open} step="appoint" names={["appointmentAt"]} />
      </div>
    </SectionCard>
  );
};

const Work = (part: Part) => (
  <>
    <Who {...part} />
    <Reply {...part} />
    <After {...part} />
    <LetterSection view={part.open.card.view} />
  </>
);

/** One consultation on one calm page: who asks what, the answer, and what follows from it. */
export const ConsultationPage = ({ id }: { readonly id: string }) => {
  const t = useLabel();
  const open = useConsultation(id);
  if (open === null) return <EmptyState text={t(CONSULTATION_WORDS.notFound)} />;
  if (open === undefined) return <EmptyState text={t(CONSULTATION_WORDS.loading)} />;
  const { facts, stages } = open.card;
  const stage = stages.consultation ?? "";
  const nobody = facts.isAnonymous === true ? CONSULTATION_WORDS.anonymous : CONSULTATION_WORDS.unnamed;
  const isOver = stage === "closed" || stage === "converted";
  const part = { open, closed: isOver ? t(CONSULTATION_WORDS.over) : "" };
  return (
    <>
      <PageHeader
        title={`${t(CONSULTATION_WORDS.one)} · ${facts.personName ?? t(nobody)}`}
        note={t(CONSULTATION_WORDS.autosave)}
        tags={<StageBadge lane="consultation" stage={stage} />}
      />
      {open.card.veil === null ? (
        <Work {...part} />
      ) : (
        <VeilNotice veil={open.card.veil} fileId={facts.fileId} />
      )}
    </>
  );
};
