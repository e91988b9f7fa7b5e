import { Button, Tag } from "antd";
import { ENTITIES, type EntityType, fieldOf } from "../../../shared/dictionary/entities.ts";
import { titleOf } from "../../../shared/dictionary/titles.ts";
import { RECORD_CLOCKS } from "../../../shared/law/recordClocks.ts";
import type { Veil } from "../../../shared/workflow/confidentiality.ts";
import { stepsOf } from "../../../shared/workflow/steps.ts";
import { ClockSection } from "../../parts/ClockSection.tsx";
import { FactList } from "../../parts/FactList.tsx";
import { LetterSection } from "../../parts/LetterSection.tsx";
import { NextSection } from "../../parts/NextSection.tsx";
import { Timeline } from "../../parts/Timeline.tsx";
import { VeilNotice } from "../../parts/VeilNotice.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLabel } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { goTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { ArchiveTools } from "./ArchiveTools.tsx";
import { FreeFacts, OwnedFacts } from "./RecordFacts.tsx";
import { Stages } from "./Stages.tsx";
import { type OpenRecordView, useMakeFile, useRecord } from "./useRecord.ts";
import { RECORD_WORDS } from "./words.ts";

/** The step that opens a file as well, and is therefore taken by a button of its own. */
const MAKES_FILE = "openFromTransfer";
/** Taken by receiving a file at intake, never by a form. */
const BY_FILE = "receiveReferred";

type Props = { readonly open: OpenRecordView };

const MakeFile = ({ id }: { readonly id: string }) => {
  const t = useLabel();
  const { make, refusal } = useMakeFile(id);
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Button type="primary" onClick={() => void make()}>
        {t(RECORD_WORDS.makeFile)}
      </Button>
    </>
  );
};

const Head = ({ open: { card, steps } }: Props) => {
  const t = useLabel();
  const makesFile = steps.some(({ name, closed }) => name === MAKES_FILE && closed === null);
  return (
    <PageHeader
      title={`${t(ENTITIES[card.t].label)} · ${titleOf(card.view) || t(RECORD_WORDS.unnamed)}`}
      tags={
        <>
          <Stages card={card} />
          {card.isDisputed && <Tag color="red">{t(RECORD_WORDS.disputed)}</Tag>}
          {card.isContested && <Tag color="red">{t(RECORD_WORDS.contested)}</Tag>}
          {card.isPending && <Tag>{t(RECORD_WORDS.onlyHere)}</Tag>}
        </>
      }
      actions={
        <>
          {makesFile && <MakeFile id={card.id} />}
          <Button onClick={() => goTo("records", card.t)}>{t(RECORD_WORDS.back)}</Button>
        </>
      }
    />
  );
};

const Next = ({ open: { card, steps } }: Props) =>
  Object.keys(stepsOf(card.t)).length === 0 ? null : (
    <NextSection record={card} steps={steps.filter(({ name }) => name !== MAKES_FILE && name !== BY_FILE)} />
  );

/** Until the first step the form comes first, as on paper; afterwards what may be done next does. */
const Work = ({ open }: Props) => {
  const isDraft = Object.keys(open.card.stages).length === 0;
  return isDraft ? (
    <>
      <FreeFacts open={open} />
      <Next open={open} />
    </>
  ) : (
    <>
      <Next open={open} />
      <OwnedFacts open={open} />
      <FreeFacts open={open} />
    </>
  );
};

/** Of a record that tells of a kept file: the open facts, and why there are no others. */
const Veiled = ({ open: { card }, veil }: Props & { readonly veil: Veil }) => {
  const t = useLabel();
  const known = Object.entries(card.view.facts).filter(([f]) => fieldOf(card.t, f) !== undefined);
  return (
    <>
      <VeilNotice veil={veil} fileId={card.view.facts.fileId} />
      <SectionCard title={t(RECORD_WORDS.outcome)}>
        <FactList record={card.view} facts={known} />
      </SectionCard>
    </>
  );
};

/** One record of the year's work: what may be done next, what is entered and what the steps recorded, its periods, its history. */
export const RecordPage = ({ t: kind, id }: { readonly t: EntityType; readonly id: string }) => {
  const t = useLabel();
  const open = useRecord(kind, id);
  if (open === undefined) return <EmptyState text={t(RECORD_WORDS.loading)} />;
  if (open.card.veil !== null)
    return (
      <>
        <Head open={open} />
        <Veiled open={open} veil={open.card.veil} />
      </>
    );
  const hasClocks = RECORD_CLOCKS.some((row) => row.t === kind);
  return (
    <>
      <Head open={open} />
      <div className={hasClocks ? "part-columns" : undefined}>
        <div>
          <Work open={open} />
          {kind === "archiveFile" && <ArchiveTools open={open} />}
        </div>
        {hasClocks && (
          <div>
            <ClockSection view={open.card.view} clocks={open.clocks} today={open.today} />
            <LetterSection view={open.card.view} />
          </div>
        )}
      </div>
      {!hasClocks && <LetterSection view={open.card.view} />}
      <Timeline t={kind} id={id} />
    </>
  );
};
