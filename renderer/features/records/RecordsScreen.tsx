import { ENTITIES, type EntityType } from "../../../shared/dictionary/entities.ts";
import { titleOf } from "../../../shared/dictionary/titles.ts";
import { mayRead } from "../../../shared/workflow/writers.ts";
import { dueRecords, recordCounts } from "../../data/questions/records.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { hrefOf } from "../../parts/address.ts";
import { clockHref } from "../../parts/clockAddress.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useToday } from "../../state/useToday.ts";
import { DueDay } from "../../ui/DueBadge.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLabel } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { hrefTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import { RecordList } from "./RecordList.tsx";
import { RecordPage } from "./RecordPage.tsx";
import { kindOf, RECORD_GROUPS, RECORD_KINDS } from "./recordKinds.ts";
import { Stages } from "./Stages.tsx";
import { RECORD_WORDS } from "./words.ts";
import "./records.css";

/** As many as one reads at a glance; the rest stands in the lists. */
const DUE_SHOWN = 8;

const useRoles = () => useDeskStore((store) => store.actor)?.roles ?? [];

/** What is due first, whatever kind it is. */
const Due = ({ kinds }: { readonly kinds: readonly EntityType[] }) => {
  const t = useLabel();
  const today = useToday();
  const due = useAnswer(dueRecords(kinds, DUE_SHOWN), [kinds.join()]) ?? [];
  return due.length === 0 ? null : (
    <SectionCard title={t(RECORD_WORDS.due)}>
      <ul className="record-kinds record-due">
        {due.map((card) => (
          <li key={card.id}>
            <a href={hrefOf(card.t, card.id)}>
              {t(ENTITIES[card.t].label)} · {titleOf(card.view) || t(RECORD_WORDS.unnamed)}
            </a>{" "}
            <Stages card={card} />{" "}
            {card.dueOn !== null && (
              <a className="lad-clock-link" href={clockHref(card.t, card.id)}>
                <DueDay due={card.dueOn} today={today} />
              </a>
            )}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
};

/** The kinds of the year's work, group by group, each with how many there are. */
const Kinds = () => {
  const t = useLabel();
  const roles = useRoles();
  const readable = RECORD_KINDS.map((kind) => kind.t).filter((kind) => mayRead(kind, roles));
  const counts = useAnswer(recordCounts(readable), [readable.join()]) ?? {};
  return (
    <>
      <PageHeader title={t(RECORD_WORDS.title)} note={t(RECORD_WORDS.note)} />
      <Due kinds={readable} />
      <div className="record-groups">
        {RECORD_GROUPS.map(({ id, title, kinds }) => (
          <SectionCard key={id} title={t(title)}>
            <ul className="record-kinds">
              {kinds
                .filter((kind) => readable.includes(kind.t))
                .map((kind) => (
                  <li key={kind.t}>
                    <a href={hrefTo("records", kind.t)}>{t(ENTITIES[kind.t].label)}</a>{" "}
                    <span className="lad-quiet">
                      {filled(t(RECORD_WORDS.count), { n: counts[kind.t] ?? 0 })}
                    </span>
                    <span className="lad-list-detail">{t(kind.note)}</span>
                  </li>
                ))}
            </ul>
          </SectionCard>
        ))}
      </div>
    </>
  );
};

/** The year's other work: all kinds, the list of one kind (`id`), or one record of it (`part`). */
export const RecordsScreen = ({ id, part }: { readonly id: string; readonly part: string }) => {
  const t = useLabel();
  const roles = useRoles();
  if (id === "") return <Kinds />;
  const kind = kindOf(id)?.t;
  if (kind === undefined || !mayRead(kind, roles)) return <EmptyState text={t(RECORD_WORDS.notHere)} />;
  return part === "" ? <RecordList key={kind} t={kind} /> : <RecordPage key={part} t={kind} id={part} />;
};
