import type { EntityType } from "../../../shared/dictionary/entities.ts";
import { type Fen, yuanOfFen } from "../../../shared/kernel/fen.ts";
import { isRefusalCode, REFUSALS } from "../../../shared/kernel/refusals.ts";
import type { Card } from "../../data/questions/card.ts";
import { conflicts, contested, disputeCounts, refusedOps } from "../../data/questions/disputes.ts";
import type { HistoryEntry } from "../../data/questions/history.ts";
import { ledger } from "../../data/questions/ledger.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { hrefOf } from "../../parts/address.ts";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { ChangedSection } from "./ChangedSection.tsx";
import { ContestedCard } from "./ContestedCard.tsx";
import { FieldConflictCard } from "./FieldConflictCard.tsx";
import { Origin } from "./Origin.tsx";
import { RecordTitle } from "./RecordTitle.tsx";
import { Some } from "./Some.tsx";
import { CONFLICT_TEXTS } from "./texts.ts";

const None = () => {
  const { t } = useLanguage();
  return <p className="lad-quiet">{t(CONFLICT_TEXTS.none)}</p>;
};

const Refused = ({ entry }: { readonly entry: HistoryEntry }) => {
  const { language, t } = useLanguage();
  const code = entry.verdict;
  const why = entry.isUnreadable
    ? t(CONFLICT_TEXTS.unreadable)
    : isRefusalCode(code)
      ? REFUSALS[code][language]
      : code;
  return (
    <li>
      <strong>
        {t(CONFLICT_TEXTS.reason)}：{why}
      </strong>
      <Origin entry={entry} />
    </li>
  );
};

const RefusedSection = () => {
  const { t } = useLanguage();
  const refused = useAnswer(refusedOps(), []) ?? [];
  return (
    <SectionCard title={t(CONFLICT_TEXTS.refused)} note={t(CONFLICT_TEXTS.refusedNote)}>
      {refused.length === 0 ? (
        <None />
      ) : (
        <ul>
          {refused.map((entry) => (
            <Refused key={entry.h} entry={entry} />
          ))}
        </ul>
      )}
    </SectionCard>
  );
};

/** A fund that two desks overspent together: it stops payments until the head sees to it. */
const Overdrawn = () => {
  const { t } = useLanguage();
  const view = useAnswer(ledger(), []);
  if (view === undefined || view.overdrawn.length === 0) return null;
  const over = view.posted.filter(({ id }) => view.overdrawn.includes(id));
  return (
    <SectionCard title={t(CONFLICT_TEXTS.overdrawn)} note={t(CONFLICT_TEXTS.overdrawnNote)}>
      <ul>
        {over.map(({ id, facts }) => (
          <li key={id}>
            <a href={hrefOf("fundEntry", id)}>{facts.voucherNo}</a> {facts.summary}{" "}
            <strong>{yuanOfFen((facts.amountFen ?? 0) as Fen)}</strong>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
};

const Disputed = ({ card }: { readonly card: Card<EntityType> }) => (
  <div>
    <RecordTitle card={card} />
    {card.view.conflicts.map((conflict) => (
      <FieldConflictCard key={conflict.f} view={card.view} conflict={conflict} />
    ))}
  </div>
);

const Rivals = ({ card }: { readonly card: Card<EntityType> }) => (
  <div>
    <RecordTitle card={card} />
    {card.view.contested.map((lane) => (
      <ContestedCard key={lane.lane} view={card.view} lane={lane} />
    ))}
  </div>
);

/** Everything that waits for a named person because two desks did not know of each other. */
export const ConflictsPage = () => {
  const { t } = useLanguage();
  const counts = useAnswer(disputeCounts(), []);
  return (
    <>
      <PageHeader title={t(CONFLICT_TEXTS.title)} note={t(CONFLICT_TEXTS.note)} />
      <ChangedSection />
      <SectionCard title={t(CONFLICT_TEXTS.contested)} note={t(CONFLICT_TEXTS.contestedNote)}>
        <Some of={contested} all={counts?.contested}>
          {(card) => <Rivals key={card.id} card={card} />}
        </Some>
      </SectionCard>
      <Overdrawn />
      <SectionCard title={t(CONFLICT_TEXTS.fields)}>
        <Some of={conflicts} all={counts?.conflicts}>
          {(card) => <Disputed key={card.id} card={card} />}
        </Some>
      </SectionCard>
      <RefusedSection />
    </>
  );
};
