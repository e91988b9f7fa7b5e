import { Button } from "antd";
import { useState } from "react";
import { codeLabel } from "../../../shared/dictionary/codeList.ts";
import { AID_FORMS } from "../../../shared/dictionary/codes/aidForms.ts";
import { CLOSING_ITEMS } from "../../../shared/dictionary/codes/yearCodes.ts";
import { codes, day, flag, text, whole } from "../../../shared/dictionary/field.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { Day } from "../../../shared/kernel/day.ts";
import {
  type ClosingList,
  closingListName,
  type Retention,
  retentionName,
} from "../../../shared/law/filing.ts";
import { checkSettings } from "../../../shared/law/readParameters.ts";
import { mayWrite } from "../../../shared/workflow/writers.ts";
import { bureau } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useToday } from "../../state/useToday.ts";
import { ColumnHeads } from "../../ui/ColumnHeads.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { useUiPort } from "../../ui/port.tsx";
import { type Row, RowForm } from "../../ui/RowForm.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled, UI_WORDS } from "../../ui/words.ts";
import { inForce, storedSettings, withSetting } from "./settingsRows.ts";
import { SETTINGS_TEXTS, UNITS } from "./texts.ts";

const FROM = { from: day("生效日", "Effective from") } as const;
const RETENTION_ROW = {
  isPermanent: flag("永久保管", "Kept for ever"),
  years: whole("保管年限", "Years", { max: 200 }),
  docNo: text("批准文号", "Approval number", { max: 60 }),
  ...FROM,
} as const;
const LIST_ROW = {
  mandatory: codes(CLOSING_ITEMS)("必备材料", "Mandatory"),
  optional: codes(CLOSING_ITEMS)("可选材料", "Optional"),
  ...FROM,
} as const;

const asRetention = ({ isPermanent = false, years = 0, docNo = "" }: Row): Json => ({
  isPermanent,
  years: isPermanent === true ? 0 : years,
  docNo,
});
const asList = ({ mandatory = [], optional = [] }: Row): Json => ({ mandatory, optional });

type Kind = "retention" | "list";
type Editing = { readonly form: string; readonly kind: Kind } | null;
const NAME_OF = { retention: retentionName, list: closingListName } as const;

const useFiling = () => {
  const { saveFacts } = useUiPort();
  const own = useAnswer(bureau(), []);
  const roles = useDeskStore((state) => state.actor?.roles ?? []);
  const settings = storedSettings(own?.facts.parameters);
  const save =
    ({ form, kind }: NonNullable<Editing>) =>
    (row: Row) => {
      const value = kind === "retention" ? asRetention(row) : asList(row);
      // one setting that does not fit would make all of them unreadable
      const fitting = checkSettings([{ name: NAME_OF[kind](form), from: row.from, value }]);
      if (!fitting.ok) return Promise.resolve(fitting);
      const added = { name: NAME_OF[kind](form), from: row.from as Day, value };
      return saveFacts({ t: "bureau", id: own?.id ?? "" }, { parameters: withSetting(settings, added) });
    };
  return { settings, save, isMine: own !== null && own !== undefined && mayWrite("bureau", roles) };
};

const useTexts = () => {
  const { language, t } = useLanguage();
  const kept = ({ isPermanent, years, docNo }: Retention, since: string): string =>
    filled(t(SETTINGS_TEXTS.yearsBy), {
      years: isPermanent ? t(SETTINGS_TEXTS.forEver) : `${years} ${UNITS.year?.[language] ?? ""}`,
      docNo,
      day: since,
    });
  const listed = ({ mandatory, optional }: ClosingList): string =>
    [mandatory, optional]
      .map((items) => items.map((item) => codeLabel(CLOSING_ITEMS, item, language)).join(t(UI_WORDS.comma)))
      .join(" / ");
  return { kept, listed };
};

type LineProps = {
  readonly form: string;
  readonly filing: ReturnType<typeof useFiling>;
  readonly onEdit: (kind: Kind) => void;
};

const Line = ({ form, filing: { settings, isMine }, onEdit }: LineProps) => {
  const { language, t } = useLanguage();
  const { kept, listed } = useTexts();
  const today = useToday();
  const retention = inForce(settings, retentionName(form), today);
  const list = inForce(settings, closingListName(form), today);
  const label = codeLabel(AID_FORMS, form, language);
  const button = (kind: Kind) =>
    isMine && (
      <Button
        size="small"
        aria-label={`${t(kind === "list" ? SETTINGS_TEXTS.setList : SETTINGS_TEXTS.setRetention)} ${label}`}
        onClick={() => onEdit(kind)}
      >
        {t(SETTINGS_TEXTS.edit)}
      </Button>
    );
  return (
    <tr>
      <th scope="row" className="lad-row-head">
        {label}
      </th>
      <td>
        {retention ? kept(retention.value as Retention, retention.from) : t(SETTINGS_TEXTS.notSet)}{" "}
        {button("retention")}
      </td>
      <td>
        {list ? listed(list.value as ClosingList) : t(SETTINGS_TEXTS.shipped)} {button("list")}
      </td>
    </tr>
  );
};

/** How long files are kept, by the approved schedule, and what a closing file holds, by kind of aid. */
export const FilingSection = () => {
  const { language, t } = useLanguage();
  const today = useToday();
  const filing = useFiling();
  const [editing, setEditing] = useState<Editing>(null);
  const heads = [SETTINGS_TEXTS.form, SETTINGS_TEXTS.retention, SETTINGS_TEXTS.closingList];
  return (
    <SectionCard title={t(SETTINGS_TEXTS.filing)} note={t(SETTINGS_TEXTS.filingNote)}>
      {editing !== null && (
        <RowForm
          key={`${editing.form}${editing.kind}`}
          shape={editing.kind === "retention" ? RETENTION_ROW : LIST_ROW}
          start={{ from: today }}
          title={`${t(editing.kind === "list" ? SETTINGS_TEXTS.setList : SETTINGS_TEXTS.setRetention)} · ${codeLabel(AID_FORMS, editing.form, language)}`}
          save={filing.save(editing)}
          onClose={() => setEditing(null)}
        />
      )}
      <table className="lad-table">
        <ColumnHeads heads={heads} />
        <tbody>
          {Object.keys(AID_FORMS).map((form) => (
            <Line key={form} form={form} filing={filing} onEdit={(kind) => setEditing({ form, kind })} />
          ))}
        </tbody>
      </table>
    </SectionCard>
  );
};
