import { Button } from "antd";
import type { IssuedCopy } from "../../../shared/documents/letters.ts";
import { useLabel } from "../../ui/language.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import type { useLetter } from "./useLetter.ts";
import { LETTER_WORDS } from "./words.ts";

type Props = { readonly copies: readonly IssuedCopy[]; readonly letter: ReturnType<typeof useLetter> };

/** The copies issued before, each printed again from its bytes, with the template it was made from. */
export const IssuedCopies = ({ copies, letter }: Props) => {
  const t = useLabel();
  if (copies.length === 0) return null;
  return (
    <SectionCard
      title={t(LETTER_WORDS.issued)}
      extra={<Button onClick={() => void letter.make()}>{t(LETTER_WORDS.remake)}</Button>}
    >
      <ul>
        {copies.map(({ pdfHash = "", number, issuedAt, templateVersion }) => (
          <li key={`${pdfHash}${issuedAt}`}>
            {issuedAt?.replace("T", " ")} {number}{" "}
            <span className="lad-quiet">
              {t(LETTER_WORDS.template)} {templateVersion}
            </span>{" "}
            <Button type="link" size="small" onClick={() => void letter.reprint(pdfHash)}>
              {t(LETTER_WORDS.reprint)}
            </Button>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
};
