import { LETTER_FORMS, type LetterForm, letterOf } from "../../../shared/documents/letters.ts";
import { begunBy } from "../../../shared/documents/templates.ts";
import { allTemplates } from "../../data/questions/letters.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useToday } from "../../state/useToday.ts";
import { ColumnHeads } from "../../ui/ColumnHeads.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { hrefTo } from "../../ui/route.ts";
import { filled } from "../../ui/words.ts";
import { TEMPLATE_WORDS } from "./templateWords.ts";

const useInForce = () => {
  const today = useToday();
  const adopted = useAnswer(allTemplates(), []) ?? [];
  return (form: LetterForm) => begunBy(form, adopted, today).at(-1)?.facts;
};

/** Every letter and the template that writes it today: the shipped one or the bureau's own. */
export const TemplateList = () => {
  const { t } = useLanguage();
  const inForce = useInForce();
  return (
    <table className="lad-table">
      <ColumnHeads heads={[TEMPLATE_WORDS.form, TEMPLATE_WORDS.letter, TEMPLATE_WORDS.inUse]} />
      <tbody>
        {LETTER_FORMS.map((form) => {
          const { version = "", fromOn = "", isShipped = true } = inForce(form) ?? {};
          return (
            <tr key={form}>
              <td className="lad-tight">{form}</td>
              <td>
                <a href={hrefTo("templates", form)}>{t(letterOf(form).title)}</a>
              </td>
              <td>
                {isShipped
                  ? `${t(TEMPLATE_WORDS.isShipped)} ${letterOf(form).templateVersion}`
                  : filled(t(TEMPLATE_WORDS.since), { version, day: fromOn })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
