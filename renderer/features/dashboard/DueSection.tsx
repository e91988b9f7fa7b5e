import { coveredUntil } from "../../../shared/law/calendar.ts";
import { useToday } from "../../state/useToday.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLabel } from "../../ui/language.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import { DueFileCard } from "./DueFileCard.tsx";
import { DueRecords, useDueRecords } from "./DueRecords.tsx";
import { DASHBOARD_TEXTS } from "./texts.ts";
import { type DueFile, useDueFiles } from "./useDueFiles.ts";

const Group = ({ title, files }: { readonly title: string; readonly files: readonly DueFile[] }) => {
  const today = useToday();
  if (files.length === 0) return null;
  return (
    <>
      <h3 className="lad-group">
        {title} <span className="lad-quiet">{files.length}</span>
      </h3>
      <ul className="lad-due-files">
        {files.map((due) => (
          <DueFileCard key={due.card.id} due={due} today={today} />
        ))}
      </ul>
    </>
  );
};

/** Everything with a running statutory period, worst first; custody and minors before all others. */
export const DueSection = () => {
  const t = useLabel();
  const today = useToday();
  const due = useDueFiles();
  const records = useDueRecords();
  if (due === undefined)
    return (
      <SectionCard title={t(DASHBOARD_TEXTS.due)}>
        <p>{t(DASHBOARD_TEXTS.loading)}</p>
      </SectionCard>
    );
  const until = coveredUntil(today, due.law.calendar);
  const isEmpty = due.grave.length + due.others.length + records.length === 0;
  const coverage =
    until === null ? t(DASHBOARD_TEXTS.noCalendar) : filled(t(DASHBOARD_TEXTS.calendar), { day: until });
  return (
    <SectionCard
      title={t(DASHBOARD_TEXTS.due)}
      note={t(DASHBOARD_TEXTS.dueNote)}
      extra={<span className={until === null ? "lad-bad" : "lad-quiet"}>{coverage}</span>}
    >
      {isEmpty && <EmptyState text={t(DASHBOARD_TEXTS.nothingDue)}>{t(DASHBOARD_TEXTS.begin)}</EmptyState>}
      <Group title={t(DASHBOARD_TEXTS.grave)} files={due.grave} />
      <Group title={t(DASHBOARD_TEXTS.others)} files={due.others} />
      <DueRecords cards={records} law={due.law} />
    </SectionCard>
  );
};
