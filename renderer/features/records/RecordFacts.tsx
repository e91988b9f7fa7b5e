import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { FactList } from "../../parts/FactList.tsx";
import { useChoices } from "../../parts/useChoices.ts";
import { FactsForm } from "../../ui/FactsForm.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RowsEditor } from "../../ui/RowsEditor.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { partsOf } from "./recordParts.ts";
import type { OpenRecordView } from "./useRecord.ts";
import { RECORD_WORDS } from "./words.ts";

type Props = { readonly open: OpenRecordView };

const knownOf = ({ card: { view } }: OpenRecordView, names: readonly string[]) =>
  names.flatMap((name): [string, Json][] =>
    view.facts[name] === undefined ? [] : [[name, view.facts[name]]],
  );

/** What is entered freely, field by field and row by row; for everybody else the same to read. */
export const FreeFacts = ({ open }: Props) => {
  const t = useLabel();
  const { card, canWrite, canAppend } = open;
  const { free, lists, required } = partsOf(card.t);
  const options = useChoices(card.t, free, card.view.facts);
  if (free.length + lists.length === 0) return null;
  return (
    <SectionCard
      title={t(RECORD_WORDS.content)}
      note={t(canWrite ? RECORD_WORDS.autosave : RECORD_WORDS.readOnly)}
    >
      {canWrite ? (
        <FactsForm view={card.view} names={free} columns={2} required={required} options={options} />
      ) : (
        <FactList record={card.view} facts={knownOf(open, free)} />
      )}
      {lists.map((f) => (
        <RowsEditor key={f} record={card.view} f={f} disabled={!canAppend} />
      ))}
    </SectionCard>
  );
};

/** What the steps have recorded: read, never written by itself. Nothing before the first of them. */
export const OwnedFacts = ({ open }: Props) => {
  const t = useLabel();
  const known = knownOf(open, partsOf(open.card.t).owned);
  return known.length === 0 ? null : (
    <SectionCard title={t(RECORD_WORDS.outcome)} note={t(RECORD_WORDS.outcomeNote)}>
      <FactList record={open.card.view} facts={known} />
    </SectionCard>
  );
};
