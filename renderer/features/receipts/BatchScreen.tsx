import { Button } from "antd";
import { ENTITIES, isEntityType } from "../../../shared/dictionary/entities.ts";
import { runByKind } from "../../data/questions/history.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { beginOf, type KeptReceipt } from "../../parts/receipts.ts";
import { ColumnHeads } from "../../ui/ColumnHeads.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLabel } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Pairs } from "../../ui/Pairs.tsx";
import { hrefTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import { Proof } from "./Proof.tsx";
import { RECEIPT_TEXTS } from "./texts.ts";
import { type ReceiptScene, useReceipts } from "./useReceipts.ts";
import "./receipts.css";

type Props = { readonly receipt: KeptReceipt; readonly scene: ReceiptScene };

const HEADS = [RECEIPT_TEXTS.kind, RECEIPT_TEXTS.entries, RECEIPT_TEXTS.records];

const Kinds = ({ receipt, scene }: Props) => {
  const t = useLabel();
  const { feed, n } = receipt;
  const after = beginOf(scene.receipts, receipt);
  const kinds = useAnswer(runByKind({ feed, after, upTo: n }), [feed, after, n]) ?? [];
  return (
    <SectionCard
      title={t(RECEIPT_TEXTS.kinds)}
      note={filled(t(RECEIPT_TEXTS.from), { n: Math.min(after + 1, n), m: n })}
    >
      <table className="lad-table">
        <ColumnHeads heads={HEADS} />
        <tbody>
          {kinds.map(([kind, ops, records]) => (
            <tr key={kind}>
              <td>{isEntityType(kind) ? t(ENTITIES[kind].label) : kind}</td>
              <td>{ops}</td>
              <td>{records}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </SectionCard>
  );
};

const Batch = ({ receipt, scene }: Props) => {
  const t = useLabel();
  return (
    <>
      <PageHeader
        title={t(RECEIPT_TEXTS.title)}
        note={t(RECEIPT_TEXTS.batchNote)}
        actions={
          <>
            <a className="lad-no-print" href={hrefTo("sync")}>
              {t(RECEIPT_TEXTS.toSync)}
            </a>
            <Button type="primary" onClick={() => globalThis.print()}>
              {t(RECEIPT_TEXTS.print)}
            </Button>
          </>
        }
      />
      <SectionCard title={filled(t(RECEIPT_TEXTS.upTo), { n: receipt.n })}>
        <Pairs
          pairs={[
            [t(RECEIPT_TEXTS.bureau), scene.bureauName],
            [t(RECEIPT_TEXTS.desk), scene.deskName],
          ]}
        />
        <Proof receipt={receipt} scene={scene} />
      </SectionCard>
      <Kinds receipt={receipt} scene={scene} />
      <p className="lad-quiet">{filled(t(RECEIPT_TEXTS.printedOn), { day: scene.today })}</p>
    </>
  );
};

/** 上报回执（一批）: one receipt of the province in full, with what its batch held, without any name. `id`: its feed; `part`: up to which number. */
export const BatchScreen = ({ id, part }: { readonly id: string; readonly part: string }) => {
  const t = useLabel();
  const scene = useReceipts();
  if (scene === undefined) return <EmptyState text={t(RECEIPT_TEXTS.loading)} />;
  const receipt = scene.receipts.find(({ feed, n }) => feed === id && String(n) === part);
  if (receipt === undefined) return <EmptyState text={t(RECEIPT_TEXTS.missing)} />;
  return <Batch receipt={receipt} scene={scene} />;
};
