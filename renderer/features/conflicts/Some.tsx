import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { EntityType } from "../../../shared/dictionary/entities.ts";
import { disputedFromSeq } from "../../../shared/workflow/disputeTask.ts";
import type { Card } from "../../data/questions/card.ts";
import { type Question, useAnswer } from "../../data/useAnswer.ts";
import { useLanguage } from "../../ui/language.tsx";
import { filled } from "../../ui/words.ts";
import { CONFLICT_TEXTS } from "./texts.ts";

/** Records shown at first and with every further press: each of them asks its own history again when anything changes. */
const AT_ONCE = 20;

type Props = {
  readonly of: (limit: number) => Question<readonly Card<EntityType>[]>;
  /** How many there are; undefined while that is not known yet. */
  readonly all: number | undefined;
  readonly children: (card: Card<EntityType>) => ReactNode;
};

/**
 * The first of many records, those that have waited longest on top, and how many more wait. A desk that comes back after weeks has hundreds: all of them at once
 * would hold the page up with every page of the book, and a limit nobody sees would hide work from those who are to do it.
 */
export const Some = ({ of, all = 0, children }: Props) => {
  const { t } = useLanguage();
  const [limit, setLimit] = useState(AT_ONCE);
  const cards = useAnswer(of(limit), [limit]) ?? [];
  if (cards.length === 0 && all <= limit) return <p className="lad-quiet">{t(CONFLICT_TEXTS.none)}</p>;
  return (
    <>
      {cards.toSorted((a, b) => disputedFromSeq(a.view) - disputedFromSeq(b.view)).map(children)}
      {all > limit && (
        <Button onClick={() => setLimit(limit + AT_ONCE)}>
          {filled(t(CONFLICT_TEXTS.more), { count: Math.min(AT_ONCE, all - limit), left: all - limit, all })}
        </Button>
      )}
    </>
  );
};
