import { ENTITIES, fieldOf, isEntityType } from "../../../shared/dictionary/entities.ts";
import { DESTRUCTION } from "../../../shared/ops/destroyed.ts";
import type { Mut } from "../../../shared/ops/op.ts";
import { stageLabel } from "../../../shared/workflow/stages.ts";
import { stepOf } from "../../../shared/workflow/steps.ts";
import type { HistoryEntry } from "../../data/questions/history.ts";
import { pendingOps } from "../../data/questions/outbox.ts";
import { nameOf } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { ColumnHeads } from "../../ui/ColumnHeads.tsx";
import { type Language, useLanguage } from "../../ui/language.tsx";
import { machineTimeText } from "../../ui/machineTime.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import { SYNC_TEXTS } from "./texts.ts";

const SHOWN = 100;

const wordOf = (mut: Mut, language: Language): string => {
  if (mut.k === "step") return stepOf(mut.t, mut.step)?.label[language] ?? mut.step;
  if (mut.k === "purge") return stageLabel(DESTRUCTION.lane, DESTRUCTION.stage)[language];
  return fieldOf(mut.t, mut.f)?.label[language] ?? mut.f.replace(/^[#@]/, "");
};

/** What an op did, in the words of the dictionary; never the values. */
export const mutsText = (muts: readonly Mut[], language: Language): string =>
  [...new Set(muts.map((mut) => wordOf(mut, language)))].join(language === "zh" ? "、" : ", ");

const kindText = (muts: readonly Mut[], language: Language): string => {
  const t = muts[0]?.t ?? "";
  return isEntityType(t) ? ENTITIES[t].label[language] : t;
};

const Line = ({ entry }: { readonly entry: HistoryEntry }) => {
  const { language } = useLanguage();
  const name = useAnswer(nameOf("staff", entry.actor), [entry.actor]);
  return (
    <tr>
      <td className="lad-tight">{machineTimeText(entry.claimedAt)}</td>
      <td className="lad-tight">{name === "" ? entry.actor : name}</td>
      <td className="lad-tight">{kindText(entry.muts, language)}</td>
      <td>{mutsText(entry.muts, language)}</td>
    </tr>
  );
};

/** Entry by entry: what has not left this computer yet, oldest first. */
export const WaitingSection = () => {
  const { t } = useLanguage();
  const waiting = useAnswer(pendingOps(SHOWN), []);
  if (waiting === undefined) return null;
  const note = waiting.length >= SHOWN ? filled(t(SYNC_TEXTS.firstOnly), { n: SHOWN }) : undefined;
  return (
    <SectionCard title={t(SYNC_TEXTS.waiting)} note={note}>
      {waiting.length === 0 ? (
        <p className="lad-quiet">{t(SYNC_TEXTS.noWaiting)}</p>
      ) : (
        <table className="lad-table">
          <ColumnHeads heads={[SYNC_TEXTS.when, SYNC_TEXTS.who, SYNC_TEXTS.on, SYNC_TEXTS.what]} />
          <tbody>
            {waiting.map((entry) => (
              <Line key={entry.h} entry={entry} />
            ))}
          </tbody>
        </table>
      )}
    </SectionCard>
  );
};
