import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { AID_STEPS } from "../../../shared/workflow/aidSteps.ts";
import { useStepWaits } from "../../parts/useStepWaits.ts";
import { useStep } from "../../state/useStep.ts";
import { FactsForm } from "../../ui/FactsForm.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { goTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { StepFields } from "../../ui/StepFields.tsx";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import type { Examination } from "./useExamination.ts";
import { EXAMINATION_WORDS } from "./words.ts";

const ASKED = ["recusalChecked", "scopeOk", "opinion", "examinationFindings", "opinionText"];

/** The opinion that the table suggests, to be confirmed or changed by the examiner. */
const suggested = ({ verdict }: Examination): { readonly [f: string]: Json } => {
  if (verdict?.outcome !== "GRANT" && verdict?.outcome !== "DENY") return {};
  return {
    opinion: verdict.outcome,
    opinionText: `${verdict.reason.zh}。`,
    scopeOk: verdict.denialReason !== "DN_SCOPE",
  };
};

/** The calculation is frozen into the proposal; a file without a means test carries none. */
const frozen = ({ hardship, asksHardship }: Examination): { readonly [f: string]: Json } => {
  if (!asksHardship) return {};
  if (hardship === null)
    return { hardshipResult: "MANUAL", hardshipWorking: EXAMINATION_WORDS.noStandard.zh };
  return {
    hardshipResult: hardship.result,
    hardshipWorking: hardship.working.map(({ zh }) => zh).join("\n"),
  };
};

/** Findings and opinion of the examiner (FZ-008); taking the step hands the file to the person who decides. */
export const ProposeForm = ({ examination }: { readonly examination: Examination }) => {
  const t = useLabel();
  const { card } = examination;
  const waits = useStepWaits(card, "propose");
  const { facts, state, take, refusal, isBusy } = useStep(card, "propose", suggested(examination));
  const submit = async (): Promise<void> => {
    if (await take({ facts: frozen(examination) })) goTo("file", card.id);
  };
  return (
    <SectionCard title={t(EXAMINATION_WORDS.opinion)} note={t(EXAMINATION_WORDS.opinionNote)}>
      <FactsForm view={card.view} names={["competence"]} required={["competence"]} />
      <StepFields t={card.t} names={ASKED} facts={facts} onState={state} required={AID_STEPS.propose.needs} />
      <RefusalNotice refusal={refusal} t={card.t} />
      <WaitingButton
        type="primary"
        size="large"
        loading={isBusy}
        waitsFor={waits}
        onClick={() => void submit()}
      >
        {t(EXAMINATION_WORDS.propose)}
      </WaitingButton>
    </SectionCard>
  );
};
