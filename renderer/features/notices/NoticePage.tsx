import { Alert, Button } from "antd";
import { sourceText } from "../../../shared/law/sources.ts";
import { AID_STEPS } from "../../../shared/workflow/aidSteps.ts";
import { clockHref } from "../../parts/clockAddress.ts";
import { ClockCard } from "../../ui/ClockCard.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FactsForm } from "../../ui/FactsForm.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { UiPortProvider } from "../../ui/port.tsx";
import { RowsEditor } from "../../ui/RowsEditor.tsx";
import { goTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { HeadStageBadge } from "../../ui/StageBadge.tsx";
import { CheckNotice } from "./CheckNotice.tsx";
import { OrganPicker } from "./OrganPicker.tsx";
import { ReceiveNotice } from "./ReceiveNotice.tsx";
import { type Notice, useNotice, useNoticePort } from "./useNotice.ts";
import { NOTICE_WORDS } from "./words.ts";

const LETTER = [
  "noticeOrgan",
  "noticeOrganType",
  "noticeLetterNo",
  "noticeLetterOn",
  "noticeKind",
  "noticeGround",
  "organDiscoveredOn",
  "noDefenderConfirmed",
  "attachments",
];
const PERSON = [
  "personName",
  "certType",
  "certNo",
  "sex",
  "birthOn",
  "suspectedCharge",
  "coerciveMeasure",
  "custodyPlace",
  "proceduralStage",
  "organCaseNo",
  "categories",
];
const CONTACT = ["contactName", "contactPhone", "hearingAt", "hearingPlace", "procedure"];

const Form = ({ notice }: { readonly notice: Notice }) => {
  const { t } = useLanguage();
  const { card, facts, today } = notice;
  const required = AID_STEPS.receiveNotice.needs;
  return (
    <UiPortProvider port={useNoticePort(facts, today)}>
      <SectionCard title={t(NOTICE_WORDS.letter)} note={t(NOTICE_WORDS.letterNote)}>
        <OrganPicker notice={notice} />
        <FactsForm view={card.view} names={LETTER} columns={3} required={required} />
        <p className="lad-quiet">{t(NOTICE_WORDS.autoMatter)}</p>
      </SectionCard>
      <SectionCard title={t(NOTICE_WORDS.person)}>
        <FactsForm view={card.view} names={PERSON} columns={3} required={required} />
      </SectionCard>
      <SectionCard title={t(NOTICE_WORDS.contact)}>
        <FactsForm view={card.view} names={CONTACT} columns={3} required={required} />
      </SectionCard>
      <SectionCard title={t(NOTICE_WORDS.others)}>
        <RowsEditor record={card.view} f="relatedPersons" />
      </SectionCard>
    </UiPortProvider>
  );
};

const Remarks = ({ notice: { remarks } }: { readonly notice: Notice }) => {
  const { t, language } = useLanguage();
  return remarks.map(({ id, say, source }) => (
    <Alert
      key={id}
      role="alert"
      type="warning"
      showIcon
      className="lad-notice"
      title={`${t(say)}（${id}；${sourceText(source, language)}）`}
    />
  ));
};

/** One organ's letter on one screen: what it says, the running period, receipt, check, and the way to assignment. */
export const NoticePage = ({ id }: { readonly id: string }) => {
  const { t } = useLanguage();
  const notice = useNotice(id);
  if (notice === null) return <EmptyState text={t(NOTICE_WORDS.notFound)} />;
  if (notice === undefined) return <EmptyState text={t(NOTICE_WORDS.loading)} />;
  const { card, facts, clocks, today } = notice;
  const stage = card.stages.notice ?? "";
  return (
    <>
      <PageHeader
        title={`${t(NOTICE_WORDS.title)} · ${facts.personName ?? t(NOTICE_WORDS.unnamed)}`}
        note={[facts.noticeOrgan, facts.noticeLetterNo].filter((text) => text !== undefined).join(" · ")}
        tags={stage !== "" && <HeadStageBadge stages={card.stages} />}
        actions={<Button onClick={() => goTo("file", id)}>{t(NOTICE_WORDS.case)}</Button>}
      />
      <Remarks notice={notice} />
      {clocks.map((clock) => (
        <ClockCard
          key={`${clock.id}${clock.triggerAt}`}
          clock={clock}
          today={today}
          href={clockHref("aidFile", notice.card.id, clock.id)}
        />
      ))}
      <Form notice={notice} />
      <SectionCard title={t(NOTICE_WORDS.next)}>
        {stage === "" && <ReceiveNotice notice={notice} />}
        {stage === "noticeReceived" && <CheckNotice notice={notice} />}
        {stage !== "" && stage !== "noticeReceived" && (
          <Button type="primary" onClick={() => goTo("file", id)}>
            {t(NOTICE_WORDS.toCase)}
          </Button>
        )}
      </SectionCard>
    </>
  );
};
