import type { EntityType } from "../../../shared/dictionary/entities.ts";
import type { Label } from "../../../shared/dictionary/field.ts";
import { type Fen, yuanOfFen } from "../../../shared/kernel/fen.ts";
import { isRefusalCode, REFUSALS } from "../../../shared/kernel/refusals.ts";
import type { Card } from "../../data/questions/card.ts";
import { conflicts, contested, disputeCounts, refusedOps } from "../../data/questions/disputes.ts";
import type { HistoryEntry } from "../../data/questions/history.ts";
import { ledger } from "../../data/questions/ledger.ts";
import { headNames } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { hrefOf } from "../../parts/address.ts";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import { ChangedSection } from "./ChangedSection.tsx";
import { ContestedCard } from "./ContestedCard.tsx";
import { FieldConflictCard } from "./FieldConflictCard.tsx";
import { LateWritingSection } from "./LateWritingSection.tsx";
import { NumberSection } from "./NumberSection.tsx";
import { Origin } from "./Origin.tsx";
import { DuplicateSection, TornSection } from "./PersonSections.tsx";
import { RecordTitle } from "./RecordTitle.tsx";
import { Some } from "./Some.tsx";
import { SupplementSection } from "./SupplementSection.tsx";
import { TaskLine } from "./TaskLine.tsx";
import { CONFLICT_TEXTS } from "./texts.ts";

const None = () => {
  const { t } = useLanguage();
  return <p className="lad-quiet">{t(CONFLICT_TEXTS.none)}</p>;
};

/** Hash digits that people read out to whoever maintains the program. */
const HASH_SHOWN = 12;

/** Why an op without a refusal has no effect: it is quarantined (F59), or a newer version wrote it (F58). */
const unknownWhy = ({ verdict, h, isUnreadable }: HistoryEntry, t: (label: Label) => string): string => {
  if (verdict === "quarantined") return filled(t(CONFLICT_TEXTS.quarantined), { h: h.slice(0, HASH_SHOWN) });
  return isUnreadable ? t(CONFLICT_TEXTS.unreadable) : verdict;
};

const Refused = ({ entry, heads }: { readonly entry: HistoryEntry; readonly heads: string }) => {
  const { language, t } = useLanguage();
  const code = entry.verdict;
  const why = isRefusalCode(code) ? REFUSALS[code][language] : unknownWhy(entry, t);
  return (
    <li>
      <strong>
        {t(CONFLICT_TEXTS.reason)}：{why}
      </strong>
      <Origin entry={entry} />
      <TaskLine kind="refused" claims={[entry]} heads={heads} />
    </li>
  );
};

const RefusedSection = ({ heads }: { readonly heads: string }) => {
  const { t } = useLanguage();
  const refused = useAnswer(refusedOps(), []) ?? [];
  return (
    <SectionCard title={t(CONFLICT_TEXTS.refused)} note={t(CONFLICT_TEXTS.refusedNote)}>
      {refused.length === 0 ? (
        <None />
      ) : (
        <ul>
          {refused.map((entry) => (
            <Refused key={entry.h} entry={entry} heads={heads} />
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

type DisputeProps = { readonly card: Card<EntityType>; readonly heads: string };

const Disputed = ({ card, heads }: DisputeProps) => (
  <div>
    <RecordTitle card={card} />
    {card.view.conflicts.map((conflict) => (
      <FieldConflictCard key={conflict.f} view={card.view} conflict={conflict} heads={heads} />
    ))}
  </div>
);

const Rivals = ({ card, heads }: DisputeProps) => (
  <div>
    <RecordTitle card={card} />
    {card.view.contested.map((lane) => (
      <ContestedCard key={lane.lane} view={card.view} lane={lane} heads={heads} />
    ))}
  </div>
);

/** Everything that waits for a named person because two desks did not know of each other. */
export const ConflictsPage = () => {
  const { t } = useLanguage();
  const counts = useAnswer(disputeCounts(), []);
  const heads = useAnswer(headNames(), []) ?? "";
  return (
    <>
      <PageHeader title={t(CONFLICT_TEXTS.title)} note={t(CONFLICT_TEXTS.note)} />
      <ChangedSection />
      <SectionCard title={t(CONFLICT_TEXTS.contested)} note={t(CONFLICT_TEXTS.contestedNote)}>
        <Some of={contested} all={counts?.contested}>
          {(card) => <Rivals key={card.id} card={card} heads={heads} />}
        </Some>
      </SectionCard>
      <NumberSection heads={heads} />
      <TornSection />
      <LateWritingSection />
      <SupplementSection />
      <Overdrawn />
      <SectionCard title={t(CONFLICT_TEXTS.fields)}>
        <Some of={conflicts} all={counts?.conflicts}>
          {(card) => <Disputed key={card.id} card={card} heads={heads} />}
        </Some>
      </SectionCard>
      <RefusedSection heads={heads} />
      <DuplicateSection />
    </>
  );
};
