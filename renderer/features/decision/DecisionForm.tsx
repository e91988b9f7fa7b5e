import { Alert } from "antd";
import { useId } from "react";
import type { AidFactName } from "../../../shared/dictionary/aidFile.ts";
import { AID_STEPS } from "../../../shared/workflow/aidSteps.ts";
import { useStepWaits } from "../../parts/useStepWaits.ts";
import { useStep } from "../../state/useStep.ts";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { goTo } from "../../ui/route.ts";
import { StepFields } from "../../ui/StepFields.tsx";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import type { Decision } from "./useDecision.ts";
import { DECISION_WORDS } from "./words.ts";

/** The ways in which the head can answer a proposal. */
export type Answer = "grant" | "deny" | "returnProposal";

const ASKED: Readonly<Record<Answer, readonly AidFactName[]>> = {
  grant: ["reasonText"],
  deny: ["denialReasons", "reasonText", "remedyText"],
  returnProposal: ["returnReason"],
};

const startOf = (answer: Answer, { facts, remedyText, denialReason }: Decision) => {
  if (answer === "returnProposal") return {};
  return {
    ...(facts.opinionText !== undefined && { reasonText: facts.opinionText }),
    ...(answer === "deny" && remedyText !== null && { remedyText }),
    ...(answer === "deny" && denialReason !== undefined && { denialReasons: [denialReason] }),
  };
};

/** Who examined a file does not decide it: said once, above the button that it switches off. */
const SamePerson = ({ id }: { readonly id: string }) => (
  <Alert
    id={id}
    role="alert"
    type="error"
    showIcon
    className="lad-notice"
    title={useLabel()(DECISION_WORDS.same)}
  />
);

type Props = { readonly answer: Answer; readonly decision: Decision };

/** The form of one answer: its reasons, the remedy where aid is refused, and the button that takes the step. */
export const DecisionForm = ({ answer, decision }: Props) => {
  const t = useLabel();
  const whyId = useId();
  const waits = useStepWaits(decision.card, answer);
  const { card, remedyText, isExaminer } = decision;
  const { facts, state, take, refusal, isBusy } = useStep(card, answer, startOf(answer, decision));
  const rule = AID_STEPS[answer];
  const submit = async (): Promise<void> => {
    if (await take()) goTo("file", card.id);
  };
  return (
    <section aria-label={t(rule.label)}>
      {answer === "deny" && (
        <p className="lad-quiet">
          {t(remedyText === null ? DECISION_WORDS.noRemedy : DECISION_WORDS.remedyNote)}
        </p>
      )}
      <StepFields t={card.t} names={ASKED[answer]} facts={facts} onState={state} required={rule.needs} />
      <RefusalNotice refusal={refusal} t={card.t} />
      {isExaminer && <SamePerson id={whyId} />}
      <WaitingButton
        type="primary"
        size="large"
        danger={answer === "deny"}
        waitsFor={isExaminer ? t(DECISION_WORDS.same) : waits}
        {...(isExaminer && { toldBy: whyId })}
        loading={isBusy}
        onClick={() => void submit()}
      >
        {t(rule.label)}
      </WaitingButton>
    </section>
  );
};
