import { Tag } from "antd";
import {
  type DueLetter,
  issuedCopies,
  type LetterAddress,
  type LetterForm,
  letterPart,
  lettersFor,
} from "../../shared/documents/letters.ts";
import type { RecordView } from "../../shared/ops/view.ts";
import { useLabel } from "../ui/language.tsx";
import { hrefTo } from "../ui/route.ts";
import { SectionCard } from "../ui/SectionCard.tsx";
import { LETTER_PART_WORDS } from "./letterWords.ts";
import { MonthLinks } from "./MonthLinks.tsx";
import { ServedCopies } from "./ServedCopies.tsx";
import "./parts.css";

type Props = { readonly view: RecordView };
type Entity = LetterAddress["t"];

const LetterLink = ({ view, form, letter, timesIssued }: Props & DueLetter) => {
  const t = useLabel();
  const part = letterPart({ form, t: view.t as Entity, about: "" });
  const act = timesIssued > 0 ? LETTER_PART_WORDS.reprint : LETTER_PART_WORDS.issue;
  return (
    <>
      {timesIssued > 0 ? (
        <Tag color="green">{t(LETTER_PART_WORDS.issued)}</Tag>
      ) : (
        <Tag color="orange">{t(LETTER_PART_WORDS.due)}</Tag>
      )}
      <a href={hrefTo("letter", view.id, part)} aria-label={`${t(act)} ${form} ${t(letter.title)}`}>
        {form} {t(letter.title)}
      </a>
    </>
  );
};

const Line = ({ view, due }: Props & { readonly due: DueLetter }) => {
  const form: LetterForm = due.form;
  return (
    <li>
      {due.letter.about === "month" ? (
        <MonthLinks view={view} form={form} />
      ) : (
        <LetterLink view={view} {...due} />
      )}
      <ServedCopies view={view} form={form} />
    </li>
  );
};

/**
 * The letters that a record has brought about: to be issued, or issued and to be reprinted from their bytes, each with
 * how it was served. The same on every record's page; nothing where no letter belongs to the kind of record.
 */
export const LetterSection = ({ view }: Props) => {
  const t = useLabel();
  const letters = lettersFor(view);
  if (letters.length === 0 && issuedCopies(view).length === 0 && view.t !== "aidFile") return null;
  return (
    <SectionCard title={t(LETTER_PART_WORDS.letters)}>
      {letters.length === 0 && <p className="lad-quiet">{t(LETTER_PART_WORDS.noLetters)}</p>}
      <ul className="part-letters">
        {letters.map((due) => (
          <Line key={due.form} view={view} due={due} />
        ))}
      </ul>
    </SectionCard>
  );
};
