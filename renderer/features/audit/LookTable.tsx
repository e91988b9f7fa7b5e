import { codeLabel } from "../../../shared/dictionary/codeList.ts";
import { LOOK_ACTS } from "../../../shared/dictionary/codes/privacyCodes.ts";
import { ENTITIES, fieldOf, isEntityType } from "../../../shared/dictionary/entities.ts";
import type { LookFacts } from "../../../shared/dictionary/privacy.ts";
import type { Card } from "../../data/questions/card.ts";
import { nameOf, staff } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { hrefOf } from "../../parts/address.ts";
import { ColumnHeads } from "../../ui/ColumnHeads.tsx";
import { type Language, useLanguage } from "../../ui/language.tsx";
import { AUDIT_TEXTS } from "./texts.ts";

type Look = { readonly look: LookFacts };

/** The record looked at, by the name that whoever reads this may see of it. */
const Target = ({ look: { recordType = "", recordId = "" } }: Look) => {
  const { language } = useLanguage();
  const name =
    useAnswer(nameOf(isEntityType(recordType) ? recordType : "aidFile", recordId), [recordId]) ?? "";
  if (!isEntityType(recordType)) return "—";
  return (
    <a href={hrefOf(recordType, recordId)}>
      {ENTITIES[recordType].label[language]} {name}
    </a>
  );
};

const subjectOf = ({ recordType = "", subject = "" }: LookFacts, language: Language): string =>
  fieldOf(recordType, subject)?.label[language] ?? subject;

const usePeople = (): ((id: string | undefined) => string) => {
  const people = useAnswer(staff(), []) ?? [];
  const names = new Map(people.map(({ id, facts }) => [id, `${facts.name ?? ""}（${facts.login ?? ""}）`]));
  return (id = "") => names.get(id) ?? id.slice(0, 8);
};

type Props = { readonly looks: readonly Card<"look">[]; readonly isOfOne?: boolean };

/** Looks, newest first: when, who, at which desk, how, at what and what for. Values are never part of it. */
export const LookTable = ({ looks, isOfOne = false }: Props) => {
  const { language, t } = useLanguage();
  const nameOfStaff = usePeople();
  if (looks.length === 0) return <p className="lad-quiet">{t(AUDIT_TEXTS.none)}</p>;
  const { at, who, desk, act, record, what, purpose } = AUDIT_TEXTS;
  const heads = [at, who, desk, act, ...(isOfOne ? [] : [record]), what, purpose];
  return (
    <table className="lad-table">
      <ColumnHeads heads={heads} />
      <tbody>
        {looks.map(({ id, facts }) => (
          <tr key={id}>
            <td className="lad-tight">{facts.lookedAt?.replace("T", " ")}</td>
            <td>{nameOfStaff(facts.lookerId)}</td>
            <td>{facts.deskName}</td>
            <td>{codeLabel(LOOK_ACTS, facts.act ?? "", language)}</td>
            {!isOfOne && (
              <td>
                <Target look={facts} />
              </td>
            )}
            <td>{subjectOf(facts, language)}</td>
            <td>{facts.purpose}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
