import { Button } from "antd";
import type { EntityType } from "../../shared/dictionary/entities.ts";
import type { Card } from "../data/questions/card.ts";
import { useStep } from "../state/useStep.ts";
import { useLabel } from "../ui/language.tsx";
import { RefusalNotice } from "../ui/RefusalNotice.tsx";
import { StepFields } from "../ui/StepFields.tsx";
import { UI_WORDS } from "../ui/words.ts";
import { askedFacts, missingNeeds, type NextStep, startFacts } from "./nextSteps.ts";
import { useChoices } from "./useChoices.ts";
import { useRemedy } from "./useRemedy.ts";
import { PART_WORDS } from "./words.ts";

type Props = { readonly card: Card<EntityType>; readonly step: NextStep; readonly onDone: () => void };
type OpenProps = Props & { readonly remedy: Readonly<Record<string, string>> };

const Open = ({ card, step: { name, rule }, onDone, remedy }: OpenProps) => {
  const t = useLabel();
  const start = { ...remedy, ...startFacts(rule, card.view) };
  const { facts, state, take, refusal, isBusy } = useStep(card, name, start);
  const missing = missingNeeds(rule, card.view);
  const names = askedFacts(rule, card.t);
  const options = useChoices(card.t, names, facts);
  const submit = async (): Promise<void> => {
    if (await take()) onDone();
  };
  return (
    <section className="part-step" aria-label={t(rule.label)}>
      {missing.length > 0 && (
        <p className="lad-bad">
          {t(PART_WORDS.missing)}
          {missing.map(({ label }) => t(label)).join(t(UI_WORDS.comma))}
        </p>
      )}
      <StepFields
        t={card.t}
        names={names}
        facts={facts}
        onState={state}
        required={rule.needs}
        options={options}
      />
      <RefusalNotice refusal={refusal} t={card.t} />
      <div className="lad-buttons">
        <Button type="primary" loading={isBusy} onClick={() => void submit()}>
          {t(PART_WORDS.take)}：{t(rule.label)}
        </Button>
        <Button onClick={onDone}>{t(PART_WORDS.cancel)}</Button>
      </div>
    </section>
  );
};

/** The form of one step, made from its rule: the facts it owns, what the record still lacks, and the refusal if there is one. */
export const StepForm = (props: Props) => {
  const remedy = useRemedy(props.step.name);
  return remedy === undefined ? null : <Open {...props} remedy={remedy} />;
};
