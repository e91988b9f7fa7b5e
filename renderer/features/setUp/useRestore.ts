import { useState } from "react";
import type { HostInput, HostOutput } from "../../../shared/host/contract.ts";
import type { Refusal } from "../../../shared/kernel/refusals.ts";
import { done, type Result } from "../../../shared/kernel/result.ts";
import { toBase64 } from "../../base64.ts";
import { host } from "../../host.ts";

/** What came back from a backup. */
export type RestoredDesk = HostOutput<"backup.restore">;
/** The backup that was chosen: a file of this person's, or one that lies in the desk's own folder. */
export type Chosen = { readonly file: File } | { readonly name: string };
/** What the form says while it works; null when it rests. `percent` counts the file being read. */
export type Restoring = { readonly percent: number } | "checking" | null;

const PIECE_BYTES = 4 * 1024 * 1024;

/** Hands the file to the host piece by piece: a backup with scans is larger than any one call may be. */
const sendFile = async (file: File, onPercent: (percent: number) => void): Promise<Result<void>> => {
  for (let at = 0; at === 0 || at < file.size; at += PIECE_BYTES) {
    const piece = new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer());
    const sent = await host["backup.part"]({ at, data: toBase64(piece) });
    if (!sent.ok) return sent;
    onPercent(Math.floor((100 * sent.value.bytes) / Math.max(1, file.size)));
  }
  return done(undefined);
};

/** Restores this machine from a backup, once at a time; a refusal leaves it as it was. */
export const useRestore = (onRestored: (restored: RestoredDesk) => void) => {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [restoring, setRestoring] = useState<Restoring>(null);
  const run = async (chosen: Chosen, key: HostInput<"backup.restore">["key"]): Promise<void> => {
    setRefusal(null);
    const sent =
      "file" in chosen
        ? await sendFile(chosen.file, (percent) => setRestoring({ percent }))
        : done(undefined);
    setRestoring("checking");
    const name = "file" in chosen ? "" : chosen.name;
    const restored = sent.ok ? await host["backup.restore"]({ name, key }) : sent;
    setRestoring(null);
    if (restored.ok) onRestored(restored.value);
    else setRefusal(restored.refusal);
  };
  return { refusal, restoring, run };
};
