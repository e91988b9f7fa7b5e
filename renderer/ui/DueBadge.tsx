import type { Day } from "../../shared/kernel/day.ts";
import { isInstant, type Moment } from "../../shared/kernel/instant.ts";
import type { Clock } from "../../shared/law/clock.ts";
import { dueOf } from "../../shared/law/clocksOf.ts";
import { leftText, momentText, urgencyOf } from "./dueText.ts";
import { useLanguage } from "./language.tsx";
import { ProvisionalMark, UnverifiedMark } from "./Mark.tsx";
import { UI_WORDS } from "./words.ts";

/** A due day with what is left of it, coloured by urgency. The words say it too: colour is never the only sign. */
export const DueDay = ({ due, today }: { readonly due: Moment; readonly today: Day }) => {
  const { language } = useLanguage();
  return (
    <span className={`lad-due lad-due-${urgencyOf(due, today)}`}>
      <strong>{isInstant(due) ? momentText(due) : due}</strong> {leftText(due, today, language)}
    </span>
  );
};

const Met = ({ clock }: { readonly clock: Clock }) => {
  const { t } = useLanguage();
  const late = { none: "", late_after_hard: t(UI_WORDS.lateHard), late_after_legal: t(UI_WORDS.lateLegal) }[
    clock.breach
  ];
  return (
    <span className={clock.breach === "none" ? "lad-due lad-due-met" : "lad-due lad-due-late"}>
      ✓ {t(UI_WORDS.met)} {momentText(clock.metAt ?? clock.hard)} {late}
    </span>
  );
};

/** One clock in a line: done, paused, or due when; with its marks. Hover or the clock card shows hard and legal dates. */
export const DueBadge = ({ clock, today }: { readonly clock: Clock; readonly today: Day }) => {
  const { t } = useLanguage();
  const all = `${t(UI_WORDS.target)} ${clock.target ?? "—"} · ${t(UI_WORDS.hard)} ${momentText(clock.hard)} · ${t(UI_WORDS.legal)} ${momentText(clock.legal)}`;
  return (
    <span title={all}>
      {clock.metAt !== undefined ? <Met clock={clock} /> : <DueDay due={dueOf(clock)} today={today} />}
      {clock.metAt === undefined && clock.isPaused && <em className="lad-quiet"> {t(UI_WORDS.paused)}</em>}
      {clock.provisional && <ProvisionalMark />}
      {clock.unverified && <UnverifiedMark />}
    </span>
  );
};
