import { lettersFor } from "../../../shared/documents/letters.ts";
import type { Card } from "../../data/questions/card.ts";
import { useLabel } from "../../ui/language.tsx";
import { hrefTo } from "../../ui/route.ts";

/** The registration form FZ-001, once the consultation has been answered. */
export const ConsultationLetter = ({ card }: { readonly card: Card<"consultation"> }) => {
  const t = useLabel();
  return lettersFor(card.view).map(({ form, letter }) => (
    <p key={form}>
      <a href={hrefTo("letter", card.id, form)}>
        {form} {t(letter.title)}
      </a>
    </p>
  ));
};
