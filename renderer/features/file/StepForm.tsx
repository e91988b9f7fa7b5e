import { Button } from "antd";
import type { FileCard } from "../../data/questions/files.ts";
import { useStep } from "../../state/useStep.ts";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { StepFields } from "../../ui/StepFields.tsx";
import { askedFacts, missingNeeds, type NextStep } from "./nextSteps.ts";
import { FILE_WORDS } from "./words.ts";

type Props = { readonly card: FileCard; readonly step: NextStep; readonly onDone: () => void };

/** The form of one step, made from its rule: the facts it owns, what the file still lacks, and the refusal if there is one. */
export const StepForm = ({ card, step: { name, rule }, onDone }: Props) => {
  const t = useLabel();
  const { facts, state, take, refusal, isBusy } = useStep(card, name);
  const missing = missingNeeds(rule, card.view);
  const submit = async (): Promise<void> => {
    if (await take()) onDone();
  };
  return (
    <section className="file-step" aria-label={t(rule.label)}>
      {missing.length > 0 && (
        <p className="lad-bad">
          {t(FILE_WORDS.missing)}
          {missing.map(({ label }) => t(label)).join("、")}
        </p>
      )}
      <StepFields t={card.t} names={askedFacts(rule)} facts={facts} onState={state} required={rule.needs} />
      <RefusalNotice refusal={refusal} t={card.t} />
      <div className="lad-buttons">
        <Button type="primary" loading={isBusy} onClick={() => void submit()}>
          {t(FILE_WORDS.take)}：{t(rule.label)}
        </Button>
        <Button onClick={onDone}>{t(FILE_WORDS.cancel)}</Button>
      </div>
    </section>
  );
};
