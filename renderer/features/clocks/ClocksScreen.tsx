import { Button } from "antd";
import { ENTITIES, type EntityType, isEntityType } from "../../../shared/dictionary/entities.ts";
import type { Clock } from "../../../shared/law/clock.ts";
import { mayRead } from "../../../shared/workflow/writers.ts";
import type { Card } from "../../data/questions/card.ts";
import { lawScene } from "../../data/questions/files.ts";
import { recordById } from "../../data/questions/records.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { hrefOf } from "../../parts/address.ts";
import { clockHref, clockPartOf } from "../../parts/clockAddress.ts";
import { clocksOfRecord, startOf } from "../../parts/clocksOfRecord.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useToday } from "../../state/useToday.ts";
import { ClockCard } from "../../ui/ClockCard.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLabel } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import { CLOCK_TEXTS } from "./texts.ts";

type Record = Card<EntityType>;
type Cards = { readonly card: Record; readonly clocks: readonly Clock[]; readonly rule: string };

/** Official numbers only: a card goes to paper, and a name is not needed to believe a date. */
const numberOf = ({ view: { facts } }: Record): string => {
  const found = [facts.caseNo, facts.applicationNo, facts.noticeLetterNo, facts.no].find(
    (value) => typeof value === "string" && value !== "",
  );
  return found === undefined ? "" : ` · ${String(found)}`;
};

/** One period in full, or all of the record's; printed as they stand. */
const Cards = ({ card, clocks, rule }: Cards) => {
  const t = useLabel();
  const today = useToday();
  const picked = clocks.filter(({ id }) => id === rule);
  const shown = picked.length > 0 ? picked : clocks;
  return (
    <SectionCard title={`${t(ENTITIES[card.t].label)}${numberOf(card)}`}>
      {shown.length === 0 && <p className="lad-quiet">{t(CLOCK_TEXTS.none)}</p>}
      {shown.map((clock) => {
        const startLabel = startOf(clock, card.view);
        return (
          <ClockCard
            key={`${clock.id}${clock.triggerAt}`}
            clock={clock}
            today={today}
            isOpen
            {...(startLabel && { startLabel })}
          />
        );
      })}
      <p className="lad-quiet">{filled(t(CLOCK_TEXTS.printedOn), { day: today })}</p>
      {picked.length > 0 && clocks.length > picked.length && (
        <a className="lad-no-print" href={clockHref(card.t, card.id)}>
          {filled(t(CLOCK_TEXTS.all), { n: clocks.length })}
        </a>
      )}
    </SectionCard>
  );
};

const useRecordCard = (t: EntityType, id: string): Record | null | undefined =>
  useAnswer<Record | null>(recordById(t, id), [t, id]);

const Of = ({ t: kind, part }: { readonly t: EntityType; readonly part: string }) => {
  const t = useLabel();
  const { id, rule } = clockPartOf(part);
  const card = useRecordCard(kind, id);
  const law = useAnswer(lawScene(), []);
  const roles = useDeskStore((store) => store.actor)?.roles ?? [];
  if (card === undefined || law === undefined) return <EmptyState text={t(CLOCK_TEXTS.loading)} />;
  if (card === null || !mayRead(kind, roles)) return <EmptyState text={t(CLOCK_TEXTS.missing)} />;
  return (
    <>
      <PageHeader
        title={t(CLOCK_TEXTS.title)}
        note={t(CLOCK_TEXTS.note)}
        actions={
          <>
            <a className="lad-no-print" href={hrefOf(kind, id)}>
              {t(CLOCK_TEXTS.back)}
            </a>
            <Button type="primary" onClick={() => globalThis.print()}>
              {t(CLOCK_TEXTS.print)}
            </Button>
          </>
        }
      />
      <Cards card={card} clocks={clocksOfRecord(card.view, law)} rule={rule} />
    </>
  );
};

/** 期限卡: the whole reckoning of a record's periods on one page, for the screen and for paper. */
export const ClocksScreen = ({ id, part }: { readonly id: string; readonly part: string }) => {
  const t = useLabel();
  return isEntityType(id) ? <Of t={id} part={part} /> : <EmptyState text={t(CLOCK_TEXTS.missing)} />;
};
