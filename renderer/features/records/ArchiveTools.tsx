import { Button } from "antd";
import { recordRow } from "../../../shared/commands/recordRow.ts";
import type { ArchiveFileFacts } from "../../../shared/dictionary/archiveFile.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { catalogueOf } from "../../../shared/law/catalogue.ts";
import { closingRowsOf } from "../../../shared/law/closingChecklist.ts";
import { isFiled } from "../../../shared/workflow/writers.ts";
import { useDesk } from "../../data/deskContext.ts";
import { perform } from "../../data/perform.ts";
import { fileById, lawScene } from "../../data/questions/files.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { hrefOf } from "../../parts/address.ts";
import { useToday } from "../../state/useToday.ts";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { useRefusal } from "../../ui/useRefusal.ts";
import { filled } from "../../ui/words.ts";
import { Destruction } from "./Destruction.tsx";
import type { OpenRecordView } from "./useRecord.ts";
import { RECORD_WORDS } from "./words.ts";

type Props = { readonly open: OpenRecordView };
type Loan = NonNullable<ArchiveFileFacts["borrowings"]>[number];

/** Loans without a line of their return: the log only grows, so a return is a line of its own. */
export const openLoans = (borrowings: readonly Loan[]): readonly Loan[] => {
  const isReturnOf = (loan: Loan) => (other: Loan) =>
    other.returnedOn !== undefined && other.borrower === loan.borrower && other.lentOn === loan.lentOn;
  return borrowings.filter((loan) => loan.returnedOn === undefined && !borrowings.some(isReturnOf(loan)));
};

const useAddRow = ({ card }: OpenRecordView) => {
  const desk = useDesk();
  const { refusal, tell } = useRefusal();
  const add = async (f: string, row: { readonly [f: string]: Json }): Promise<boolean> =>
    tell(await perform(desk, recordRow, { t: card.t, id: card.id, input: { f, row } })).ok;
  return { add, refusal };
};

/** The catalogue made from the file's letters and papers; the archivist adds the pages. */
const Catalogue = ({ open }: Props) => {
  const t = useLabel();
  const facts = open.card.facts as ArchiveFileFacts;
  const file = useAnswer(fileById(facts.fileId ?? ""), [facts.fileId]);
  const law = useAnswer(lawScene(), []);
  const { add, refusal } = useAddRow(open);
  const isMade = (facts.catalogue ?? []).length > 0;
  if (!open.canWrite || isFiled(open.card.view) || isMade || !file) return null;
  const own = file.facts.aidForm && law?.parameters.closingLists[file.facts.aidForm];
  const make = async (): Promise<void> => {
    for (const title of catalogueOf(file.facts, own && closingRowsOf(own)))
      if (!(await add("catalogue", { title }))) return;
  };
  return (
    <SectionCard title={t(RECORD_WORDS.catalogue)} note={t(RECORD_WORDS.catalogueNote)}>
      <RefusalNotice refusal={refusal} />
      {file.veil === null ? (
        <Button onClick={() => void make()}>{t(RECORD_WORDS.makeCatalogue)}</Button>
      ) : (
        <a href={hrefOf("aidFile", file.id)}>{t(RECORD_WORDS.unsealFirst)}</a>
      )}
    </SectionCard>
  );
};

/** Files that are out, each with its return. */
const Loans = ({ open }: Props) => {
  const t = useLabel();
  const today = useToday();
  const { add, refusal } = useAddRow(open);
  const loans = openLoans((open.card.facts as ArchiveFileFacts).borrowings ?? []);
  if (loans.length === 0) return null;
  const giveBack = ({ borrower = "", lentOn }: Loan) =>
    add("borrowings", { borrower, ...(lentOn && { lentOn }), returnedOn: today });
  return (
    <SectionCard title={t(RECORD_WORDS.loans)}>
      <RefusalNotice refusal={refusal} />
      <ul>
        {loans.map((loan) => (
          <li key={`${loan.borrower}${loan.lentOn}`}>
            {filled(t(RECORD_WORDS.loan), {
              who: loan.borrower ?? "",
              from: loan.lentOn ?? "",
              due: loan.dueOn ?? "—",
            })}{" "}
            {open.canAppend && (
              <Button size="small" onClick={() => void giveBack(loan)}>
                {t(RECORD_WORDS.giveBack)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
};

/** What an archivist does beside the steps: the catalogue before filing, loans and their return, destruction at the end. */
export const ArchiveTools = ({ open }: Props) => (
  <>
    <Catalogue open={open} />
    <Loans open={open} />
    <Destruction open={open} />
  </>
);
