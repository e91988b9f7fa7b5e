import { Button } from "antd";
import { AID_STEPS } from "../../../shared/workflow/aidSteps.ts";
import { useStepWaits } from "../../parts/useStepWaits.ts";
import { useStep } from "../../state/useStep.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLabel } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { goTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { StepFields } from "../../ui/StepFields.tsx";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { type Decision, useDecision } from "./useDecision.ts";
import { DECISION_WORDS } from "./words.ts";

const Form = ({ decision: { card, isUrgent } }: { readonly decision: Decision }) => {
  const t = useLabel();
  const rule = AID_STEPS.giveEmergencyAid;
  const waits = useStepWaits(card, "giveEmergencyAid");
  const { facts, state, take, refusal, isBusy } = useStep(
    card,
    "giveEmergencyAid",
    isUrgent ? { emergencyGround: "EM44_1" } : {},
  );
  const submit = async (): Promise<void> => {
    if (await take()) goTo("file", card.id);
  };
  return (
    <SectionCard title={t(rule.label)} note={t(DECISION_WORDS.whyUrgent)}>
      <StepFields
        t={card.t}
        names={["emergencyGround", "emergencyReason"]}
        facts={facts}
        onState={state}
        required={rule.needs}
      />
      <RefusalNotice refusal={refusal} t={card.t} />
      <WaitingButton
        type="primary"
        size="large"
        loading={isBusy}
        waitsFor={waits}
        onClick={() => void submit()}
      >
        {t(rule.label)}
      </WaitingButton>
    </SectionCard>
  );
};

/** Aid before the examination is finished (法律援助法第四十四条); assignment becomes possible at once. */
export const EmergencyScreen = ({ id }: { readonly id: string }) => {
  const t = useLabel();
  const decision = useDecision(id);
  if (decision === null) return <EmptyState text={t(DECISION_WORDS.notFound)} />;
  if (decision === undefined) return <EmptyState text={t(DECISION_WORDS.loading)} />;
  return (
    <>
      <PageHeader
        title={`${t(DECISION_WORDS.emergency)} · ${decision.facts.personName ?? ""}`}
        actions={<Button onClick={() => goTo("file", id)}>{t(DECISION_WORDS.back)}</Button>}
      />
      <Form decision={decision} />
    </>
  );
};
