import { useId } from "react";
import { fieldOf } from "../../../shared/dictionary/entities.ts";
import { AID_STEPS } from "../../../shared/workflow/aidSteps.ts";
import { useStep } from "../../state/useStep.ts";
import { useLanguage } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { StepFields } from "../../ui/StepFields.tsx";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import type { Notice } from "./useNotice.ts";
import { NOTICE_WORDS } from "./words.ts";

type Facts = Readonly<Record<string, unknown>>;

/** Receiving the letter starts the three days; the form says what the letter still lacks. */
export const ReceiveNotice = ({ notice: { card } }: { readonly notice: Notice }) => {
  const { t, language } = useLanguage();
  const whyId = useId();
  const rule = AID_STEPS.receiveNotice;
  const { facts, state, take, refusal, isBusy } = useStep(card, "receiveNotice");
  const missing = rule.needs.filter((name) => (card.facts as Facts)[name] === undefined);
  return (
    <section aria-label={t(rule.label)}>
      {missing.length > 0 && (
        <p id={whyId} className="lad-bad">
          {t(NOTICE_WORDS.missing)}
          {missing
            .map((name) => fieldOf("aidFile", name)?.label[language])
            .join(language === "zh" ? "、" : ", ")}
        </p>
      )}
      <StepFields t={card.t} names={["noticeReceivedAt"]} facts={facts} onState={state} />
      <p className="lad-quiet">{t(NOTICE_WORDS.clockNote)}</p>
      <RefusalNotice refusal={refusal} t={card.t} />
      <WaitingButton
        type="primary"
        size="large"
        waitsFor={missing.length > 0 ? t(NOTICE_WORDS.missing) : ""}
        toldBy={whyId}
        loading={isBusy}
        onClick={() => void take()}
      >
        {t(rule.label)}
      </WaitingButton>
    </section>
  );
};
