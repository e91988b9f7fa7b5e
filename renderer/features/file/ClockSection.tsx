import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import { fieldOf } from "../../../shared/dictionary/entities.ts";
import type { Clock } from "../../../shared/law/clock.ts";
import { deadline } from "../../../shared/law/deadlines.ts";
import { ClockCard } from "../../ui/ClockCard.tsx";
import { momentText } from "../../ui/dueText.ts";
import { useLabel } from "../../ui/language.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { UI_WORDS } from "../../ui/words.ts";
import type { OpenFileView } from "./useFile.ts";
import { FILE_WORDS } from "./words.ts";

/** The dictionary label of the fact that started a clock. */
const startOf = ({ id, triggerAt }: Clock, facts: AidFacts) => {
  const name = deadline(id).starts?.find(
    (fact) => (facts as Readonly<Record<string, unknown>>)[fact] === triggerAt,
  );
  return name === undefined ? undefined : fieldOf("aidFile", name)?.label;
};

/** Target, hard and legal date side by side: they differ where rest days stand in between (§2.2). */
const ThreeDates = ({ clock: { target, hard, legal } }: { readonly clock: Clock }) => {
  const t = useLabel();
  return (
    <p className="file-dates">
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

/** Every statutory period of the file, worst first, each with its article and how it was reckoned. */
export const ClockSection = ({ file: { clocks, facts, today } }: { readonly file: OpenFileView }) => {
  const t = useLabel();
  return (
    <SectionCard title={t(FILE_WORDS.clocks)}>
      {clocks.length === 0 && <p className="lad-quiet">{t(FILE_WORDS.noClocks)}</p>}
      {clocks.map((clock) => {
        const startLabel = startOf(clock, facts);
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
