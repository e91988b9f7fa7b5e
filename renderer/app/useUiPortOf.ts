import { useMemo } from "react";
import { recordFacts } from "../../shared/commands/recordFacts.ts";
import { recordRow } from "../../shared/commands/recordRow.ts";
import { type EntityType, isEntityType } from "../../shared/dictionary/entities.ts";
import { assert } from "../../shared/kernel/assert.ts";
import type { Desk } from "../data/desk.ts";
import { noteLook } from "../data/noteLook.ts";
import { begin, perform } from "../data/perform.ts";
import { stateAt } from "../data/recordStore.ts";
import { useAnswer } from "../data/useAnswer.ts";
import type { RecordRef, RowElement, UiPort } from "../ui/port.tsx";

const known = ({ t, id }: RecordRef): { readonly t: EntityType; readonly id: string } => {
  assert(isEntityType(t), `no record kind ${t}`);
  return { t, id };
};

const rowsOf =
  (record: RecordRef, f: string) =>
  async (desk: Desk): Promise<readonly RowElement[]> => {
    const { rows, logs } = await stateAt(desk, record);
    return rows[f]?.els ?? logs[f] ?? [];
  };

const useRows: UiPort["useRows"] = (record, f) => useAnswer(rowsOf(record, f), [record.t, record.id, f]);

/** Connects the kit to a desk: every save goes through `perform`, every reveal into the looks of the book. */
export const useUiPortOf = (desk: Desk): UiPort =>
  useMemo(
    () => ({
      // a field says "saved" when the journal has it; the lists behind it follow by themselves
      saveFacts: (record, facts) => begin(desk, recordFacts, { ...known(record), input: { facts } }).saved,
      saveRow: (record, input) => perform(desk, recordRow, { ...known(record), input }),
      useRows,
      noteReveal: (subject, purpose, record) =>
        noteLook(desk, { act: "REVEAL", t: record?.t ?? "", id: record?.id ?? "", subject, purpose }),
    }),
    [desk],
  );
