import { ENTITIES, type EntityType } from "../../../shared/dictionary/entities.ts";
import { titleOf } from "../../../shared/dictionary/titles.ts";
import type { Day } from "../../../shared/kernel/day.ts";
import { ownClocks, RECORD_CLOCKS } from "../../../shared/law/recordClocks.ts";
import { mayRead } from "../../../shared/workflow/writers.ts";
import type { DeskLaw } from "../../data/deskLaw.ts";
import type { Card } from "../../data/questions/card.ts";
import { dueRecords } from "../../data/questions/records.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { hrefOf } from "../../parts/address.ts";
import { clockHref } from "../../parts/clockAddress.ts";
import { startOf } from "../../parts/clocksOfRecord.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useToday } from "../../state/useToday.ts";
import { ClockCard } from "../../ui/ClockCard.tsx";
import { useLabel } from "../../ui/language.tsx";
import { HeadStageBadge } from "../../ui/StageBadge.tsx";
import { DASHBOARD_TEXTS } from "./texts.ts";

/** Kinds other than files on which periods run. */
const KINDS: readonly EntityType[] = [...new Set(RECORD_CLOCKS.map(({ t }) => t))];
/** As many as can be worked through in a day; the rest stands in the lists of the year's work. */
const LIMIT = 30;

type Due = { readonly card: Card<EntityType>; readonly law: DeskLaw; readonly today: Day };

/** One objection, transfer, complaint…: which, where it stands, and its running periods. */
const DueRecord = ({ card, law, today }: Due) => {
  const t = useLabel();
  const { t: kind, id, view } = card;
  return (
    <li className="lad-due-file">
      <div className="lad-due-file-head">
        <a href={hrefOf(kind, id)}>
          <strong>{t(ENTITIES[kind].label)}</strong> {titleOf(view)}
        </a>
        <HeadStageBadge stages={card.stages} />
      </div>
      {ownClocks(kind, view.facts, law).map((clock) => {
        const startLabel = startOf(clock, view);
        return (
          <ClockCard
            key={clock.id}
            clock={clock}
            today={today}
            href={clockHref(kind, id, clock.id)}
            {...(startLabel && { startLabel })}
          />
        );
      })}
    </li>
  );
};

/** How many records of the year's work have a running period, and which; none where the roles may not read them. */
export const useDueRecords = (): readonly Card<EntityType>[] => {
  const roles = useDeskStore((store) => store.actor)?.roles ?? [];
  const kinds = KINDS.filter((kind) => mayRead(kind, roles));
  return useAnswer(dueRecords(kinds, LIMIT), [kinds.join()]) ?? [];
};

/** Objections, transfers, cooperation, duty help, complaints and claims with a running period, the nearest first. */
export const DueRecords = ({
  cards,
  law,
}: {
  readonly cards: readonly Card<EntityType>[];
  readonly law: DeskLaw;
}) => {
  const t = useLabel();
  const today = useToday();
  return cards.length === 0 ? null : (
    <>
      <h3 className="lad-group">
        {t(DASHBOARD_TEXTS.records)} <span className="lad-quiet">{cards.length}</span>
      </h3>
      <ul className="lad-due-files">
        {cards.map((card) => (
          <DueRecord key={card.id} card={card} law={law} today={today} />
        ))}
      </ul>
    </>
  );
};
