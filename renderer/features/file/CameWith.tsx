import { Button } from "antd";
import { useState } from "react";
import { ENTITIES, isEntityType } from "../../../shared/dictionary/entities.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { type Parcel, parcelsOf, type Referral, referralIn } from "../../../shared/workflow/referral.ts";
import type { Card } from "../../data/questions/card.ts";
import { recordById } from "../../data/questions/records.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useLanguage } from "../../ui/language.tsx";
import { Pairs } from "../../ui/Pairs.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import { cameLabel, cameText, cameValue } from "./cameText.ts";
import { REFERRAL_WORDS } from "./referralWords.ts";
import { SupplementTable } from "./SupplementTable.tsx";
import type { OpenFileView } from "./useFile.ts";

/** Entries of the other agency's history shown before "all". */
const FIRST = 8;
const HASH_SHOWN = 16;

const Files = ({ parcels }: { readonly parcels: readonly Parcel[] }) => {
  const { t } = useLanguage();
  return (
    <ul className="file-parcels">
      {parcels.map(({ counter, writtenBy = "", writtenAt = "", receivedAt = "", hash = "", onPaper = 0 }) => (
        <li key={counter}>
          {filled(t(REFERRAL_WORDS.fileLine), {
            n: counter,
            by: writtenBy,
            at: writtenAt.replace("T", " "),
            on: receivedAt.replace("T", " "),
            hash: hash.slice(0, HASH_SHOWN),
          })}
          {onPaper > 0 && ` · ${filled(t(REFERRAL_WORDS.onPaper), { n: onPaper })}`}
        </li>
      ))}
    </ul>
  );
};

type FactsProps = { readonly kind: string; readonly facts: { readonly [f: string]: Json } };

/** As the dictionary orders them; what this version does not know comes last. */
const ordered = ({ kind, facts }: FactsProps): readonly (readonly [string, Json])[] => {
  const known = isEntityType(kind) ? Object.keys(ENTITIES[kind].shape) : [];
  const place = (f: string): number => (known.includes(f) ? known.indexOf(f) : known.length);
  return Object.entries(facts).toSorted(([a], [b]) => place(a) - place(b));
};

const CameFacts = ({ kind, facts }: FactsProps) => {
  const { language } = useLanguage();
  return (
    <Pairs
      pairs={ordered({ kind, facts }).map(([f, v]) => [
        cameLabel(kind, f, language),
        cameValue({ t: kind, f }, v, language),
      ])}
    />
  );
};

const History = ({ referral: { history } }: { readonly referral: Referral }) => {
  const { t, language } = useLanguage();
  const [isAll, setAll] = useState(false);
  const numbered = [...history.entries()];
  const shown = isAll ? numbered : numbered.slice(-FIRST);
  return (
    <details open>
      <summary>{t(REFERRAL_WORDS.history)}</summary>
      <ol className="part-timeline">
        {shown.toReversed().map(([n, line]) => (
          <li key={n} className="part-entry">
            <span className="part-when">{line.at.replace("T", " ")}</span>
            <span>
              <strong>{line.by}</strong> <span className="lad-quiet">{line.desk}</span>{" "}
              {cameText(line, language)}
              {line.reason !== "" && <em className="lad-quiet"> {line.reason}</em>}
            </span>
          </li>
        ))}
      </ol>
      {history.length > shown.length && (
        <Button type="link" onClick={() => setAll(true)}>
          {filled(t(REFERRAL_WORDS.all), { n: history.length })}
        </Button>
      )}
    </details>
  );
};

const Content = ({ referral }: { readonly referral: Referral }) => {
  const { t } = useLanguage();
  const kindOf = (kind: string): string => (isEntityType(kind) ? t(ENTITIES[kind].label) : kind);
  return (
    <div className="file-came">
      {referral.records.map(({ t: kind, id, facts }) => (
        <details key={id}>
          <summary>
            {kind === "aidFile"
              ? t(REFERRAL_WORDS.facts)
              : filled(t(REFERRAL_WORDS.beside), { kind: kindOf(kind) })}
          </summary>
          <CameFacts kind={kind} facts={facts} />
        </details>
      ))}
      <History referral={referral} />
    </div>
  );
};

type Props = { readonly file: OpenFileView; readonly transfer: Card<"transfer"> };

const Section = ({ file, transfer }: Props) => {
  const { t } = useLanguage();
  const { facts } = transfer;
  const parcels = parcelsOf(transfer.view.facts);
  const last = parcels.at(-1);
  const referral = last && referralIn(transfer.view.facts, last);
  return (
    <SectionCard title={t(REFERRAL_WORDS.came)} note={t(REFERRAL_WORDS.cameNote)}>
      <Pairs
        pairs={[
          [t(REFERRAL_WORDS.from), facts.fromOrgan],
          [t(REFERRAL_WORDS.number), facts.fromNo],
          [t(REFERRAL_WORDS.received), facts.receivedAt?.replace("T", " ")],
          [t(REFERRAL_WORDS.files), <Files key="files" parcels={parcels} />],
        ]}
      />
      <SupplementTable file={file} transfer={transfer} />
      {referral === undefined ? (
        <p className="lad-quiet">{t(REFERRAL_WORDS.notHere)}</p>
      ) : (
        <Content referral={referral} />
      )}
    </SectionCard>
  );
};

/** What another agency sent with the case that it referred here (法律援助法第三十八条); nothing for every other file. */
export const CameWith = ({ file }: { readonly file: OpenFileView }) => {
  const { transferId = "" } = file.facts;
  const transfer = useAnswer(recordById("transfer", transferId), [transferId]);
  if (transfer === undefined || transfer === null || transfer.veil !== null) return null;
  return parcelsOf(transfer.view.facts).length === 0 ? null : <Section file={file} transfer={transfer} />;
};
