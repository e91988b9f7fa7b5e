import { Button } from "antd";
import { fieldOf } from "../../../shared/dictionary/entities.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { Mut } from "../../../shared/ops/op.ts";
import { stepOf } from "../../../shared/workflow/steps.ts";
import { useDesk } from "../../data/deskContext.ts";
import type { Outcome } from "../../data/meta.ts";
import { acknowledgeOutcome } from "../../data/outcomes.ts";
import type { HistoryEntry } from "../../data/questions/history.ts";
import { type ChangedOutcome, changedOutcomes } from "../../data/questions/outcomes.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { factText } from "../../ui/factText.ts";
import { type Language, useLanguage } from "../../ui/language.tsx";
import { Pairs } from "../../ui/Pairs.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { Origin } from "./Origin.tsx";
import { RecordTitle } from "./RecordTitle.tsx";
import { CONFLICT_TEXTS } from "./texts.ts";

const factPairs = (t: string, facts: { readonly [f: string]: Json }, language: Language) =>
  Object.entries(facts).flatMap(([f, value]) => {
    const field = fieldOf(t, f);
    return field === undefined || field.kind === "ref"
      ? []
      : [[field.label[language], factText(field, value, language)] as const];
  });

/** What an op says of an outcome, in the words of the dictionary. */
const saidBy = (muts: readonly Mut[], { t, id, at }: Outcome, language: Language) =>
  muts
    .filter((mut) => mut.t === t && mut.id === id)
    .flatMap((mut) => {
      if (mut.k === "step" && `@${mut.lane}` === at)
        return [
          [stepOf(t, mut.step)?.label[language] ?? mut.step, ""] as const,
          ...factPairs(t, (mut.outcome ?? {}) as { readonly [f: string]: Json }, language),
        ];
      return mut.k === "number" && mut.f === at ? factPairs(t, { [mut.f]: mut.text }, language) : [];
    });

type SideProps = {
  readonly title: string;
  readonly outcome: Outcome;
  readonly entry: HistoryEntry | undefined;
};

const Side = ({ title, outcome, entry }: SideProps) => {
  const { language, t } = useLanguage();
  return (
    <div className="lad-head-box">
      <span className="lad-quiet">{title}</span>
      {entry === undefined ? (
        <p>{t(CONFLICT_TEXTS.nothing)}</p>
      ) : (
        <Pairs pairs={saidBy(entry.muts, outcome, language)} />
      )}
      <Origin entry={entry} />
    </div>
  );
};

const Changed = ({ changed }: { readonly changed: ChangedOutcome }) => {
  const { t } = useLanguage();
  const desk = useDesk();
  const actor = useDeskStore((state) => state.actor);
  const { outcome, card, was, now } = changed;
  return (
    <div>
      <RecordTitle card={card} />
      <div className="lad-heads">
        <Side title={t(CONFLICT_TEXTS.was)} outcome={outcome} entry={was} />
        <Side title={t(CONFLICT_TEXTS.now)} outcome={outcome} entry={now} />
      </div>
      {actor?.roles.includes("HEAD") === true ? (
        <Button onClick={() => void acknowledgeOutcome(desk, outcome, desk.session.staffId)}>
          {t(CONFLICT_TEXTS.seen)}
        </Button>
      ) : (
        <span className="lad-quiet">{t(CONFLICT_TEXTS.onlyHead)}</span>
      )}
    </div>
  );
};

/** Outcomes the province had confirmed and that are other ones since it restored its book; nothing while there are none. */
export const ChangedSection = () => {
  const { t } = useLanguage();
  const changed = useAnswer(changedOutcomes(), []) ?? [];
  if (changed.length === 0) return null;
  return (
    <SectionCard title={t(CONFLICT_TEXTS.changed)} note={t(CONFLICT_TEXTS.changedNote)}>
      {changed.map((each) => (
        <Changed key={`${each.outcome.id} ${each.outcome.at} ${each.outcome.h}`} changed={each} />
      ))}
    </SectionCard>
  );
};
