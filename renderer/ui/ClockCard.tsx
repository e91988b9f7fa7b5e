import type { Label } from "../../shared/dictionary/field.ts";
import type { Day } from "../../shared/kernel/day.ts";
import type { Clock } from "../../shared/law/clock.ts";
import { clockCard } from "../../shared/law/clockCard.ts";
import { DueBadge } from "./DueBadge.tsx";
import { useLanguage } from "./language.tsx";
import { UI_WORDS } from "./words.ts";

type Props = {
  readonly clock: Clock;
  readonly today: Day;
  /** What the starting moment is called, from the dictionary. */
  readonly startLabel?: Label;
  /** The page of this clock card, for reading in full and printing. */
  readonly href?: string;
  readonly isOpen?: boolean;
};

/** One statutory clock: what, by when, under which article, and on demand every step of the reckoning. */
export const ClockCard = ({ clock, today, startLabel, href, isOpen = false }: Props) => {
  const { t } = useLanguage();
  const card = clockCard(clock, startLabel);
  return (
    <article className="lad-clock" aria-label={t(card.title)}>
      <div className="lad-clock-head">
        <strong>{t(card.title)}</strong>
        {href === undefined ? (
          <DueBadge clock={clock} today={today} />
        ) : (
          <a href={href} className="lad-clock-link" aria-label={`${t(UI_WORDS.clockCard)} ${t(card.title)}`}>
            <DueBadge clock={clock} today={today} />
          </a>
        )}
      </div>
      <div className="lad-source">{t(card.article)}</div>
      <details open={isOpen}>
        <summary>{t(UI_WORDS.why)}</summary>
        <ul>
          {card.lines.map((line) => (
            <li key={`${line.kind}${line.zh}`} className={`lad-line-${line.kind}`}>
              {t(line)}
            </li>
          ))}
        </ul>
      </details>
    </article>
  );
};
