import { ChoiceInput } from "../../ui/ChoiceInput.tsx";
import { useLabel } from "../../ui/language.tsx";
import { useUiPort } from "../../ui/port.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useRefusal } from "../../ui/useRefusal.ts";
import type { Notice } from "./useNotice.ts";
import { NOTICE_WORDS } from "./words.ts";

/** Takes name, kind, liaison and phone of an organ from the register, so that they are not typed again. */
export const OrganPicker = ({ notice: { card, organs } }: { readonly notice: Notice }) => {
  const t = useLabel();
  const { saveFacts } = useUiPort();
  const { refusal, tell } = useRefusal();
  const pick = (id: string | null): void => {
    const organ = organs.find((each) => each.id === id)?.facts;
    if (organ === undefined) return;
    const { name, type, liaison, phone } = organ;
    const facts = {
      ...(name !== undefined && { noticeOrgan: name }),
      ...(type !== undefined && { noticeOrganType: type }),
      ...(liaison !== undefined && { contactName: liaison }),
      ...(phone !== undefined && { contactPhone: phone }),
    };
    void saveFacts(card.view, facts).then(tell);
  };
  if (organs.length === 0) return null;
  return (
    <div className="notice-organ">
      <span className="lad-label" aria-hidden="true">
        {t(NOTICE_WORDS.known)}
      </span>
      <ChoiceInput
        label={t(NOTICE_WORDS.known)}
        placeholder={t(NOTICE_WORDS.known)}
        value={organs.find(({ facts }) => facts.name === card.facts.noticeOrgan)?.id}
        onPick={pick}
        options={organs.map(({ id, facts }) => ({ value: id, label: facts.name ?? id }))}
      />
      <RefusalNotice refusal={refusal} t={card.t} />
    </div>
  );
};
