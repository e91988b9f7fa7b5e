import { ENTITIES, type EntityType } from "../../../shared/dictionary/entities.ts";
import { titleOf } from "../../../shared/dictionary/titles.ts";
import type { Card } from "../../data/questions/card.ts";
import { hrefOf } from "../../parts/address.ts";
import { useLanguage } from "../../ui/language.tsx";
import { CONFLICT_TEXTS } from "./texts.ts";

/** Which record something is about: its kind, whose it is, its number, and the way to it. */
export const RecordTitle = ({ card }: { readonly card: Card<EntityType> }) => {
  const { language, t } = useLanguage();
  const { personName, name, caseNo, applicationNo } = card.view.facts;
  const text = `${ENTITIES[card.t].label[language]} ${personName ?? name ?? (titleOf(card.view) || t(CONFLICT_TEXTS.unnamed))} ${caseNo ?? applicationNo ?? ""}`;
  return (
    <h3 className="lad-group">
      {text} <a href={hrefOf(card.t, card.id)}>{t(CONFLICT_TEXTS.openFile)}</a>
    </h3>
  );
};
