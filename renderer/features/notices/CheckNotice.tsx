import { Button } from "antd";
import { AID_STEPS } from "../../../shared/workflow/aidSteps.ts";
import { useStep } from "../../state/useStep.ts";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { StepFields } from "../../ui/StepFields.tsx";
import type { Notice } from "./useNotice.ts";

/** The letter is complete (then it can be assigned), or it is returned for completion; the period runs on either way. */
export const CheckNotice = ({ notice: { card } }: { readonly notice: Notice }) => {
  const t = useLabel();
  const check = useStep(card, "checkNotice");
  const back = useStep(card, "returnNotice");
  return (
    <section aria-label={t(AID_STEPS.checkNotice.label)}>
      <RefusalNotice refusal={check.refusal ?? back.refusal} t={card.t} />
      <Button type="primary" size="large" loading={check.isBusy} onClick={() => void check.take()}>
        {t(AID_STEPS.checkNotice.label)}
      </Button>
      <details className="notice-return">
        <summary>{t(AID_STEPS.returnNotice.label)}</summary>
        <StepFields
          t={card.t}
          names={["missingFromNotice"]}
          facts={back.facts}
          onState={back.state}
          required={["missingFromNotice"]}
        />
        <Button loading={back.isBusy} onClick={() => void back.take()}>
          {t(AID_STEPS.returnNotice.label)}
        </Button>
      </details>
    </section>
  );
};
