import { ledgerSheet } from "../../../shared/law/ledgerSheet.ts";
import type { Desk } from "../../data/desk.ts";
import { type Exported, exportFile } from "../../data/exportFile.ts";
import type { LedgerView } from "../../data/questions/ledger.ts";

const NAME = "经费台账.csv";

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** The sheet and, beside it, its SHA-256 in the form that `sha256sum -c` reads. */
export const ledgerFiles = async (text: string, name: string): Promise<readonly Exported[]> => {
  const digest = hexOf(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [
    { name, text },
    { name: `${name}.sha256`, text: `${digest}  ${name}\n` },
  ];
};

/** The ledger for an audit, with who took it and why; nothing personal stands in it whole but the names of staff. */
export const exportLedger = (
  desk: Desk,
  { posted }: LedgerView,
  { names, purpose }: { readonly names: (id: string | undefined) => string; readonly purpose: string },
) =>
  exportFile(desk, {
    name: NAME,
    scope: "LEDGER",
    isWhole: false,
    purpose,
    make: (watermark) => ledgerFiles(ledgerSheet(posted, names, watermark), NAME),
  });
