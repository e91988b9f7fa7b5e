import { Button } from "antd";
import { useId } from "react";
import { fieldOf } from "../../../shared/dictionary/entities.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { useStep } from "../../state/useStep.ts";
import { useLanguage } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { goTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { StepFields } from "../../ui/StepFields.tsx";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { filled } from "../../ui/words.ts";
import { focusField } from "./focusField.ts";
import { missingForReceipt } from "./missingFacts.ts";
import type { Intake } from "./useIntake.ts";
import { INTAKE_WORDS } from "./words.ts";

const Missing = ({ id, names }: { readonly id: string; readonly names: readonly string[] }) => {
  const { t, language } = useLanguage();
  const labels = names.map((name) => fieldOf("aidFile", name)?.label[language] ?? name);
  return (
    <div id={id}>
      <p>{t(INTAKE_WORDS.missing)}</p>
      <ul className="intake-missing">
        {labels.map((label) => (
          <li key={label}>
            <Button type="link" size="small" onClick={() => focusField(label)}>
              {label}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
};

const Received = ({ intake: { card, facts } }: { readonly intake: Intake }) => {
  const { t } = useLanguage();
  return (
    <p className="lad-buttons">
      {filled(t(INTAKE_WORDS.received), { at: facts.receivedAt?.replace("T", " ") ?? "" })}
      <Button type="primary" onClick={() => goTo("file", card.id)}>
        {t(INTAKE_WORDS.voucher)}
      </Button>
    </p>
  );
};

/** Receiving the application: what is still missing, each a link to its field; then the step that starts the seven days. */
export const ReceiveSection = ({ intake }: { readonly intake: Intake }) => {
  const { t } = useLanguage();
  const whyId = useId();
  const { card, facts: known, arrivedAt } = intake;
  const start: { readonly [f: string]: Json } = arrivedAt === undefined ? {} : { receivedAt: arrivedAt };
  const { facts, state, take, refusal, isBusy } = useStep(card, "receive", start);
  const missing = missingForReceipt(known);
  const isReceived = known.receivedAt !== undefined;
  const submit = async (): Promise<void> => {
    if (await take()) goTo("file", card.id);
  };
  return (
    <SectionCard title={t(INTAKE_WORDS.receive)}>
      {isReceived && <Received intake={intake} />}
      {!isReceived &&
        (missing.length > 0 ? <Missing id={whyId} names={missing} /> : <p>{t(INTAKE_WORDS.ready)}</p>)}
      {!isReceived && (
        <>
          <StepFields t={card.t} names={["receivedAt"]} facts={facts} onState={state} />
          <p className="lad-quiet">
            {t(arrivedAt === undefined ? INTAKE_WORDS.otherTime : INTAKE_WORDS.arrived)}
          </p>
          <RefusalNotice refusal={refusal} t={card.t} />
          <WaitingButton
            type="primary"
            size="large"
            loading={isBusy}
            waitsFor={missing.length > 0 ? t(INTAKE_WORDS.missing) : ""}
            toldBy={whyId}
            onClick={() => void submit()}
          >
            {t(INTAKE_WORDS.receiveNow)}
          </WaitingButton>
        </>
      )}
    </SectionCard>
  );
};
