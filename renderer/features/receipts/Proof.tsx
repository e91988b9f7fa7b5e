import { receiptText } from "../../../shared/sync/receiptText.ts";
import type { KeptReceipt } from "../../parts/receipts.ts";
import { useLabel } from "../../ui/language.tsx";
import { machineTimeText } from "../../ui/machineTime.ts";
import { Pairs } from "../../ui/Pairs.tsx";
import { filled } from "../../ui/words.ts";
import { RECEIPT_TEXTS } from "./texts.ts";
import type { ReceiptScene } from "./useReceipts.ts";

type Props = { readonly receipt: KeptReceipt; readonly scene: ReceiptScene };

/** One receipt in full: whoever holds the paper can check the signature with nothing else. */
export const Proof = ({ receipt, scene }: Props) => {
  const t = useLabel();
  const { n, h, seq, at, sig, feed } = receipt;
  return (
    <Pairs
      pairs={[
        [t(RECEIPT_TEXTS.received), machineTimeText(at)],
        [t(RECEIPT_TEXTS.feed), <code key="feed">{feed}</code>],
        [t(RECEIPT_TEXTS.ownUpTo), filled(t(RECEIPT_TEXTS.number), { n })],
        [t(RECEIPT_TEXTS.bookNo), seq],
        [t(RECEIPT_TEXTS.ownHash), <code key="h">{h}</code>],
        [t(RECEIPT_TEXTS.sig), <code key="sig">{sig}</code>],
        [t(RECEIPT_TEXTS.key), <code key="key">{scene.centerKey}</code>],
        [
          t(RECEIPT_TEXTS.signed),
          <pre key="text" className="receipt-text">
            {receiptText(scene.bureauId, receipt)}
          </pre>,
        ],
      ]}
    />
  );
};
