import { Button } from "antd";
import { useState } from "react";
import { fieldOf } from "../../../shared/dictionary/entities.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { StepNode } from "../../../shared/ops/state.ts";
import type { ContestedLane, RecordView } from "../../../shared/ops/view.ts";
import { stepOf } from "../../../shared/workflow/steps.ts";
import { type HistoryEntry, historyOf } from "../../data/questions/history.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { factText } from "../../ui/factText.ts";
import { type Language, useLanguage } from "../../ui/language.tsx";
import { Pairs } from "../../ui/Pairs.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { StageBadge } from "../../ui/StageBadge.tsx";
import { Origin } from "./Origin.tsx";
import { TaskLine } from "./TaskLine.tsx";
import { CONFLICT_TEXTS } from "./texts.ts";
import { useResolve } from "./useResolve.ts";

type Props = { readonly view: RecordView; readonly lane: ContestedLane; readonly heads: string };

const outcomeOf = (t: string, node: StepNode, language: Language) =>
  Object.entries((node.outcome ?? {}) as { readonly [f: string]: Json }).flatMap(([f, value]) => {
    const field = fieldOf(t, f);
    return field === undefined || field.kind === "ref"
      ? []
      : [[field.label[language], factText(field, value, language)] as const];
  });

type RivalProps = {
  readonly at: RecordView;
  readonly lane: string;
  readonly node: StepNode;
  readonly entry: HistoryEntry | undefined;
  readonly onChoose: () => void;
};

/** One of the competing steps: what it means, who took it, and for the head of the agency the button. */
const Rival = ({ at, lane, node, entry, onChoose }: RivalProps) => {
  const { language, t } = useLanguage();
  const isHead = useDeskStore((state) => state.actor?.roles.includes("HEAD") ?? false);
  return (
    <div className="lad-head-box">
      <strong>{stepOf(at.t, node.step)?.label[language] ?? node.step}</strong>{" "}
      <StageBadge lane={lane} stage={node.to} />
      <Pairs pairs={outcomeOf(at.t, node, language)} />
      <Origin entry={entry} />
      {isHead ? (
        <Button danger onClick={onChoose}>
          {t(CONFLICT_TEXTS.choose)}
        </Button>
      ) : (
        <span className="lad-quiet">{t(CONFLICT_TEXTS.onlyHead)}</span>
      )}
    </div>
  );
};

/** Two steps that compete: what each would mean, who took it, and the choice of the head of the agency. */
export const ContestedCard = ({ view, lane, heads }: Props) => {
  const { t } = useLanguage();
  const history = useAnswer(historyOf(view.t, view.id), [view.t, view.id]) ?? [];
  const claims = history.filter(({ h }) => lane.heads.some((node) => node.h === h));
  const { refusal, resolve } = useResolve(view);
  const [chosen, setChosen] = useState("");
  const settle = (): void => {
    setChosen("");
    void resolve({ f: `@${lane.lane}`, choose: chosen });
  };
  return (
    <section className="lad-rows" aria-label={t(CONFLICT_TEXTS.contested)}>
      <TaskLine kind="contested" claims={claims} heads={heads} />
      <div className="lad-heads">
        {lane.heads.map((node) => (
          <Rival
            key={node.h}
            at={view}
            lane={lane.lane}
            node={node}
            entry={claims.find(({ h }) => h === node.h)}
            onChoose={() => setChosen(node.h)}
          />
        ))}
      </div>
      <RefusalNotice refusal={refusal} t={view.t} />
      <ConfirmDialog
        isOpen={chosen !== ""}
        title={t(CONFLICT_TEXTS.confirm)}
        isDanger
        onConfirm={settle}
        onClose={() => setChosen("")}
      >
        {t(CONFLICT_TEXTS.confirmText)}
      </ConfirmDialog>
    </section>
  );
};
