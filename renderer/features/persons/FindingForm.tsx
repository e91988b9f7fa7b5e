import { useState } from "react";
import { takeStep } from "../../../shared/commands/takeStep.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { SAME_PERSON_STEPS } from "../../../shared/workflow/samePersonSteps.ts";
import { useDesk } from "../../data/deskContext.ts";
import { perform } from "../../data/perform.ts";
import type { PersonPair } from "../../data/questions/personPair.ts";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useNeeded } from "../../ui/useNeeded.ts";
import { useRefusal } from "../../ui/useRefusal.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { PERSON_WORDS } from "./words.ts";

type StepName = keyof typeof SAME_PERSON_STEPS;

const REASON_MAX = 500;

const useFinding = ({ pairId, files: [one, other] }: PersonPair) => {
  const desk = useDesk();
  const [reason, setReason] = useState("");
  const { refusal, tell } = useRefusal();
  const find = async (step: StepName): Promise<void> => {
    const facts: Readonly<Record<string, Json>> = {
      fileId: one.id,
      otherFileId: other.id,
      findingReason: reason.trim(),
    };
    const wish = { t: "samePerson", id: pairId, input: { step, facts } } as const;
    if (tell(await perform(desk, takeStep, wish)).ok) setReason("");
  };
  return { reason, setReason, find, refusal };
};

type Asked = { readonly stage: string; readonly reason: string; readonly onPress: (step: StepName) => void };

const Steps = ({ stage, reason, onPress }: Asked) => {
  const { t } = useLanguage();
  const needed = useNeeded();
  const waitsFor = needed([t(PERSON_WORDS.why), reason.trim() !== ""]);
  const steps = (Object.keys(SAME_PERSON_STEPS) as StepName[]).filter((name) =>
    (SAME_PERSON_STEPS[name].from as readonly string[]).includes(stage),
  );
  return (
    <div className="lad-buttons">
      {steps.map((step) => (
        <WaitingButton
          key={step}
          type={step === "linkPersons" ? "primary" : "default"}
          waitsFor={waitsFor}
          onClick={() => onPress(step)}
        >
          {t(SAME_PERSON_STEPS[step].label)}
        </WaitingButton>
      ))}
    </div>
  );
};

/** The steps that are possible now, for which a reason is stated first; linking asks once more. */
export const FindingForm = ({ pair }: { readonly pair: PersonPair }) => {
  const { t } = useLanguage();
  const { reason, setReason, find, refusal } = useFinding(pair);
  const [isAsking, setAsking] = useState(false);
  const press = (step: StepName): void => (step === "linkPersons" ? setAsking(true) : void find(step));
  const link = (): void => {
    setAsking(false);
    void find("linkPersons");
  };
  return (
    <>
      <LabeledText
        title={t(PERSON_WORDS.why)}
        value={reason}
        onText={setReason}
        placeholder={t(PERSON_WORDS.whyHint)}
        max={REASON_MAX}
      />
      <RefusalNotice refusal={refusal} t="samePerson" />
      <Steps stage={pair.finding?.stages.samePerson ?? ""} reason={reason} onPress={press} />
      <ConfirmDialog
        isOpen={isAsking}
        title={t(PERSON_WORDS.confirmLink)}
        onConfirm={link}
        onClose={() => setAsking(false)}
      >
        {t(PERSON_WORDS.confirmText)}
      </ConfirmDialog>
    </>
  );
};
