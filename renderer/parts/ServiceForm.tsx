import { serveLetter } from "../../shared/commands/serveLetter.ts";
import type { EntityType } from "../../shared/dictionary/entities.ts";
import { SERVICE } from "../../shared/dictionary/issued.ts";
import { type IssuedCopy, type LetterForm, letterOf } from "../../shared/documents/letters.ts";
import type { RecordView } from "../../shared/ops/view.ts";
import { useDesk } from "../data/deskContext.ts";
import { perform } from "../data/perform.ts";
import { useToday } from "../state/useToday.ts";
import { useLanguage } from "../ui/language.tsx";
import { type Row, RowForm } from "../ui/RowForm.tsx";
import { filled } from "../ui/words.ts";
import { LETTER_PART_WORDS } from "./letterWords.ts";

/** The copy is known where the form is opened; everything else is what the clerk knows of the service. */
const { pdfHash: _copy, form: _form, ...ASKED } = SERVICE;

type Props = {
  readonly view: RecordView;
  readonly form: LetterForm;
  readonly copy: IssuedCopy;
  readonly onClose: () => void;
};

/** The record of one service, saved as one with the step in which the law's period starts. */
export const ServiceForm = ({ view, form, copy, onClose }: Props) => {
  const { t } = useLanguage();
  const desk = useDesk();
  const today = useToday();
  const { title, served = [] } = letterOf(form);
  const save = (row: Row) =>
    perform(desk, serveLetter, {
      t: view.t as EntityType,
      id: view.id,
      input: { row: { ...row, form, pdfHash: copy.pdfHash ?? "" }, serves: served },
      effects: ["served"],
    });
  return (
    <RowForm
      shape={ASKED}
      start={{ servedOn: today, method: "DIRECT" }}
      title={filled(t(LETTER_PART_WORDS.serveThis), { title: t(title), number: copy.number ?? "" })}
      save={save}
      onClose={onClose}
    />
  );
};
