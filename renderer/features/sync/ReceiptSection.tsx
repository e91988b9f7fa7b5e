import { Button } from "antd";
import { type KeptReceipt, receiptsOf } from "../../parts/receipts.ts";
import { useHostAnswer } from "../../state/useHostAnswer.ts";
import { ColumnHeads } from "../../ui/ColumnHeads.tsx";
import { useLabel } from "../../ui/language.tsx";
import { machineTimeText } from "../../ui/machineTime.ts";
import { hrefTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import { SYNC_TEXTS } from "./texts.ts";

const SHOWN = 50;
/** Enough of a hash to compare two papers by eye. */
const HASH_SHOWN = 16;

const HEADS = [
  SYNC_TEXTS.receivedAt,
  SYNC_TEXTS.upTo,
  SYNC_TEXTS.bookNo,
  SYNC_TEXTS.digest,
  SYNC_TEXTS.signature,
];

const Line = ({ receipt: { feed, n, h, seq, at, sig } }: { readonly receipt: KeptReceipt }) => {
  const t = useLabel();
  return (
    <tr>
      <td className="lad-tight">{machineTimeText(at)}</td>
      <td>
        <a href={hrefTo("batch", feed, String(n))}>{filled(t(SYNC_TEXTS.number), { n })}</a>
      </td>
      <td>{seq}</td>
      <td>
        <code title={h}>{h.slice(0, HASH_SHOWN)}</code>
      </td>
      <td>
        <code title={sig}>{sig.slice(0, HASH_SHOWN)}</code>
      </td>
    </tr>
  );
};

/** What the province signed for, newest first; to be printed and filed. */
export const ReceiptSection = ({ turn }: { readonly turn: number }) => {
  const t = useLabel();
  const answer = useHostAnswer("journal.notes", { kind: "receipt", limit: SHOWN }, turn);
  const receipts = answer?.ok === true ? receiptsOf(answer.value.notes) : [];
  const print = <Button onClick={() => globalThis.print()}>{t(SYNC_TEXTS.printAll)}</Button>;
  return (
    <SectionCard title={t(SYNC_TEXTS.receipts)} extra={receipts.length > 0 && print}>
      {receipts.length === 0 && <p className="lad-quiet">{t(SYNC_TEXTS.noReceipts)}</p>}
      {receipts.length > 0 && (
        <table className="lad-table">
          <ColumnHeads heads={HEADS} />
          <tbody>
            {receipts.map((receipt) => (
              <Line key={receipt.h} receipt={receipt} />
            ))}
          </tbody>
        </table>
      )}
    </SectionCard>
  );
};
