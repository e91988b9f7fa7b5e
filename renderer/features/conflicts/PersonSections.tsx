import { Button } from "antd";
import { useState } from "react";
import { type PairCards, possibleDuplicates, tornFindings } from "../../data/questions/onePerson.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useLanguage } from "../../ui/language.tsx";
import { hrefTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import { CONFLICT_TEXTS } from "./texts.ts";

/** Hints shown at first and with every further press. */
const AT_ONCE = 20;

const Pair = ({ pair: { files }, why }: { readonly pair: PairCards; readonly why: string }) => {
  const { t } = useLanguage();
  const [one, other] = files;
  const names = files.map(
    ({ facts }) =>
      `${facts.personName ?? t(CONFLICT_TEXTS.unnamed)} ${facts.caseNo ?? facts.applicationNo ?? ""}`,
  );
  return (
    <li>
      {names.join(" ／ ")} <span className="lad-quiet">{why}</span>{" "}
      <a href={hrefTo("persons", one.id, other.id)}>{t(CONFLICT_TEXTS.compare)}</a>
    </li>
  );
};

/** Findings that cannot both be true; nothing while there are none. */
export const TornSection = () => {
  const { t } = useLanguage();
  const torn = useAnswer(tornFindings(), []) ?? [];
  if (torn.length === 0) return null;
  return (
    <SectionCard title={t(CONFLICT_TEXTS.torn)} note={t(CONFLICT_TEXTS.tornNote)}>
      <ul>
        {torn.map((pair) => (
          <Pair
            key={pair.pairId}
            pair={pair}
            why={t(pair.why === "apart" ? CONFLICT_TEXTS.tornApart : CONFLICT_TEXTS.tornNumber)}
          />
        ))}
      </ul>
    </SectionCard>
  );
};

/** Files that may be one person's and that nobody has compared; nothing while there are none. */
export const DuplicateSection = () => {
  const { t } = useLanguage();
  const [limit, setLimit] = useState(AT_ONCE);
  const { pairs, all } = useAnswer(possibleDuplicates(limit), [limit]) ?? { pairs: [], all: 0 };
  if (pairs.length === 0) return null;
  return (
    <SectionCard title={t(CONFLICT_TEXTS.duplicates)} note={t(CONFLICT_TEXTS.duplicatesNote)}>
      <ul>
        {pairs.map((pair) => (
          <Pair
            key={pair.pairId}
            pair={pair}
            why={t(pair.by === "number" ? CONFLICT_TEXTS.byNumber : CONFLICT_TEXTS.byDetails)}
          />
        ))}
      </ul>
      {all > limit && (
        <Button onClick={() => setLimit(limit + AT_ONCE)}>
          {filled(t(CONFLICT_TEXTS.more), { count: Math.min(AT_ONCE, all - limit), left: all - limit, all })}
        </Button>
      )}
    </SectionCard>
  );
};
