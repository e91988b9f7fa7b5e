import { fieldOf } from "../../../shared/dictionary/entities.ts";
import { sourceText } from "../../../shared/law/sources.ts";
import { useLanguage } from "../../ui/language.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { UI_WORDS } from "../../ui/words.ts";
import type { TableRow } from "./eligibilityTable.ts";
import { EXAMINATION_WORDS } from "./words.ts";

const Says = ({ row: { state, verdict, note } }: { readonly row: TableRow }) => {
  const { t, language } = useLanguage();
  if (state === "notReached") return <span className="lad-quiet">{t(EXAMINATION_WORDS.notReached)}</span>;
  if (verdict === undefined)
    return <span className="lad-quiet">{note === undefined ? t(EXAMINATION_WORDS.passes) : t(note)}</span>;
  const missing = (verdict.missing ?? []).map((name) => fieldOf("aidFile", name)?.label[language] ?? name);
  return (
    <>
      <strong>{t(verdict.reason)}</strong>
      {missing.length > 0 && (
        <div className="lad-bad">
          {t(EXAMINATION_WORDS.missing)}
          {missing.join(t(UI_WORDS.comma))}
        </div>
      )}
    </>
  );
};

/** What the law says about this application, row by row, each with its article. */
export const EligibilityTable = ({ rows }: { readonly rows: readonly TableRow[] }) => {
  const { t, language } = useLanguage();
  return (
    <SectionCard title={t(EXAMINATION_WORDS.table)} note={t(EXAMINATION_WORDS.tableNote)}>
      <table className="lad-table" aria-label={t(EXAMINATION_WORDS.table)}>
        <thead>
          <tr>
            <th scope="col">{t(EXAMINATION_WORDS.row)}</th>
            <th scope="col">{t(EXAMINATION_WORDS.says)}</th>
            <th scope="col">{t(EXAMINATION_WORDS.source)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row} className={row.state === "answers" ? "examination-answers" : undefined}>
              <td>
                {row.row}. {t(row.name)}
              </td>
              <td>
                <Says row={row} />
              </td>
              <td className="lad-quiet">{sourceText(row.source, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </SectionCard>
  );
};
