import { Button } from "antd";
import { codeLabel } from "../../../shared/dictionary/codeList.ts";
import { CHANNELS } from "../../../shared/dictionary/codes/ours.ts";
import { mayStart } from "../../../shared/workflow/steps.ts";
import type { Card } from "../../data/questions/card.ts";
import { consultations } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FileList, type ListLine } from "../../ui/FileList.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { StageBadge } from "../../ui/StageBadge.tsx";
import { ConsultationPage } from "./ConsultationPage.tsx";
import { useStartConsultation } from "./useConsultation.ts";
import { CONSULTATION_WORDS } from "./words.ts";

/** Newest ones read into the list; older ones are found by search. */
const SHOWN = 300;

const useLines = (cards: readonly Card<"consultation">[]): readonly ListLine[] => {
  const { t, language } = useLanguage();
  return cards.map(({ id, facts, stages }) => ({
    key: id,
    screen: "consultations",
    id,
    title:
      facts.personName ??
      t(facts.isAnonymous === true ? CONSULTATION_WORDS.anonymous : CONSULTATION_WORDS.unnamed),
    badge: <StageBadge lane="consultation" stage={stages.consultation ?? ""} />,
    detail: facts.gist,
    aside: [facts.askedAt?.replace("T", " "), facts.channel && codeLabel(CHANNELS, facts.channel, language)]
      .filter(Boolean)
      .join(" · "),
  }));
};

const Desk = () => {
  const { t } = useLanguage();
  const cards = useAnswer(consultations({ limit: SHOWN }), []);
  const lines = useLines(cards ?? []);
  const roles = useDeskStore((store) => store.actor)?.roles ?? [];
  const { start, refusal } = useStartConsultation();
  return (
    <>
      <PageHeader
        title={t(CONSULTATION_WORDS.title)}
        note={t(CONSULTATION_WORDS.listNote)}
        actions={
          mayStart("consultation", roles) && (
            <Button type="primary" onClick={() => void start()}>
              {t(CONSULTATION_WORDS.start)}
            </Button>
          )
        }
      />
      <RefusalNotice refusal={refusal} />
      {cards?.length === 0 && <EmptyState text={t(CONSULTATION_WORDS.none)} />}
      <FileList lines={lines} label={t(CONSULTATION_WORDS.title)} height="calc(100vh - 250px)" />
    </>
  );
};

/** The consultation desk, or one consultation. */
export const ConsultationScreen = ({ id }: { readonly id: string }) =>
  id === "" ? <Desk /> : <ConsultationPage id={id} />;
