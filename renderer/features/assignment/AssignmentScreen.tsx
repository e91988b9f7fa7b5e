import { Button, Radio } from "antd";
import { useState } from "react";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLabel } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { goTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { HeadStageBadge } from "../../ui/StageBadge.tsx";
import { filled } from "../../ui/words.ts";
import { AssignForm } from "./AssignForm.tsx";
import { LawyerLine } from "./LawyerLine.tsx";
import { type Assignment, type LawyerChoice, useAssignment } from "./useAssignment.ts";
import { ASSIGNMENT_WORDS } from "./words.ts";
import "./assignment.css";

const Blocked = ({ choices }: { readonly choices: readonly LawyerChoice[] }) => {
  const t = useLabel();
  const title = filled(t(ASSIGNMENT_WORDS.blocked), { n: choices.length });
  return (
    <SectionCard title={title}>
      <ul className="assignment-list" aria-label={title}>
        {choices.map((choice) => (
          <li key={choice.lawyerId}>
            <LawyerLine choice={choice} />
          </li>
        ))}
      </ul>
    </SectionCard>
  );
};

const Pick = ({ assignment }: { readonly assignment: Assignment }) => {
  const t = useLabel();
  const [picked, setPicked] = useState<string | null>(null);
  const { choices, context } = assignment;
  const free = choices.filter(({ isBlocked }) => !isBlocked);
  const blocked = choices.filter(({ isBlocked }) => isBlocked);
  const choice = free.find(({ lawyerId }) => lawyerId === picked);
  const note = filled(t(ASSIGNMENT_WORDS.pickNote), {
    years: context.parameters.conflictSearchYears,
    parties: context.parties.length,
  });
  return (
    <>
      <SectionCard title={t(ASSIGNMENT_WORDS.pick)} note={note}>
        {free.length === 0 && <p>{t(ASSIGNMENT_WORDS.noOne)}</p>}
        <Radio.Group
          aria-label={t(ASSIGNMENT_WORDS.pick)}
          className="assignment-list"
          value={picked}
          onChange={(event) => setPicked(String(event.target.value))}
          options={free.map((each) => ({ value: each.lawyerId, label: <LawyerLine choice={each} /> }))}
        />
      </SectionCard>
      {choice !== undefined && <AssignForm key={choice.lawyerId} assignment={assignment} choice={choice} />}
      {blocked.length > 0 && <Blocked choices={blocked} />}
    </>
  );
};

/** Who shall act: everybody on the register by score and reasons, with warnings; and who cannot, and by which rule. */
export const AssignmentScreen = ({ id }: { readonly id: string }) => {
  const t = useLabel();
  const assignment = useAssignment(id);
  if (assignment === null) return <EmptyState text={t(ASSIGNMENT_WORDS.notFound)} />;
  if (assignment === undefined) return <EmptyState text={t(ASSIGNMENT_WORDS.searching)} />;
  const { card } = assignment;
  return (
    <>
      <PageHeader
        title={`${t(ASSIGNMENT_WORDS.title)} · ${card.facts.personName ?? ""}`}
        tags={<HeadStageBadge stages={card.stages} />}
        actions={<Button onClick={() => goTo("file", id)}>{t(ASSIGNMENT_WORDS.back)}</Button>}
      />
      <Pick assignment={assignment} />
    </>
  );
};
