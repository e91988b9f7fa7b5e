import { Button, Tag } from "antd";
import { useState } from "react";
import { type HistoryEntry, historyOf } from "../data/questions/history.ts";
import { syncFigures } from "../data/questions/outbox.ts";
import { staff } from "../data/questions/registers.ts";
import { useAnswer } from "../data/useAnswer.ts";
import { useLanguage } from "../ui/language.tsx";
import { SectionCard } from "../ui/SectionCard.tsx";
import { filled } from "../ui/words.ts";
import { actionText, standingText, whenText } from "./historyText.ts";
import { PART_WORDS } from "./words.ts";
import "./parts.css";

/** Entries shown before "show all": a morning's work on one file. */
const FIRST = 12;

type RowProps = { readonly entry: HistoryEntry; readonly who: string };

const Entry = ({ entry, who }: RowProps) => {
  const { language } = useLanguage();
  return (
    <li className="part-entry">
      <span className="part-when">{whenText(entry)}</span>
      <span>
        <strong>{who}</strong> <span className="lad-quiet">{entry.desk}</span> {actionText(entry, language)}
        {entry.reason !== "" && <em className="lad-quiet"> {entry.reason}</em>}
      </span>
      <Tag color={entry.state === "booked" ? "green" : "default"}>{standingText(entry, language)}</Tag>
    </li>
  );
};

/** Everything that ever happened to a record, newest first: who, when, at which desk, and whether the province has it. */
export const Timeline = ({ t: kind, id }: { readonly t: string; readonly id: string }) => {
  const { t } = useLanguage();
  const [isAll, setAll] = useState(false);
  const history = useAnswer(historyOf(kind, id), [kind, id]) ?? [];
  const later = useAnswer(syncFigures(), [])?.historyLeft ?? 0;
  const people = useAnswer(staff(), []) ?? [];
  const names = new Map(people.map((person) => [person.id, person.facts.name ?? person.id]));
  const shown = isAll ? history.toReversed() : history.toReversed().slice(0, FIRST);
  return (
    <SectionCard title={t(PART_WORDS.history)} note={t(PART_WORDS.historyNote)}>
      {later > 0 && <p role="status">{filled(t(PART_WORDS.historyLater), { n: later })}</p>}
      <ol className="part-timeline">
        {shown.map((entry) => (
          <Entry key={entry.h} entry={entry} who={names.get(entry.actor) ?? entry.actor} />
        ))}
      </ol>
      {history.length > shown.length && (
        <Button type="link" onClick={() => setAll(true)}>
          {filled(t(PART_WORDS.allHistory), { n: history.length })}
        </Button>
      )}
    </SectionCard>
  );
};
