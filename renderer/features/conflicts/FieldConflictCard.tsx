import { Button } from "antd";
import { useState } from "react";
import { fieldOf } from "../../../shared/dictionary/entities.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { FieldConflict, RecordView } from "../../../shared/ops/view.ts";
import { historyOf } from "../../data/questions/history.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { FieldInput } from "../../ui/FactInput.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { Pairs } from "../../ui/Pairs.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { Origin } from "./Origin.tsx";
import { TaskLine } from "./TaskLine.tsx";
import { CONFLICT_TEXTS } from "./texts.ts";
import { useResolve } from "./useResolve.ts";
import { fieldsOf, statedIn } from "./valueText.ts";

type Props = { readonly view: RecordView; readonly conflict: FieldConflict };

/** A third value, for a single field only: a group is chosen as one. */
const Other = ({ view, conflict, onSettle }: Props & { readonly onSettle: (value: Json) => void }) => {
  const { t } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const field = fieldOf(view.t, conflict.f);
  if (field === undefined) return null;
  if (!isOpen)
    return (
      <Button type="link" onClick={() => setOpen(true)}>
        {t(CONFLICT_TEXTS.other)}
      </Button>
    );
  return (
    <FieldInput
      field={field}
      value={undefined}
      onCommit={(value) => (value === null ? undefined : onSettle(value))}
    />
  );
};

/** One field on which people disagree: every value side by side with who wrote it, and the choice. */
export const FieldConflictCard = ({
  view,
  conflict,
  heads: headNames,
}: Props & { readonly heads: string }) => {
  const { language, t } = useLanguage();
  const history = useAnswer(historyOf(view.t, view.id), [view.t, view.id]) ?? [];
  const { refusal, resolve } = useResolve(view);
  const { f, heads } = conflict;
  const names = fieldsOf(view.t, f).map((name) => fieldOf(view.t, name)?.label[language] ?? name);
  return (
    <section className="lad-rows" aria-label={names.join(" ")}>
      <h3 className="lad-rows-title">{names.join(language === "zh" ? "、" : ", ")}</h3>
      <TaskLine
        kind="conflict"
        claims={history.filter((entry) => heads.some(({ h }) => h === entry.h))}
        heads={headNames}
      />
      <div className="lad-heads">
        {heads.map((head, index) => (
          <div key={head.h} className="lad-head-box">
            {index === 0 && <span className="lad-quiet">{t(CONFLICT_TEXTS.shown)}</span>}
            <Pairs
              pairs={statedIn({ t: view.t, f }, head.v, language).map(([name, text]) => [
                name,
                text === "" ? t(CONFLICT_TEXTS.empty) : <strong key={name}>{text}</strong>,
              ])}
            />
            <Origin entry={history.find(({ h }) => h === head.h)} />
            <Button onClick={() => void resolve({ f, choose: head.h })}>{t(CONFLICT_TEXTS.choose)}</Button>
          </div>
        ))}
      </div>
      <Other view={view} conflict={conflict} onSettle={(value) => void resolve({ f, choose: "", value })} />
      <RefusalNotice refusal={refusal} t={view.t} />
    </section>
  );
};
