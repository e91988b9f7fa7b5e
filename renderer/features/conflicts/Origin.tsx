import type { HistoryEntry } from "../../data/questions/history.ts";
import { nameOf } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useLabel } from "../../ui/language.tsx";
import { machineTimeText } from "../../ui/machineTime.ts";
import { filled } from "../../ui/words.ts";
import { CONFLICT_TEXTS } from "./texts.ts";

/** Who wrote a value, when and on which desk, and whether the province has it. */
export const Origin = ({ entry }: { readonly entry: HistoryEntry | undefined }) => {
  const t = useLabel();
  const name = useAnswer(nameOf("staff", entry?.actor ?? ""), [entry?.actor]);
  if (entry === undefined) return null;
  const who = name === undefined || name === "" ? entry.actor : name;
  const where =
    entry.seq === null ? t(CONFLICT_TEXTS.local) : filled(t(CONFLICT_TEXTS.booked), { n: entry.seq });
  return (
    <p className="lad-quiet">
      {filled(t(CONFLICT_TEXTS.by), { who, at: machineTimeText(entry.claimedAt), desk: entry.desk })} ·{" "}
      {where}
    </p>
  );
};
