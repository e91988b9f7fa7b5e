import { type OtherFile, samePersonAs } from "../../data/questions/onePerson.ts";
import { useLaterAnswer } from "../../data/useAnswer.ts";
import { useLabel } from "../../ui/language.tsx";
import { hrefTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { HeadStageBadge } from "../../ui/StageBadge.tsx";
import { FILE_WORDS } from "./words.ts";

type ListProps = { readonly own: string; readonly files: readonly OtherFile[]; readonly isFound: boolean };

const Files = ({ own, files, isFound }: ListProps) => {
  const t = useLabel();
  return (
    <ul className="file-letters">
      {files.map(({ card: { id, facts, stages }, by }) => (
        <li key={id}>
          <a href={hrefTo("file", id)}>
            {facts.personName ?? t(FILE_WORDS.unnamed)}{" "}
            {facts.caseNo ?? facts.applicationNo ?? t(FILE_WORDS.noNumber)}
          </a>
          <HeadStageBadge stages={stages} />
          {!isFound && (
            <span className="lad-quiet">
              {t(by === "number" ? FILE_WORDS.alikeNumber : FILE_WORDS.alikeDetails)}
            </span>
          )}
          <a href={hrefTo("persons", own, id)}>{t(FILE_WORDS.compare)}</a>
        </li>
      ))}
    </ul>
  );
};

/** The other files of this person, and files that look like this person's. Nothing where there are none that one may read. */
export const SamePersonSection = ({ id }: { readonly id: string }) => {
  const t = useLabel();
  const { linked, possible } = useLaterAnswer(samePersonAs(id), [id]) ?? { linked: [], possible: [] };
  return (
    <>
      {linked.length > 0 && (
        <SectionCard title={t(FILE_WORDS.onePerson)} note={t(FILE_WORDS.onePersonNote)}>
          <Files own={id} files={linked} isFound />
        </SectionCard>
      )}
      {possible.length > 0 && (
        <SectionCard title={t(FILE_WORDS.maybeOne)} note={t(FILE_WORDS.maybeOneNote)}>
          <Files own={id} files={possible} isFound={false} />
        </SectionCard>
      )}
    </>
  );
};
