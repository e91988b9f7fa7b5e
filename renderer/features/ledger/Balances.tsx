import { codeLabel } from "../../../shared/dictionary/codeList.ts";
import { LEDGER_SUBJECTS } from "../../../shared/dictionary/codes/ledgerSubjects.ts";
import { FUNDS } from "../../../shared/dictionary/codes/yearCodes.ts";
import type { FundEntryFacts } from "../../../shared/dictionary/fund.ts";
import { type Fen, yuanOfFen } from "../../../shared/kernel/fen.ts";
import type { Card } from "../../data/questions/card.ts";
import { entriesOf, type LedgerView } from "../../data/questions/ledger.ts";
import { useLanguage } from "../../ui/language.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { UI_WORDS } from "../../ui/words.ts";
import { LedgerHeads } from "./LedgerHeads.tsx";
import { LEDGER_WORDS } from "./words.ts";

type Fund = NonNullable<FundEntryFacts["fund"]>;
type Props = { readonly view: LedgerView; readonly donations: readonly Card<"donation">[] };
type Line = {
  readonly key: string;
  readonly name: string;
  readonly purpose: string;
  readonly entries: LedgerView["posted"];
  readonly isPart: boolean;
};

const sumOf = (entries: LedgerView["posted"], flow: "IN" | "OUT"): number =>
  entries
    .filter(({ facts }) => facts.flow === flow)
    .reduce((sum, { facts }) => sum + (facts.amountFen ?? 0), 0);
const money = (fen: number): string => yuanOfFen(fen as Fen);

const useLines = ({ view, donations }: Props): readonly Line[] => {
  const { language } = useLanguage();
  return (Object.keys(FUNDS) as Fund[]).flatMap((fund) => {
    const own = {
      key: fund,
      name: codeLabel(FUNDS, fund, language),
      purpose: "",
      entries: entriesOf(view, fund),
      isPart: false,
    };
    const parts = donations.map(({ id, facts }) => ({
      key: id,
      name: facts.donorName ?? id.slice(0, 8),
      purpose: (facts.subjects ?? [])
        .map((subject) => codeLabel(LEDGER_SUBJECTS, subject, language))
        .join(UI_WORDS.comma[language]),
      entries: entriesOf(view, "DONATION", id),
      isPart: true,
    }));
    return fund === "DONATION" ? [own, ...parts] : [own];
  });
};

const Sum = ({ line: { name, purpose, entries, isPart } }: { readonly line: Line }) => {
  const [income, spent] = [sumOf(entries, "IN"), sumOf(entries, "OUT")];
  return (
    <tr>
      <th scope="row" className={isPart ? "ledger-part" : "lad-row-head"}>
        {name}
      </th>
      <td>{purpose}</td>
      <td className="ledger-money">{money(income)}</td>
      <td className="ledger-money">{money(spent)}</td>
      <td className={income < spent ? "ledger-money lad-bad" : "ledger-money"}>
        <strong>{money(income - spent)}</strong>
      </td>
    </tr>
  );
};

/** What each fund holds, and of donations what each single one still has for its purpose. */
export const Balances = (props: Props) => {
  const { t } = useLanguage();
  const heads = [
    LEDGER_WORDS.fund,
    LEDGER_WORDS.purpose,
    LEDGER_WORDS.income,
    LEDGER_WORDS.spent,
    LEDGER_WORDS.balance,
  ];
  return (
    <SectionCard title={t(LEDGER_WORDS.balances)}>
      <table className="lad-table" aria-label={t(LEDGER_WORDS.balances)}>
        <LedgerHeads heads={heads} />
        <tbody>
          {useLines(props).map((line) => (
            <Sum key={line.key} line={line} />
          ))}
        </tbody>
      </table>
    </SectionCard>
  );
};
