import { numberContests } from "../../data/questions/numberContests.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useLanguage } from "../../ui/language.tsx";
import { hrefTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { TaskLine } from "./TaskLine.tsx";
import { CONFLICT_TEXTS } from "./texts.ts";

/** More than a bureau ever has at once. */
const MAX = 100;

/** Official numbers that two files hold, with whose task it is and since when; nothing while there are none (I17, F66). */
export const NumberSection = ({ heads }: { readonly heads: string }) => {
  const { t } = useLanguage();
  const contests = useAnswer(numberContests(MAX), []) ?? [];
  if (contests.length === 0) return null;
  return (
    <SectionCard title={t(CONFLICT_TEXTS.numbers)} note={t(CONFLICT_TEXTS.numbersNote)}>
      <ul>
        {contests.map(({ text, files, claims }) => (
          <li key={text}>
            <strong>{text}</strong>{" "}
            {files.map(({ id, facts }) => (
              <span key={id}>
                <a href={hrefTo("file", id)}>{facts.personName ?? t(CONFLICT_TEXTS.unnamed)}</a>{" "}
              </span>
            ))}
            <TaskLine kind="number" claims={claims} heads={heads} />
          </li>
        ))}
      </ul>
    </SectionCard>
  );
};
