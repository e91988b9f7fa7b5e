import { Button } from "antd";
import { useState } from "react";
import { type FileCard, lawScene, notices } from "../../data/questions/files.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useToday } from "../../state/useToday.ts";
import { ChoiceInput } from "../../ui/ChoiceInput.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLabel } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { goTo } from "../../ui/route.ts";
import { type MonthRow, monthList, monthOfDay } from "./monthList.ts";
import { NOTICE_WORDS } from "./words.ts";

/** Letters read for the list: more than a county receives in a year. */
const READ = 2000;
const COLUMNS = ["organ", "received", "assigned", "replied", "late", "average", "signature"] as const;

const Table = ({ rows }: { readonly rows: readonly MonthRow[] }) => {
  const t = useLabel();
  return (
    <table className="lad-table notice-month" aria-label={t(NOTICE_WORDS.month)}>
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col">
              {t(NOTICE_WORDS[name])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ organ, received, assigned, replied, late, averageDays }) => (
          <tr key={organ}>
            <th scope="row">{organ}</th>
            <td>{received}</td>
            <td>{assigned}</td>
            <td>{replied}</td>
            <td>{late}</td>
            <td>{averageDays ?? "—"}</td>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The months in which letters came, newest first, with the present one. */
const monthsOf = (letters: readonly FileCard[], present: string): readonly string[] => {
  const received = letters.flatMap(({ facts }) =>
    facts.noticeReceivedAt === undefined ? [] : [facts.noticeReceivedAt.slice(0, 7)],
  );
  return [...new Set([present, ...received])].sort().toReversed();
};

/** What each organ sent in a month and what became of it, on one sheet for both to sign. */
export const MonthList = () => {
  const t = useLabel();
  const today = useToday();
  const letters = useAnswer(notices({ limit: READ }), []) ?? [];
  const law = useAnswer(lawScene(), []);
  const [month, setMonth] = useState(monthOfDay(today));
  const months = monthsOf(letters, monthOfDay(today));
  const rows = monthList(
    letters.map(({ facts }) => facts),
    month,
    law?.parameters.organLateDays ?? 0,
  );
  return (
    <>
      <PageHeader
        title={`${t(NOTICE_WORDS.month)} ${month}`}
        note={t(NOTICE_WORDS.monthNote)}
        actions={
          <>
            <ChoiceInput
              label={t(NOTICE_WORDS.monthPick)}
              value={month}
              onPick={(picked) => setMonth(picked ?? monthOfDay(today))}
              options={months.map((value) => ({ value, label: value }))}
            />
            <Button onClick={() => globalThis.print()}>{t(NOTICE_WORDS.print)}</Button>
            <Button onClick={() => goTo("notices")}>{t(NOTICE_WORDS.back)}</Button>
          </>
        }
      />
      {rows.length === 0 ? <EmptyState text={t(NOTICE_WORDS.empty)} /> : <Table rows={rows} />}
    </>
  );
};
