import { Button } from "antd";
import { codeLabel } from "../../../shared/dictionary/codeList.ts";
import { CHANNELS } from "../../../shared/dictionary/codes/ours.ts";
import { type Card } from "../../data/questions/card.ts";
import { consultations } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { hrefTo } from "../../ui/route.ts";
import { StageBadge } from "../../ui/StageBadge.tsx";
import { VirtualList } from "../../ui/VirtualList.tsx";
import { ConsultationPage } from "./ConsultationPage.tsx";
import { useStartConsultation } from "./useConsultation.ts";
import { CONSULTATION_WORDS } from "./words.ts";

/** Newest ones read into the list; older ones are found by search. */
const SHOWN = 300;

const Line = ({ card: { id, facts, stages } }: { readonly card: Card<"consultation"> }) => {
  const { t, language } = useLanguage();
  return (
    <a className="lad-line" href={hrefTo("consultations", id)}>
      <span className="lad-quiet">{facts.askedAt?.replace("T", " ")}</span>
      <strong>{facts.personName ?? t(CONSULTATION_WORDS.anonymous)}</strong>
      <span>{facts.channel !== undefined && codeLabel(CHANNELS, facts.channel, language)}</span>
      <span className="lad-cut">{facts.gist}</span>
      <StageBadge lane="consultation" stage={stages.consultation ?? ""} />
    </a>
  );
};

const Desk = () => {
  const { t } = useLanguage();
  const cards = useAnswer(consultations({ limit: SHOWN }), []);
  const { start, refusal } = useStartConsultation();
  return (
    <>
      <PageHeader
        title={t(CONSULTATION_WORDS.title)}
        note={t(CONSULTATION_WORDS.listNote)}
        actions={<Button type="primary" onClick={() => void start()}>{t(CONSULTATION_WORDS.start)}</Button>}
      />
      <RefusalNotice refusal={refusal} />
      {cards?.length === 0 && <EmptyState text={t(CONSULTATION_WORDS.none)} />}
      <VirtualList items={cards ?? []} keyOf={({ id }) => id} render={(card) => <Line card={card} />} label={t(CONSULTATION_WORDS.title)} height="calc(100vh - 200px)" />
    </>
  );
};

/** The consultation desk, or one consultation. */
export const ConsultationScreen = ({ id }: { readonly id: string }) => (id === "" ? <Desk /> : <ConsultationPage id={id} />);
