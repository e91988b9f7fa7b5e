import { publicationLine } from "../../../shared/law/publications.ts";
import { latest } from "../../data/questions/records.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useLanguage } from "../../ui/language.tsx";
import { machineTimeText } from "../../ui/machineTime.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { SYNC_TEXTS } from "./texts.ts";

/** Two or three in a year. */
const SHOWN = 30;

/** Holidays and parameters that the province published; they count here from the moment they are in the book. */
export const PublicationSection = () => {
  const { language, t } = useLanguage();
  const cards = useAnswer(latest("publication", { limit: SHOWN }), []) ?? [];
  if (cards.length === 0) return null;
  return (
    <SectionCard title={t(SYNC_TEXTS.published)} note={t(SYNC_TEXTS.publishedNote)}>
      <ul className="lad-plain">
        {cards.map(({ id, facts }) => (
          <li key={id}>
            {publicationLine(facts)[language]} <span className="lad-quiet">{facts.docNo}</span>{" "}
            <span className="lad-quiet">{machineTimeText(facts.publishedAt ?? "")}</span>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
};
