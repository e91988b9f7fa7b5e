import type { AidFacts } from "../../shared/dictionary/aidFile.ts";
import { fieldOf } from "../../shared/dictionary/entities.ts";
import type { Label } from "../../shared/dictionary/field.ts";
import type { Clock } from "../../shared/law/clock.ts";
import { clocksOf, dueOf, isRunning } from "../../shared/law/clocksOf.ts";
import { deadline } from "../../shared/law/deadlines.ts";
import { RECORD_CLOCKS, recordClocksOf } from "../../shared/law/recordClocks.ts";
import type { RecordView } from "../../shared/ops/view.ts";
import type { DeskLaw } from "../data/deskLaw.ts";

type Shown = Pick<RecordView, "t" | "facts">;

/** Every period of a record of any kind, running ones first, the nearest first. */
export const clocksOfRecord = ({ t, facts }: Shown, law: DeskLaw): readonly Clock[] =>
  t === "aidFile"
    ? clocksOf(facts as AidFacts, law.calendar, law.parameters)
    : recordClocksOf(t, facts, law).toSorted(
        (a, b) => Number(isRunning(b)) - Number(isRunning(a)) || (dueOf(a) < dueOf(b) ? -1 : 1),
      );

/** The dictionary label of the fact that started a clock; undefined for one read off a log. */
export const startOf = ({ id, triggerAt }: Clock, { t, facts }: Shown): Label | undefined => {
  const ofRecord = RECORD_CLOCKS.filter((each) => each.t === t && each.rule === id).flatMap(
    ({ starts }) => starts,
  );
  const starts: readonly string[] = [...ofRecord, ...(deadline(id).starts ?? []), "renotifiedAt"];
  const name = starts.find((fact) => facts[fact] === triggerAt);
  return name === undefined ? undefined : fieldOf(t, name)?.label;
};
