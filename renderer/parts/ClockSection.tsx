import { fieldOf } from "../../shared/dictionary/entities.ts";
import type { Day } from "../../shared/kernel/day.ts";
import type { Clock } from "../../shared/law/clock.ts";
import { deadline } from "../../shared/law/deadlines.ts";
import { RECORD_CLOCKS } from "../../shared/law/recordClocks.ts";
import type { RecordView } from "../../shared/ops/view.ts";
import { ClockCard } from "../ui/ClockCard.tsx";
import { momentText } from "../ui/dueText.ts";
import { useLabel } from "../ui/language.tsx";
import { SectionCard } from "../ui/SectionCard.tsx";
import { UI_WORDS } from "../ui/words.ts";
import { PART_WORDS } from "./words.ts";
import "./parts.css";

/** The dictionary label of the fact that started a clock. */
const startOf = ({ id, triggerAt }: Clock, { t, facts }: Pick<RecordView, "t" | "facts">) => {
  const row = RECORD_CLOCKS.find((each) => each.t === t && each.rule === id);
  const starts: readonly string[] = row?.starts ?? deadline(id).starts ?? [];
  const name = starts.find((fact) => facts[fact] === triggerAt);
  return name === undefined ? undefined : fieldOf(t, name)?.label;
};

/** Target, hard and legal date side by side: they differ where rest days stand in between. */
const ThreeDates = ({ clock: { target, hard, legal } }: { readonly clock: Clock }) => {
  const t = useLabel();
  return (
    <p className="part-dates">
      <span>
        {t(UI_WORDS.target)} <b>{target === null ? "—" : momentText(target)}</b>
      </span>
      <span>
        {t(UI_WORDS.hard)} <b>{momentText(hard)}</b>
      </span>
      <span>
        {t(UI_WORDS.legal)} <b>{momentText(legal)}</b>
      </span>
    </p>
  );
};

type Props = {
  readonly view: Pick<RecordView, "t" | "facts">;
  readonly clocks: readonly Clock[];
  readonly today: Day;
};

/** Every statutory period of the record, in the order given, each with its article and how it was reckoned. */
export const ClockSection = ({ view, clocks, today }: Props) => {
  const t = useLabel();
  return (
    <SectionCard title={t(PART_WORDS.clocks)}>
      {clocks.length === 0 && <p className="lad-quiet">{t(PART_WORDS.noClocks)}</p>}
      {clocks.map((clock) => {
        const startLabel = startOf(clock, view);
        return (
          <div key={clock.id}>
            <ClockCard clock={clock} today={today} {...(startLabel && { startLabel })} />
            <ThreeDates clock={clock} />
          </div>
        );
      })}
    </SectionCard>
  );
};
