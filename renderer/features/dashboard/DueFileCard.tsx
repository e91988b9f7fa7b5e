import type { Day } from "../../../shared/kernel/day.ts";
import type { Clock } from "../../../shared/law/clock.ts";
import { priorityOf } from "../../../shared/law/priority.ts";
import { clockHref } from "../../parts/clockAddress.ts";
import { ClockCard } from "../../ui/ClockCard.tsx";
import { useLabel } from "../../ui/language.tsx";
import { PriorityTag } from "../../ui/PriorityTag.tsx";
import { hrefTo } from "../../ui/route.ts";
import { HeadStageBadge } from "../../ui/StageBadge.tsx";
import { filled } from "../../ui/words.ts";
import { DASHBOARD_TEXTS } from "./texts.ts";
import type { DueFile } from "./useDueFiles.ts";

/** One clock of the file, its badge leading to the clock card. */
const Line = ({ clock, id, today }: { readonly clock: Clock; readonly id: string; readonly today: Day }) => (
  <ClockCard clock={clock} today={today} href={clockHref("aidFile", id, clock.id)} />
);

/** One file on the dashboard: whose, at which stage, its most urgent clock with article and reckoning. */
export const DueFileCard = ({
  due: { card, clocks },
  today,
}: {
  readonly due: DueFile;
  readonly today: Day;
}) => {
  const t = useLabel();
  const [first, ...more] = clocks;
  const { personName, caseNo, applicationNo, noticeLetterNo } = card.facts;
  return (
    <li className={card.isGrave ? "lad-due-file lad-grave" : "lad-due-file"}>
      <div className="lad-due-file-head">
        <a href={hrefTo("file", card.id)}>
          <strong>{personName ?? t(DASHBOARD_TEXTS.unnamed)}</strong>
        </a>
        <span className="lad-quiet">
          {caseNo ?? applicationNo ?? noticeLetterNo ?? t(DASHBOARD_TEXTS.noNumber)}
        </span>
        <HeadStageBadge stages={card.stages} />
        <PriorityTag priority={priorityOf(card.facts, today)} />
      </div>
      {first !== undefined && <Line clock={first} id={card.id} today={today} />}
      {more.length > 0 && (
        <details>
          <summary className="lad-more-clocks">
            {filled(t(DASHBOARD_TEXTS.moreClocks), { n: more.length })}
          </summary>
          {more.map((clock) => (
            <Line key={`${clock.id}${clock.triggerAt}`} clock={clock} id={card.id} today={today} />
          ))}
        </details>
      )}
    </li>
  );
};
