import type { Label } from "../../../shared/dictionary/field.ts";
import { useLabel } from "../../ui/language.tsx";
import { LEDGER_WORDS } from "./words.ts";

/** Columns of money: their heads stand over the figures, at the right. */
const MONEY: ReadonlySet<Label> = new Set([LEDGER_WORDS.income, LEDGER_WORDS.spent, LEDGER_WORDS.balance]);

/** The head of a table of the ledger. */
export const LedgerHeads = ({ heads }: { readonly heads: readonly Label[] }) => {
  const t = useLabel();
  return (
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head.en} scope="col" className={MONEY.has(head) ? "ledger-money" : undefined}>
            {t(head)}
          </th>
        ))}
      </tr>
    </thead>
  );
};
