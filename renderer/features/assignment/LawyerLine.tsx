import { Tag } from "antd";
import { codeLabel } from "../../../shared/dictionary/codeList.ts";
import { PERSONNEL_TYPES } from "../../../shared/dictionary/codes/personnelTypes.ts";
import type { Finding } from "../../../shared/law/qualificationRow.ts";
import { sourceText } from "../../../shared/law/sources.ts";
import { useLanguage } from "../../ui/language.tsx";
import { filled } from "../../ui/words.ts";
import type { LawyerChoice } from "./useAssignment.ts";
import { ASSIGNMENT_WORDS } from "./words.ts";

/** What one rule says against or about a person, with its number and article. */
const FindingText = ({ finding: { rule, kind, zh, en, source } }: { readonly finding: Finding }) => {
  const { t, language } = useLanguage();
  return (
    <li className={kind === "block" ? "lad-bad" : undefined}>
      {kind === "warn" && <Tag color="orange">{t(ASSIGNMENT_WORDS.warning)}</Tag>}
      {kind === "note" && <Tag>{t(ASSIGNMENT_WORDS.note)}</Tag>}
      {rule} {t({ zh, en })} <span className="lad-source">{sourceText(source, language)}</span>
    </li>
  );
};

/** One person of the register: name, kind, unit, load, every point and every finding. */
export const LawyerLine = ({
  choice: { candidate, unit, score, reasons, findings, isBlocked },
}: {
  readonly choice: LawyerChoice;
}) => {
  const { t, language } = useLanguage();
  const { facts, openCases, lastAssignedOn } = candidate;
  return (
    <div>
      <strong>{facts.name}</strong>{" "}
      <span className="lad-quiet">
        {facts.type !== undefined && codeLabel(PERSONNEL_TYPES, facts.type, language)} ·{" "}
        {unit === "" ? t(ASSIGNMENT_WORDS.unit) : unit} · {filled(t(ASSIGNMENT_WORDS.open), { n: openCases })}{" "}
        ·{" "}
        {lastAssignedOn === undefined
          ? t(ASSIGNMENT_WORDS.never)
          : filled(t(ASSIGNMENT_WORDS.last), { on: lastAssignedOn })}
      </span>
      {!isBlocked && (
        <div>
          <Tag color="blue">{filled(t(ASSIGNMENT_WORDS.points), { n: score })}</Tag>
          {reasons.map(({ points, say }) => (
            <span key={say.zh} className="assignment-reason">
              {t(say)} +{points}
            </span>
          ))}
        </div>
      )}
      {findings.length > 0 && (
        <ul className="assignment-findings">
          {findings.map((finding) => (
            <FindingText key={finding.rule} finding={finding} />
          ))}
        </ul>
      )}
    </div>
  );
};
