import type { EntityType } from "../../shared/dictionary/entities.ts";
import type { Day } from "../../shared/kernel/day.ts";
import type { Clock } from "../../shared/law/clock.ts";
import type { RecordView } from "../../shared/ops/view.ts";
import { ClockCard } from "../ui/ClockCard.tsx";
import { momentText } from "../ui/dueText.ts";
import { useLabel } from "../ui/language.tsx";
import { SectionCard } from "../ui/SectionCard.tsx";
import { UI_WORDS } from "../ui/words.ts";
import { clockHref } from "./clockAddress.ts";
import { startOf } from "./clocksOfRecord.ts";
import { PART_WORDS } from "./words.ts";
import "./parts.css";

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
  readonly view: Pick<RecordView, "t" | "id" | "facts">;
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
          <div key={`${clock.id}${clock.triggerAt}`}>
            <ClockCard
              clock={clock}
              today={today}
              href={clockHref(view.t as EntityType, view.id, clock.id)}
              {...(startLabel && { startLabel })}
            />
            <ThreeDates clock={clock} />
          </div>
        );
      })}
    </SectionCard>
  );
};
