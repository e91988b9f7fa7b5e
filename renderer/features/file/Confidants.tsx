import { useState } from "react";
import { recordRow } from "../../../shared/commands/recordRow.ts";
import { isPrivate } from "../../../shared/workflow/confidentiality.ts";
import { useDesk } from "../../data/deskContext.ts";
import { perform } from "../../data/perform.ts";
import { staff } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { ChoiceInput } from "../../ui/ChoiceInput.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { useNeeded } from "../../ui/useNeeded.ts";
import { useRefusal } from "../../ui/useRefusal.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import type { OpenFileView } from "./useFile.ts";
import { FILE_WORDS } from "./words.ts";

type Props = { readonly file: OpenFileView };

const useConfidants = ({ card }: OpenFileView) => {
  const desk = useDesk();
  const people = useAnswer(staff(), []) ?? [];
  const { refusal, tell } = useRefusal();
  const named = card.facts.confidants ?? [];
  const nameOf = (id = ""): string => people.find((person) => person.id === id)?.facts.name ?? id.slice(0, 8);
  const isNamed = (id: string): boolean => named.some(({ staffId }) => staffId === id);
  const add = async (staffId: string, reason: string): Promise<boolean> => {
    const input = { f: "confidants", row: { staffId, reason } };
    return tell(await perform(desk, recordRow, { t: card.t, id: card.id, input })).ok;
  };
  const options = people
    .filter(({ id }) => !isNamed(id))
    .map(({ id, facts }) => ({ value: id, label: facts.name ?? id }));
  return { named, nameOf, options, add, refusal };
};

type NamedProps = Pick<ReturnType<typeof useConfidants>, "named" | "nameOf">;

const Named = ({ named, nameOf }: NamedProps) => (
  <ul>
    {named.map(({ staffId, reason }) => (
      <li key={staffId}>
        {nameOf(staffId)} <span className="lad-quiet">{reason}</span>
      </li>
    ))}
  </ul>
);

/** Whom the head is about to name, and why. */
const useNaming = (add: (id: string, reason: string) => Promise<boolean>) => {
  const t = useLabel();
  const needed = useNeeded();
  const [id, setId] = useState("");
  const [reason, setReason] = useState("");
  const submit = async (): Promise<void> => {
    if (!(await add(id, reason.trim()))) return;
    setId("");
    setReason("");
  };
  const waitsFor = needed(
    [t(FILE_WORDS.confidant), id !== ""],
    [t(FILE_WORDS.confidantWhy), reason.trim() !== ""],
  );
  return { id, setId, reason, setReason, submit, waitsFor };
};

const Form = ({ file }: Props) => {
  const t = useLabel();
  const { named, nameOf, options, add, refusal } = useConfidants(file);
  const { id, setId, reason, setReason, submit, waitsFor } = useNaming(add);
  return (
    <>
      <Named named={named} nameOf={nameOf} />
      <div className="file-confidants">
        <ChoiceInput
          label={t(FILE_WORDS.confidant)}
          placeholder={t(FILE_WORDS.confidant)}
          value={id === "" ? undefined : id}
          onPick={(picked) => setId(picked ?? "")}
          options={options}
        />
        <TextInput
          value={reason}
          onText={setReason}
          onCommit={setReason}
          label={t(FILE_WORDS.confidantWhy)}
          placeholder={t(FILE_WORDS.confidantWhy)}
          max={100}
        />
        <WaitingButton waitsFor={waitsFor} onClick={() => void submit()}>
          {t(FILE_WORDS.nameConfidant)}
        </WaitingButton>
      </div>
      <RefusalNotice refusal={refusal} />
    </>
  );
};

/** Whom the head lets read a private case beside those who handle it; shown to the head alone. */
export const Confidants = ({ file }: Props) => {
  const t = useLabel();
  const roles = useDeskStore((store) => store.actor)?.roles ?? [];
  if (file.card.veil !== null || !roles.includes("HEAD") || !isPrivate(file.card.view)) return null;
  return (
    <SectionCard title={t(FILE_WORDS.confidants)} note={t(FILE_WORDS.confidantsNote)}>
      <Form file={file} />
    </SectionCard>
  );
};
