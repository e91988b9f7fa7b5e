import { Button } from "antd";
import { codeLabel } from "../../../shared/dictionary/codeList.ts";
import { NOTIFIED_GROUNDS } from "../../../shared/dictionary/codes/notifiedGrounds.ts";
import { mayStart } from "../../../shared/workflow/steps.ts";
import { type FileCard, notices } from "../../data/questions/files.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { clockHref } from "../../parts/clockAddress.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useToday } from "../../state/useToday.ts";
import { DueDay } from "../../ui/DueBadge.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FileList, type ListLine } from "../../ui/FileList.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { goTo } from "../../ui/route.ts";
import { HeadStageBadge } from "../../ui/StageBadge.tsx";
import { MonthList } from "./MonthList.tsx";
import { NoticePage } from "./NoticePage.tsx";
import { useStartNotice } from "./useNotice.ts";
import { NOTICE_WORDS } from "./words.ts";
import "./notices.css";

/** Newest letters on the list; older ones are found by search. */
const SHOWN = 300;
/** Address of the month-end list: not the id of any record. */
const MONTH = "month";

const useLines = (cards: readonly FileCard[]): readonly ListLine[] => {
  const { t, language } = useLanguage();
  const today = useToday();
  return cards.map(({ id, facts, stages, dueOn, isGrave }) => ({
    key: id,
    screen: "notices",
    id,
    title: facts.personName ?? t(NOTICE_WORDS.unnamed),
    isGrave,
    ...(Object.keys(stages).length > 0 && { badge: <HeadStageBadge stages={stages} /> }),
    detail: [
      facts.noticeOrgan,
      facts.noticeLetterNo,
      facts.noticeGround && codeLabel(NOTIFIED_GROUNDS, facts.noticeGround, language),
    ]
      .filter(Boolean)
      .join(" · "),
    ...(dueOn !== null && {
      aside: <DueDay due={dueOn} today={today} />,
      asideHref: clockHref("aidFile", id),
    }),
  }));
};

const Desk = () => {
  const { t } = useLanguage();
  const cards = useAnswer(notices({ limit: SHOWN }), []);
  const lines = useLines(cards ?? []);
  const roles = useDeskStore((store) => store.actor)?.roles ?? [];
  const { start, refusal } = useStartNotice();
  return (
    <>
      <PageHeader
        title={t(NOTICE_WORDS.title)}
        note={t(NOTICE_WORDS.listNote)}
        actions={
          <>
            {mayStart("aidFile", roles) && (
              <Button type="primary" onClick={() => void start()}>
                {t(NOTICE_WORDS.start)}
              </Button>
            )}
            <Button onClick={() => goTo("notices", MONTH)}>{t(NOTICE_WORDS.month)}</Button>
          </>
        }
      />
      <RefusalNotice refusal={refusal} />
      {cards?.length === 0 && <EmptyState text={t(NOTICE_WORDS.none)} />}
      <FileList lines={lines} label={t(NOTICE_WORDS.title)} height="calc(100vh - 250px)" />
    </>
  );
};

/** The desk for organs' letters, one letter, or the month-end list. */
export const NoticeScreen = ({ id }: { readonly id: string }) => {
  if (id === "") return <Desk />;
  return id === MONTH ? <MonthList /> : <NoticePage id={id} />;
};
