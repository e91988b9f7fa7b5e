import { Button } from "antd";
import { fieldOf } from "../../../shared/dictionary/entities.ts";
import { useStep } from "../../state/useStep.ts";
import { useLanguage } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { goTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { StepFields } from "../../ui/StepFields.tsx";
import { filled } from "../../ui/words.ts";
import { focusField } from "./focusField.ts";
import { missingForReceipt } from "./missingFacts.ts";
import type { Intake } from "./useIntake.ts";
import { INTAKE_WORDS } from "./words.ts";

const Missing = ({ names }: { readonly names: readonly string[] }) => {
  const { t, language } = useLanguage();
  const labels = names.map((name) => fieldOf("aidFile", name)?.label[language] ?? name);
  return (
    <>
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
    </>
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
  const { card, facts: known } = intake;
  const { facts, state, take, refusal, isBusy } = useStep(card, "receive");
  const missing = missingForReceipt(known);
  const isReceived = known.receivedAt !== undefined;
  const submit = async (): Promise<void> => {
    if (await take()) goTo("file", card.id);
  };
  return (
    <SectionCard title={t(INTAKE_WORDS.receive)}>
      {isReceived && <Received intake={intake} />}
      {!isReceived && (missing.length > 0 ? <Missing names={missing} /> : <p>{t(INTAKE_WORDS.ready)}</p>)}
      {!isReceived && (
        <>
          <StepFields t={card.t} names={["receivedAt"]} facts={facts} onState={state} />
          <p className="lad-quiet">{t(INTAKE_WORDS.otherTime)}</p>
          <RefusalNotice refusal={refusal} t={card.t} />
          <Button
            type="primary"
            size="large"
            loading={isBusy}
            disabled={missing.length > 0}
            onClick={() => void submit()}
          >
            {t(INTAKE_WORDS.receiveNow)}
          </Button>
        </>
      )}
    </SectionCard>
  );
};
