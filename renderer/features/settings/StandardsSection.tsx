import { Button } from "antd";
import { useState } from "react";
import { type CodeList, codeLabel } from "../../../shared/dictionary/codeList.ts";
import { CASE_MATTERS } from "../../../shared/dictionary/codes/caseMatters.ts";
import { HARDSHIP_METHODS } from "../../../shared/dictionary/codes/hardshipMethods.ts";
import { code, codes, day, fen, text, whole } from "../../../shared/dictionary/field.ts";
import type { Day } from "../../../shared/kernel/day.ts";
import { type Fen, yuanOfFen } from "../../../shared/kernel/fen.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import type { HardshipStandard } from "../../../shared/law/hardshipStandard.ts";
import { HARDSHIP_STANDARD, type Setting } from "../../../shared/law/readParameters.ts";
import { useLanguage } from "../../ui/language.tsx";
import { type Row, RowForm } from "../../ui/RowForm.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import { SETTINGS_TEXTS } from "./texts.ts";

const BASES = {
  household: { zh: "家庭人均", en: "Household, per head", source: "设计", verified: false },
  individual: { zh: "本人", en: "Applicant only", source: "设计", verified: false },
} as const satisfies CodeList;

/** The form of one standard; amounts are typed in yuan. */
const STANDARD_ROW = {
  method: code(HARDSHIP_METHODS)("确定方法", "Method"),
  baseMonthlyFen: fen("每月基数", "Monthly base"),
  ratioPercent: whole("比例（%）", "Ratio (%)", { max: 3650 }),
  basis: code(BASES)("计算口径", "Basis"),
  assetLimitFen: fen("财产提示线（可不填）", "Property limit (optional)"),
  docNo: text("文件号", "Document number", { max: 60 }),
  effectiveFrom: day("施行日期", "Effective from"),
  effectiveTo: day("终止日期（可不填）", "Effective to (optional)"),
  individualBasisMatters: codes(CASE_MATTERS)(
    "只看本人收入的事项",
    "Matters in which only the applicant's income counts",
  ),
} as const;

type Props = {
  readonly settings: readonly Setting[];
  readonly isMine: boolean;
  readonly save: (setting: Setting) => Promise<Result<unknown>>;
};

const Standard = ({ standard }: { readonly standard: HardshipStandard }) => {
  const { language, t } = useLanguage();
  const limit = Math.floor((standard.baseMonthlyFen * standard.ratioPercent) / 100) as Fen;
  return (
    <li>
      <strong>{filled(t(SETTINGS_TEXTS.limit), { yuan: yuanOfFen(limit) })}</strong>（
      {BASES[standard.basis][language]}） {codeLabel(HARDSHIP_METHODS, standard.method, language)} ·{" "}
      {standard.docNo} · {filled(t(SETTINGS_TEXTS.since), { day: standard.effectiveFrom })}
    </li>
  );
};

/** The province's hardship standards by effective day; the examination computes with the one of its day. */
export const StandardsSection = ({ settings, isMine, save }: Props) => {
  const { t } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const standards = settings.filter(({ name }) => name === HARDSHIP_STANDARD);
  const add = (row: Row) =>
    save({
      name: HARDSHIP_STANDARD,
      from: row.effectiveFrom as Day,
      value: { individualBasisMatters: [], ...row },
    });
  return (
    <SectionCard title={t(SETTINGS_TEXTS.standards)} note={t(SETTINGS_TEXTS.standardsNote)}>
      {standards.length === 0 && <p className="lad-quiet">{t(SETTINGS_TEXTS.noStandard)}</p>}
      <ul>
        {standards.map(({ from, value }) => (
          <Standard key={from} standard={value as unknown as HardshipStandard} />
        ))}
      </ul>
      {isOpen && (
        <RowForm
          shape={STANDARD_ROW}
          start={{}}
          title={t(SETTINGS_TEXTS.addStandard)}
          save={add}
          onClose={() => setOpen(false)}
        />
      )}
      {isMine && !isOpen && <Button onClick={() => setOpen(true)}>{t(SETTINGS_TEXTS.addStandard)}</Button>}
    </SectionCard>
  );
};
