import { Tag } from "antd";
import { lettersFor } from "../../../shared/documents/letters.ts";
import { useLabel } from "../../ui/language.tsx";
import { hrefTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import type { OpenFileView } from "./useFile.ts";
import { FILE_WORDS } from "./words.ts";

/** The letters that the file has brought about: to be issued, or issued and to be reprinted from their bytes. */
export const LetterSection = ({ file: { card } }: { readonly file: OpenFileView }) => {
  const t = useLabel();
  const letters = lettersFor(card.view);
  return (
    <SectionCard title={t(FILE_WORDS.letters)}>
      {letters.length === 0 && <p className="lad-quiet">{t(FILE_WORDS.noLetters)}</p>}
      <ul className="file-letters">
        {letters.map(({ form, letter, timesIssued }) => (
          <li key={form}>
            {timesIssued > 0 ? (
              <Tag color="green">{t(FILE_WORDS.issued)}</Tag>
            ) : (
              <Tag color="orange">{t(FILE_WORDS.due)}</Tag>
            )}
            <a
              href={hrefTo("letter", card.id, form)}
              aria-label={`${t(timesIssued > 0 ? FILE_WORDS.reprint : FILE_WORDS.issue)} ${form} ${t(letter.title)}`}
            >
              {form} {t(letter.title)}
            </a>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
};
