import { useState } from "react";
import { destroyRecords } from "../../../shared/commands/destroyRecords.ts";
import { ENTITIES, isEntityType } from "../../../shared/dictionary/entities.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import { DESTROYERS, mayDestroy } from "../../../shared/workflow/destruction.ts";
import { useDesk } from "../../data/deskContext.ts";
import { perform } from "../../data/perform.ts";
import { type DestructionList, destructionList } from "../../data/questions/destruction.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { useRefusal } from "../../ui/useRefusal.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { filled } from "../../ui/words.ts";
import type { OpenRecordView } from "./useRecord.ts";
import { RECORD_WORDS } from "./words.ts";

type Props = { readonly open: OpenRecordView };
const OBSTACLES = {
  loading: RECORD_WORDS.destructionLoading,
  shared: RECORD_WORDS.destructionShared,
  ordered: RECORD_WORDS.destructionOrdered,
} as const;

const numberOf = ({ facts }: RecordView): string =>
  String(facts.caseNo ?? facts.applicationNo ?? facts.no ?? "");

/** Every record that goes, with how many entries of it. */
const List = ({ records }: DestructionList) => {
  const t = useLabel();
  return (
    <ul aria-label={t(RECORD_WORDS.destructionList)}>
      {records.map(({ view, ops }) => (
        <li key={`${view.t}/${view.id}`}>
          {filled(t(RECORD_WORDS.destructionLine), {
            kind: isEntityType(view.t) ? t(ENTITIES[view.t].label) : view.t,
            number: numberOf(view),
            n: String(ops.length),
          })}
        </li>
      ))}
    </ul>
  );
};

const useDestroy = ({ card }: OpenRecordView, list: DestructionList | undefined) => {
  const desk = useDesk();
  const { refusal, tell } = useRefusal();
  const [isAsked, setIsAsked] = useState(false);
  const destroy = async (): Promise<void> => {
    setIsAsked(false);
    const input = { records: list?.records ?? [] };
    tell(await perform(desk, destroyRecords, { t: "archiveFile", id: card.id, input }));
  };
  return { refusal, isAsked, setIsAsked, destroy };
};

const Approved = ({ open }: Props) => {
  const t = useLabel();
  const { view } = open.card;
  const roles = useDeskStore((store) => store.actor)?.roles ?? [];
  const list = useAnswer(destructionList(view), [view]);
  const { refusal, isAsked, setIsAsked, destroy } = useDestroy(open, list);
  if (list === undefined) return null;
  const isDone = list.records.every((each) => each.ops.length === 0);
  const mayCarryOut = DESTROYERS.some((role) => roles.includes(role));
  const obstacle = list.obstacle === "" ? [] : [OBSTACLES[list.obstacle]];
  const waitsFor = mayCarryOut ? obstacle : [RECORD_WORDS.destroyWho];
  return (
    <SectionCard
      title={t(RECORD_WORDS.destruction)}
      note={t(isDone ? RECORD_WORDS.destroyedAlready : RECORD_WORDS.destructionNote)}
    >
      <RefusalNotice refusal={refusal} />
      {!isDone && <List {...list} />}
      <p>{t(RECORD_WORDS.destructionCopies)}</p>
      {!isDone && (
        <WaitingButton danger waitsFor={waitsFor.map(t).join("")} onClick={() => setIsAsked(true)}>
          {t(RECORD_WORDS.destroyNow)}
        </WaitingButton>
      )}
      <ConfirmDialog
        isOpen={isAsked}
        title={t(RECORD_WORDS.destruction)}
        isDanger
        onConfirm={() => void destroy()}
        onClose={() => setIsAsked(false)}
      >
        <List {...list} />
        <p>{t(RECORD_WORDS.destructionNote)}</p>
        <p>{t(RECORD_WORDS.destructionCopies)}</p>
      </ConfirmDialog>
    </SectionCard>
  );
};

/** The end of an archived file: what its approved destruction takes, what it leaves, and the button that does it. */
export const Destruction = ({ open }: Props) =>
  mayDestroy(open.card.view) ? <Approved open={open} /> : null;
