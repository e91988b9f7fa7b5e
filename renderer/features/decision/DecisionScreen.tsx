import { Button, Radio } from "antd";
import { useState } from "react";
import { AID_STEPS } from "../../../shared/workflow/aidSteps.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLabel } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { goTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { HeadStageBadge } from "../../ui/StageBadge.tsx";
import { filled } from "../../ui/words.ts";
import { type Answer, DecisionForm } from "./DecisionForm.tsx";
import { ProposalCard } from "./ProposalCard.tsx";
import { type Decision, useDecision } from "./useDecision.ts";
import { DECISION_WORDS } from "./words.ts";
import "./decision.css";

const ANSWERS: readonly Answer[] = ["grant", "deny", "returnProposal"];

const Decide = ({ decision }: { readonly decision: Decision }) => {
  const t = useLabel();
  const { facts, examiner, decider } = decision;
  const [answer, setAnswer] = useState<Answer>(facts.opinion === "DENY" ? "deny" : "grant");
  return (
    <SectionCard
      title={t(DECISION_WORDS.choose)}
      note={filled(t(DECISION_WORDS.separate), { examiner, decider })}
    >
      <Radio.Group
        aria-label={t(DECISION_WORDS.choose)}
        className="decision-answers"
        value={answer}
        onChange={(event) => setAnswer(event.target.value as Answer)}
        options={ANSWERS.map((value) => ({ value, label: t(AID_STEPS[value].label) }))}
      />
      <DecisionForm key={answer} answer={answer} decision={decision} />
    </SectionCard>
  );
};

/** The head's screen: the examiner's proposal, then grant, refuse with reasons and remedy, or return. */
export const DecisionScreen = ({ id }: { readonly id: string }) => {
  const t = useLabel();
  const decision = useDecision(id);
  if (decision === null) return <EmptyState text={t(DECISION_WORDS.notFound)} />;
  if (decision === undefined) return <EmptyState text={t(DECISION_WORDS.loading)} />;
  return (
    <>
      <PageHeader
        title={`${t(DECISION_WORDS.title)} · ${decision.facts.personName ?? ""}`}
        tags={<HeadStageBadge stages={decision.card.stages} />}
        actions={<Button onClick={() => goTo("file", id)}>{t(DECISION_WORDS.back)}</Button>}
      />
      <ProposalCard decision={decision} />
      <Decide decision={decision} />
    </>
  );
};
