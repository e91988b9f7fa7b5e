import { Button } from "antd";
import {
  CONSULTATION_STEPS,
  type ConsultationStep as StepName,
} from "../../../shared/workflow/consultationSteps.ts";
import { useStep } from "../../state/useStep.ts";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { StepFields } from "../../ui/StepFields.tsx";
import type { OpenConsultation } from "./useConsultation.ts";

type Props = {
  readonly open: OpenConsultation;
  readonly step: StepName;
  readonly names?: readonly string[];
  readonly isMain?: boolean;
};

/** One step of the consultation as a button, with the facts it owns beside it. Nothing where the step is not possible now. */
export const ConsultationStep = ({ open, step, names = [], isMain = false }: Props) => {
  const t = useLabel();
  const { facts, state, take, refusal, isBusy } = useStep(open.card, step);
  if (open.stepNamed(step)?.allowed.ok !== true) return null;
  const { label } = CONSULTATION_STEPS[step];
  return (
    <section aria-label={t(label)}>
      <StepFields t="consultation" names={names} facts={facts} onState={state} />
      <RefusalNotice refusal={refusal} t="consultation" />
      <Button type={isMain ? "primary" : "default"} loading={isBusy} onClick={() => void take()}>
        {t(label)}
      </Button>
    </section>
  );
};
