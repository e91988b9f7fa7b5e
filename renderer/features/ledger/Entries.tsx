import { Button, Tag } from "antd";
import { useState } from "react";
import { codeLabel } from "../../../shared/dictionary/codeList.ts";
import { LEDGER_SUBJECTS } from "../../../shared/dictionary/codes/ledgerSubjects.ts";
import { FUNDS } from "../../../shared/dictionary/codes/yearCodes.ts";
import { type Fen, yuanOfFen } from "../../../shared/kernel/fen.ts";
import { ledgerLines } from "../../../shared/law/ledger.ts";
import type { LedgerView } from "../../data/questions/ledger.ts";
import { hrefOf } from "../../parts/address.ts";
import { useLanguage } from "../../ui/language.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import { LedgerHeads } from "./LedgerHeads.tsx";
import { LEDGER_WORDS } from "./words.ts";

type Props = { readonly view: LedgerView; readonly names: (id: string | undefined) => string };

const money = (fen: number): string => yuanOfFen(fen as Fen);

const Row = ({
  entry,
  balanceFen,
  isOver,
  names,
}: {
  readonly entry: LedgerView["posted"][number];
  readonly balanceFen: number;
  readonly isOver: boolean;
} & Pick<Props, "names">) => {
  const { language, t } = useLanguage();
  const { id, facts } = entry;
  return (
    <tr>
      <td className="lad-tight">{facts.enteredOn}</td>
      <td>
        <a href={hrefOf("fundEntry", id)}>{facts.voucherNo}</a>{" "}
        {facts.reverses !== undefined && <Tag>{t(LEDGER_WORDS.reversal)}</Tag>}
        {isOver && <Tag color="red">{t(LEDGER_WORDS.isOver)}</Tag>}
      </td>
      <td>{codeLabel(FUNDS, facts.fund ?? "", language)}</td>
      <td>{codeLabel(LEDGER_SUBJECTS, facts.subject ?? "", language)}</td>
      <td>{facts.summary}</td>
      <td className="ledger-money">{facts.flow === "IN" && money(facts.amountFen ?? 0)}</td>
      <td className="ledger-money">{facts.flow === "OUT" && money(facts.amountFen ?? 0)}</td>
      <td className={balanceFen < 0 ? "ledger-money lad-bad" : "ledger-money"}>{money(balanceFen)}</td>
      <td>
        {names(facts.entererId)} / {names(facts.approverId)}
      </td>
    </tr>
  );
};

/** So many entries are shown at first, and so many more each time: a year has thousands, and the last ones are looked for. */
const SHOWN = 200;

/** Posted entries in the order of the book, the last ones first of all, with the balance of their fund after each. */
export const Entries = ({ view, names }: Props) => {
  const { t } = useLanguage();
  const [count, setCount] = useState(SHOWN);
  const { day, voucher, fund, subject, summary, income, spent, balance, by } = LEDGER_WORDS;
  const lines = ledgerLines(view.posted.map(({ facts }) => facts));
  if (lines.length === 0) return <p className="lad-quiet">{t(LEDGER_WORDS.none)}</p>;
  const all = view.posted.length;
  const hidden = Math.max(0, all - count);
  const over = new Set(view.overdrawn);
  return (
    <SectionCard title={t(LEDGER_WORDS.entries)}>
      {hidden > 0 && (
        <Button type="link" onClick={() => setCount(count + SHOWN)}>
          {filled(t(LEDGER_WORDS.earlier), { count: Math.min(hidden, SHOWN), all })}
        </Button>
      )}
      <table className="lad-table" aria-label={t(LEDGER_WORDS.entries)}>
        <LedgerHeads heads={[day, voucher, fund, subject, summary, income, spent, balance, by]} />
        <tbody>
          {view.posted.map((entry, index) =>
            // what stops payments is shown however old it is
            index < hidden && !over.has(entry.id) ? null : (
              <Row
                key={entry.id}
                entry={entry}
                balanceFen={lines[index]?.balanceFen ?? 0}
                isOver={over.has(entry.id)}
                names={names}
              />
            ),
          )}
        </tbody>
      </table>
    </SectionCard>
  );
};
