import { Button } from "antd";
import type { RecordView } from "../../../shared/ops/view.ts";
import { FactsForm } from "../../ui/FactsForm.tsx";
import { useLabel } from "../../ui/language.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import type { useLetter } from "./useLetter.ts";
import { LETTER_WORDS } from "./words.ts";

type Props = { readonly view: RecordView; readonly letter: ReturnType<typeof useLetter> };

/** What only this letter needs to know, entered here and saved at once; the sheet is then made again. */
export const LetterFacts = ({ view, letter }: Props) => {
  const t = useLabel();
  const { fills = [] } = letter.letter;
  if (fills.length === 0) return null;
  return (
    <SectionCard
      title={t(LETTER_WORDS.fills)}
      extra={
        <Button loading={letter.isBusy} onClick={() => void letter.make()}>
          {t(LETTER_WORDS.make)}
        </Button>
      }
    >
      <FactsForm view={view} names={fills} required={fills} columns={3} />
    </SectionCard>
  );
};
