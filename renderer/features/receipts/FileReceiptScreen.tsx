import { Button } from "antd";
import { fileById } from "../../data/questions/files.ts";
import { type HistoryEntry, historyOf } from "../../data/questions/history.ts";
import { staff } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { actionText, standingText, whenText } from "../../parts/historyText.ts";
import { coveringOf, type KeptReceipt } from "../../parts/receipts.ts";
import { ColumnHeads } from "../../ui/ColumnHeads.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLabel, useLanguage } from "../../ui/language.tsx";
import { machineTimeText } from "../../ui/machineTime.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Pairs } from "../../ui/Pairs.tsx";
import { hrefTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import { Proof } from "./Proof.tsx";
import { RECEIPT_TEXTS } from "./texts.ts";
import { type ReceiptScene, useReceipts } from "./useReceipts.ts";
import "./receipts.css";

/** Enough of a hash to compare two papers by eye. */
const HASH_SHOWN = 16;

const HEADS = [
  RECEIPT_TEXTS.when,
  RECEIPT_TEXTS.who,
  RECEIPT_TEXTS.what,
  RECEIPT_TEXTS.bookNo,
  RECEIPT_TEXTS.received,
  RECEIPT_TEXTS.digest,
  RECEIPT_TEXTS.by,
];

type RowProps = {
  readonly entry: HistoryEntry;
  readonly who: string;
  readonly receipt: KeptReceipt | undefined;
};

const Row = ({ entry, who, receipt }: RowProps) => {
  const { t, language } = useLanguage();
  const elsewhere = entry.state === "booked" ? filled(t(RECEIPT_TEXTS.elsewhere), { desk: entry.desk }) : "";
  return (
    <tr>
      <td className="lad-tight">{whenText(entry)}</td>
      <td className="lad-tight">{who}</td>
      <td>{actionText(entry, language)}</td>
      <td>{entry.seq ?? standingText(entry, language)}</td>
      <td className="lad-tight">{machineTimeText(entry.receivedAt)}</td>
      <td className="lad-tight">
        <code title={entry.h}>{entry.h.slice(0, HASH_SHOWN)}</code>
      </td>
      <td className={receipt === undefined ? undefined : "lad-tight"}>
        {receipt === undefined ? elsewhere : filled(t(RECEIPT_TEXTS.upTo), { n: receipt.n })}
      </td>
    </tr>
  );
};

const Entries = ({
  history,
  scene,
}: {
  readonly history: readonly HistoryEntry[];
  readonly scene: ReceiptScene;
}) => {
  const people = useAnswer(staff(), []) ?? [];
  const names = new Map(people.map((person) => [person.id, person.facts.name ?? person.id]));
  return (
    <table className="lad-table">
      <ColumnHeads heads={HEADS} />
      <tbody>
        {history.map((entry) => (
          <Row
            key={entry.h}
            entry={entry}
            who={names.get(entry.actor) ?? entry.actor}
            receipt={coveringOf(scene.receipts, entry)}
          />
        ))}
      </tbody>
    </table>
  );
};

const Proofs = ({
  history,
  scene,
}: {
  readonly history: readonly HistoryEntry[];
  readonly scene: ReceiptScene;
}) => {
  const t = useLabel();
  const all = history.flatMap((entry) => coveringOf(scene.receipts, entry) ?? []);
  const proofs = [...new Map(all.map((each) => [each.sig, each])).values()];
  return (
    <SectionCard title={t(RECEIPT_TEXTS.receipts)}>
      {proofs.length === 0 && <p className="lad-quiet">{t(RECEIPT_TEXTS.none)}</p>}
      {proofs.map((receipt) => (
        <section key={receipt.sig} aria-label={filled(t(RECEIPT_TEXTS.upTo), { n: receipt.n })}>
          <h3>{filled(t(RECEIPT_TEXTS.upTo), { n: receipt.n })}</h3>
          <Proof receipt={receipt} scene={scene} />
        </section>
      ))}
    </SectionCard>
  );
};

const Sheet = ({ id, scene }: { readonly id: string; readonly scene: ReceiptScene }) => {
  const t = useLabel();
  const card = useAnswer(fileById(id), [id]);
  const history = useAnswer(historyOf("aidFile", id), [id]);
  if (card === undefined || history === undefined) return <EmptyState text={t(RECEIPT_TEXTS.loading)} />;
  if (card === null) return <EmptyState text={t(RECEIPT_TEXTS.missing)} />;
  if (card.veil !== null) return <EmptyState text={t(RECEIPT_TEXTS.veiled)} />;
  const { caseNo, applicationNo } = card.facts;
  const open = history.filter(({ state }) => state !== "booked").length;
  return (
    <>
      <SectionCard title={caseNo ?? applicationNo ?? t(RECEIPT_TEXTS.noNumber)}>
        <Pairs
          pairs={[
            [t(RECEIPT_TEXTS.bureau), scene.bureauName],
            [t(RECEIPT_TEXTS.desk), scene.deskName],
            [
              t(RECEIPT_TEXTS.counted),
              filled(t(open === 0 ? RECEIPT_TEXTS.all : RECEIPT_TEXTS.some), { n: history.length, m: open }),
            ],
          ]}
        />
        <Entries history={history} scene={scene} />
      </SectionCard>
      <Proofs history={history} scene={scene} />
      <p className="lad-quiet">{filled(t(RECEIPT_TEXTS.printedOn), { day: scene.today })}</p>
    </>
  );
};

/** 上报回执（一案）: every entry of one file with its number in the province's book, and the signed receipts that prove it. */
export const FileReceiptScreen = ({ id }: { readonly id: string }) => {
  const t = useLabel();
  const scene = useReceipts();
  return (
    <>
      <PageHeader
        title={t(RECEIPT_TEXTS.title)}
        note={t(RECEIPT_TEXTS.fileNote)}
        actions={
          <>
            <a className="lad-no-print" href={hrefTo("file", id)}>
              {t(RECEIPT_TEXTS.back)}
            </a>
            <Button type="primary" onClick={() => globalThis.print()}>
              {t(RECEIPT_TEXTS.print)}
            </Button>
          </>
        }
      />
      {scene === undefined ? <EmptyState text={t(RECEIPT_TEXTS.loading)} /> : <Sheet id={id} scene={scene} />}
    </>
  );
};
