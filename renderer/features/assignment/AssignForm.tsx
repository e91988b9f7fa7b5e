import { Alert } from "antd";
import { useId } from "react";
import { AID_STEPS } from "../../../shared/workflow/aidSteps.ts";
import { useStepWaits } from "../../parts/useStepWaits.ts";
import { useStep } from "../../state/useStep.ts";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { goTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { StepFields } from "../../ui/StepFields.tsx";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { filled } from "../../ui/words.ts";
import type { Assignment, LawyerChoice } from "./useAssignment.ts";
import { ASSIGNMENT_WORDS } from "./words.ts";

type Props = { readonly assignment: Assignment; readonly choice: LawyerChoice };

/** Where somebody is assigned already, the successor is (法律援助法第五十五条). */
const AT_WORK: ReadonlySet<string> = new Set(["assigned", "accepted", "retained"]);

/** The reasons of the ranking in words: kept with the assignment as proof of how the person was chosen. */
const reasonOf = ({ reasons, score }: LawyerChoice): string =>
  `${reasons.map(({ say, points }) => `${say.zh}（${points}分）`).join("；")}；合计${score}分`;

type NotesProps = { readonly hasWarnings: boolean; readonly hasUnit: boolean; readonly whyId: string };

const Notes = ({ hasWarnings, hasUnit, whyId }: NotesProps) => {
  const t = useLabel();
  return (
    <>
      {hasWarnings && (
        <Alert
          role="note"
          type="warning"
          showIcon
          className="lad-notice"
          title={t(ASSIGNMENT_WORDS.answer)}
        />
      )}
      {!hasUnit && (
        <Alert
          id={whyId}
          role="alert"
          type="error"
          showIcon
          className="lad-notice"
          title={t(ASSIGNMENT_WORDS.noUnit)}
        />
      )}
    </>
  );
};

/** The reason for the choice, the answer to warnings, and the step itself. */
export const AssignForm = ({ assignment: { card, context }, choice }: Props) => {
  const t = useLabel();
  const whyId = useId();
  const { candidate, findings } = choice;
  const step = AT_WORK.has(card.stages.assignment ?? "") ? "reassign" : "assign";
  const waits = useStepWaits(card, step);
  const { facts, state, take, refusal, isBusy } = useStep(card, step, { assignReason: reasonOf(choice) });
  const warnings = findings.filter(({ kind }) => kind === "warn");
  const { providerId } = candidate.facts;
  const names = warnings.length > 0 ? ["assignReason", "assignWarnings"] : ["assignReason"];
  const submit = async (): Promise<void> => {
    const chosen = { lawyerId: candidate.id, ...(providerId !== undefined && { providerId }) };
    if (await take({ facts: chosen, assignment: { candidate, context } })) goTo("file", card.id);
  };
  return (
    <SectionCard title={t(ASSIGNMENT_WORDS.decide)}>
      <Notes hasWarnings={warnings.length > 0} hasUnit={providerId !== undefined} whyId={whyId} />
      <StepFields
        t={card.t}
        names={names}
        facts={facts}
        onState={state}
        required={[...AID_STEPS.assign.needs, "assignWarnings"]}
      />
      <RefusalNotice refusal={refusal} t={card.t} />
      <WaitingButton
        type="primary"
        size="large"
        waitsFor={providerId === undefined ? t(ASSIGNMENT_WORDS.noUnit) : waits}
        {...(providerId === undefined && { toldBy: whyId })}
        loading={isBusy}
        onClick={() => void submit()}
      >
        {filled(t(ASSIGNMENT_WORDS.confirm), { name: candidate.facts.name ?? "" })}
      </WaitingButton>
    </SectionCard>
  );
};
