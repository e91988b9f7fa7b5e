import { useState } from "react";
import { recordRow } from "../../shared/commands/recordRow.ts";
import type { EntityType } from "../../shared/dictionary/entities.ts";
import type { Refusal } from "../../shared/kernel/refusals.ts";
import { mayWrite } from "../../shared/workflow/writers.ts";
import { useDesk } from "../data/deskContext.ts";
import { perform } from "../data/perform.ts";
import { type ShownScan, scansOf } from "../data/questions/scans.ts";
import { addScan, type ScanPlace } from "../data/scans.ts";
import { useAnswer } from "../data/useAnswer.ts";
import { useDeskStore } from "../state/deskStore.ts";

/** How far a batch of files is; null when none is being saved. */
type Saving = { readonly kind: string; readonly n: number; readonly all: number } | null;

/** Where a refusal is shown: beside the material to which the file was to go. */
type Refused = { readonly kind: string; readonly refusal: Refusal } | null;

/** The scans of one record, and the wishes that change them. */
export const useScans = ({ t, id }: { readonly t: EntityType; readonly id: string }) => {
  const desk = useDesk();
  const roles = useDeskStore((store) => store.actor?.roles) ?? [];
  const scans = useAnswer(scansOf({ t, id }), [t, id]) ?? [];
  const [saving, setSaving] = useState<Saving>(null);
  const [refused, setRefused] = useState<Refused>(null);
  const add = async (kind: ScanPlace["kind"], files: readonly File[]): Promise<void> => {
    setRefused(null);
    for (const [index, file] of files.entries()) {
      setSaving({ kind, n: index + 1, all: files.length });
      const added = await addScan(desk, { t, id, kind }, file);
      if (added.ok) continue;
      setRefused({ kind, refusal: added.refusal });
      break;
    }
    setSaving(null);
  };
  return {
    scans,
    saving,
    refused,
    canAdd: mayWrite(t, roles),
    add,
    remove: ({ el }: ShownScan) => perform(desk, recordRow, { t, id, input: { f: "scans", instead: [el] } }),
    /** A scan that somebody waits for comes before everything else. */
    want: ({ hash }: ShownScan): void => desk.sync.want(hash),
  };
};

/** What the lines of a record's scans share. */
export type Scans = ReturnType<typeof useScans>;
