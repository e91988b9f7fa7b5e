import { Button } from "antd";
import { ENTITIES, type EntityType, fieldOf } from "../../../shared/dictionary/entities.ts";
import { titleOf } from "../../../shared/dictionary/titles.ts";
import { mayStart } from "../../../shared/workflow/steps.ts";
import { useDesk } from "../../data/deskContext.ts";
import { newId } from "../../data/newId.ts";
import type { Card } from "../../data/questions/card.ts";
import { latest } from "../../data/questions/records.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { clockHref } from "../../parts/clockAddress.ts";
import { ReferenceName } from "../../parts/FactList.tsx";
import { useDeskStore } from "../../state/deskStore.ts";
import { useToday } from "../../state/useToday.ts";
import { DueDay } from "../../ui/DueBadge.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FileList, type ListLine } from "../../ui/FileList.tsx";
import { factText } from "../../ui/factText.ts";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { goTo } from "../../ui/route.ts";
import { filled } from "../../ui/words.ts";
import { kindOf } from "./recordKinds.ts";
import { Stages } from "./Stages.tsx";
import { RECORD_WORDS } from "./words.ts";

/** Newest ones read into the list; older ones are found by search. */
const SHOWN = 300;
/** Later than every day. */
const NEVER = "9999";

type Any = Card<EntityType>;

/** The facts of a line, each with its label; what is unknown is left out. */
const Listed = ({ card: { t: kind, view } }: { readonly card: Any }) => {
  const { language } = useLanguage();
  const names = kindOf(kind)?.listed ?? [];
  return names.map((name) => {
    const [field, value] = [fieldOf(kind, name), view.facts[name]];
    if (field === undefined || value === undefined) return null;
    return (
      <span key={name} className="record-fact">
        {field.label[language]}{" "}
        {field.kind === "ref" ? (
          <ReferenceName name={name} id={String(value)} />
        ) : (
          factText(field, value, language)
        )}
      </span>
    );
  });
};

const useLines = (cards: readonly Any[]): readonly ListLine[] => {
  const { t } = useLanguage();
  const today = useToday();
  const worstFirst = cards.toSorted((a, b) =>
    (a.dueOn ?? NEVER) < (b.dueOn ?? NEVER) ? -1 : Number(a.dueOn !== b.dueOn),
  );
  return worstFirst.map((card) => ({
    key: card.id,
    screen: "records",
    id: card.t,
    part: card.id,
    title: titleOf(card.view) || t(RECORD_WORDS.unnamed),
    badge: <Stages card={card} />,
    detail: <Listed card={card} />,
    ...(card.dueOn !== null && {
      aside: <DueDay due={card.dueOn} today={today} />,
      asideHref: clockHref(card.t, card.id),
    }),
  }));
};

/** All records of one kind: what is due first, then the newest. */
export const RecordList = ({ t: kind }: { readonly t: EntityType }) => {
  const { t } = useLanguage();
  const { wallMs } = useDesk();
  const roles = useDeskStore((store) => store.actor)?.roles ?? [];
  const cards = useAnswer<readonly Any[]>(latest(kind, { limit: SHOWN }), [kind]);
  const lines = useLines(cards ?? []);
  const label = t(ENTITIES[kind].label);
  const canStart = mayStart(kind, roles);
  return (
    <>
      <PageHeader
        title={label}
        note={t(RECORD_WORDS.listNote)}
        actions={
          <>
            {canStart && (
              <Button type="primary" onClick={() => goTo("records", kind, newId(wallMs()))}>
                {filled(t(RECORD_WORDS.start), { kind: label })}
              </Button>
            )}
            <Button onClick={() => goTo("records")}>{t(RECORD_WORDS.title)}</Button>
          </>
        }
      />
      {cards?.length === 0 && (
        <EmptyState
          text={canStart ? filled(t(RECORD_WORDS.noneBegin), { kind: label }) : t(RECORD_WORDS.none)}
        />
      )}
      <FileList lines={lines} label={label} height="calc(100vh - 250px)" />
    </>
  );
};
