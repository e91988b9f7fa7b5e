import { Alert, Button } from "antd";
import { MATERIAL_KINDS } from "../../../shared/dictionary/codes/ours.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { plusDays } from "../../../shared/kernel/day.ts";
import { lengthOf } from "../../../shared/law/clock.ts";
import { deadline } from "../../../shared/law/deadlines.ts";
import { missingMaterials } from "../../../shared/law/materialChecklist.ts";
import { AID_STEPS } from "../../../shared/workflow/aidSteps.ts";
import { useStep } from "../../state/useStep.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLabel } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { goTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { StepFields } from "../../ui/StepFields.tsx";
import { filled } from "../../ui/words.ts";
import { type Examination, useExamination } from "./useExamination.ts";
import { EXAMINATION_WORDS } from "./words.ts";

const ASKED = ["supplementItems", "supplementExplain", "supplementServedOn", "supplementDueOn"];

/** Everything still owed on one list, and the day to return it by the bureau's own period. */
const prefilled = ({ facts, today, law }: Examination): { readonly [f: string]: Json } => {
  const items = missingMaterials(facts).map((kind) => MATERIAL_KINDS[kind].zh);
  const days = lengthOf(deadline("EXM-SUPPLEMENT-RETURN"), law.parameters);
  return {
    ...(items.length > 0 && { supplementItems: items.join("\n") }),
    supplementServedOn: today,
    supplementDueOn: plusDays(today, days),
  };
};

const Form = ({ examination }: { readonly examination: Examination }) => {
  const t = useLabel();
  const { card, facts: known } = examination;
  const { facts, state, take, refusal, isBusy } = useStep(card, "askForMaterials", prefilled(examination));
  const before = known.supplementServedOn;
  const submit = async (): Promise<void> => {
    if (await take()) goTo("file", card.id);
  };
  return (
    <SectionCard title={t(EXAMINATION_WORDS.supplement)}>
      <Alert
        role="note"
        type={before === undefined ? "info" : "warning"}
        showIcon
        className="lad-notice"
        title={
          before === undefined
            ? t(EXAMINATION_WORDS.once)
            : filled(t(EXAMINATION_WORDS.again), { on: before })
        }
      />
      <StepFields
        t={card.t}
        names={before === undefined ? ASKED : [...ASKED, "supplementNewFacts"]}
        facts={facts}
        onState={state}
        required={AID_STEPS.askForMaterials.needs}
      />
      <RefusalNotice refusal={refusal} t={card.t} />
      <Button type="primary" loading={isBusy} onClick={() => void submit()}>
        {t(EXAMINATION_WORDS.send)}
      </Button>
    </SectionCard>
  );
};

/** The one complete list of what is missing (FZ-006); a second one only with new facts (V09). */
export const SupplementScreen = ({ id }: { readonly id: string }) => {
  const t = useLabel();
  const examination = useExamination(id);
  if (examination === null) return <EmptyState text={t(EXAMINATION_WORDS.notFound)} />;
  if (examination === undefined) return <EmptyState text={t(EXAMINATION_WORDS.loading)} />;
  return (
    <>
      <PageHeader
        title={`${t(EXAMINATION_WORDS.supplement)} · ${examination.facts.personName ?? ""}`}
        actions={<Button onClick={() => goTo("file", id)}>{t(EXAMINATION_WORDS.back)}</Button>}
      />
      <Form examination={examination} />
    </>
  );
};
