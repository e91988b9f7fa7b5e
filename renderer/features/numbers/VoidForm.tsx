import { Button } from "antd";
import { fieldOf } from "../../../shared/dictionary/entities.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { useDesk } from "../../data/deskContext.ts";
import { newId } from "../../data/newId.ts";
import { useStep } from "../../state/useStep.ts";
import { FieldInput } from "../../ui/FactInput.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { NUMBER_TEXTS } from "./texts.ts";

const NAMES = ["series", "year", "from", "to", "reason"] as const;

/** What the form begins with: the unused rest of a year that is over, or nothing. */
export type Start = { readonly [f: string]: Json };

/** Voids a range of one series by one op, with its reason. */
export const VoidForm = ({ start, onDone }: { readonly start: Start; readonly onDone: () => void }) => {
  const t = useLabel();
  const desk = useDesk();
  const { facts, state, take, refusal, isBusy } = useStep(
    { t: "numberVoid", id: newId(desk.wallMs()) },
    "voidNumbers",
    start,
  );
  const submit = async (): Promise<void> => {
    if (await take()) onDone();
  };
  return (
    <SectionCard title={t(NUMBER_TEXTS.form)} note={t(NUMBER_TEXTS.formNote)}>
      <div className="lad-form lad-columns-3 lad-no-print">
        {NAMES.map((name) => {
          const field = fieldOf("numberVoid", name);
          return field === undefined ? null : (
            <FieldInput
              key={name}
              field={field}
              value={facts[name] ?? null}
              onCommit={(value) => state(name, value)}
            />
          );
        })}
      </div>
      <div className="lad-buttons">
        <Button type="primary" loading={isBusy} onClick={() => void submit()}>
          {t(NUMBER_TEXTS.take)}
        </Button>
      </div>
      <RefusalNotice refusal={refusal} />
    </SectionCard>
  );
};
