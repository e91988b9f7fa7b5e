import type { Day } from "../../../shared/kernel/day.ts";
import { silenceOf } from "../../../shared/law/silence.ts";
import { type FileCard, lawScene, silentFiles } from "../../data/questions/files.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useToday } from "../../state/useToday.ts";
import { useLabel } from "../../ui/language.tsx";
import { hrefTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import { DASHBOARD_TEXTS } from "./texts.ts";

/** The longest silences; whoever has more than these begins with them. */
const SHOWN_MAX = 10;

type Props = { readonly card: FileCard; readonly today: Day };

const Line = ({ card, today }: Props) => {
  const t = useLabel();
  const law = useAnswer(lawScene(), []);
  const silence = law && silenceOf(card.facts, today, law.parameters);
  if (!silence) return null;
  const { since, days, kind } = silence;
  const isForQuality = card.veil === null && kind === "quality";
  // of a file that this person sees veiled the log is not read: the list alone says that it is silent
  const text = card.veil === null ? `${filled(t(DASHBOARD_TEXTS.silentFor), { since, n: days })} · ` : "";
  return (
    <li>
      <a href={hrefTo("file", card.id)}>{card.facts.personName ?? t(DASHBOARD_TEXTS.unnamed)}</a>{" "}
      <span className={isForQuality ? "lad-bad" : "lad-quiet"}>
        {text}
        {t(isForQuality ? DASHBOARD_TEXTS.quality : DASHBOARD_TEXTS.remind)}
      </span>
    </li>
  );
};

/** Cases that somebody handles and whose work log has been silent for too long. Nothing is shown while there is none. */
export const SilenceSection = () => {
  const t = useLabel();
  const today = useToday();
  const cards = useAnswer(silentFiles({ today, limit: SHOWN_MAX }), [today]) ?? [];
  if (cards.length === 0) return null;
  return (
    <SectionCard title={t(DASHBOARD_TEXTS.silence)}>
      <ul>
        {cards.map((card) => (
          <Line key={card.id} card={card} today={today} />
        ))}
      </ul>
    </SectionCard>
  );
};
