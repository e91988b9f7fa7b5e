import { Alert } from "antd";
import { useEffect, useEffectEvent } from "react";
import { numbersDiffer } from "../../../shared/law/onePerson.ts";
import { useDesk } from "../../data/deskContext.ts";
import { noteLook } from "../../data/noteLook.ts";
import { type PersonPair, personPair } from "../../data/questions/personPair.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { Timeline } from "../../parts/Timeline.tsx";
import { VeilNotice } from "../../parts/VeilNotice.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Pairs } from "../../ui/Pairs.tsx";
import { hrefTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { StageBadge } from "../../ui/StageBadge.tsx";
import { CompareTable } from "./CompareTable.tsx";
import { FindingForm } from "./FindingForm.tsx";
import { PERSON_WORDS } from "./words.ts";

type Props = { readonly pair: PersonPair };

const numbersOf = ({ files: [one, other] }: PersonPair) => {
  if (numbersDiffer(one.facts, other.facts)) return PERSON_WORDS.numberOther;
  const isBoth = one.facts.certNo !== undefined && other.facts.certNo !== undefined;
  return isBoth ? PERSON_WORDS.numberSame : PERSON_WORDS.numberHalf;
};

/** To compare two files is to look at both, and is noted once for as long as the page is open. */
const useNoteComparing = ({ files }: PersonPair): void => {
  const desk = useDesk();
  const note = useEffectEvent(() => {
    for (const { id } of files) noteLook(desk, { act: "OPEN", t: "aidFile", id }).catch(desk.onTrouble);
  });
  useEffect(() => note(), []);
};

const Standing = ({ pair }: Props) => {
  const { t } = useLanguage();
  const stage = pair.finding?.stages.samePerson;
  const { findingReason } = pair.finding?.view.facts ?? {};
  return (
    <SectionCard title={t(PERSON_WORDS.standing)}>
      {pair.finding?.isContested === true && (
        <Alert
          type="error"
          role="alert"
          showIcon
          className="lad-notice"
          title={t(PERSON_WORDS.contested)}
          description={<a href={hrefTo("disputes")}>{t(PERSON_WORDS.toDisputes)}</a>}
        />
      )}
      <p>
        {stage === undefined ? (
          <span className="lad-quiet">{t(PERSON_WORDS.none)}</span>
        ) : (
          <StageBadge lane="samePerson" stage={stage} />
        )}{" "}
        {typeof findingReason === "string" && findingReason}
      </p>
      <FindingForm key={stage ?? ""} pair={pair} />
    </SectionCard>
  );
};

const Compared = ({ pair }: Props) => {
  const { t } = useLanguage();
  useNoteComparing(pair);
  return (
    <>
      <SectionCard title={t(PERSON_WORDS.compared)}>
        <Pairs pairs={[[t(PERSON_WORDS.verdict), t(numbersOf(pair))]]} />
        <CompareTable files={pair.files} />
      </SectionCard>
      <Standing pair={pair} />
      {pair.finding !== null && <Timeline t="samePerson" id={pair.pairId} />}
    </>
  );
};

/** Two files side by side, and what a person finds about them: one person's, or two persons'. Who may not read both sees neither. */
export const PairPage = ({ id, part }: { readonly id: string; readonly part: string }) => {
  const { t } = useLanguage();
  const pair = useAnswer(personPair(id, part), [id, part]);
  if (pair === undefined) return <EmptyState text={t(PERSON_WORDS.loading)} />;
  if (pair === null) return <EmptyState text={t(PERSON_WORDS.notFound)} />;
  const kept = pair.files.find(({ veil }) => veil !== null);
  return (
    <>
      <PageHeader title={t(PERSON_WORDS.title)} note={t(PERSON_WORDS.note)} />
      {kept === undefined || kept.veil === null ? (
        <Compared pair={pair} />
      ) : (
        <VeilNotice veil={kept.veil} fileId={kept.id} />
      )}
    </>
  );
};
