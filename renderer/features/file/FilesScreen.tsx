import { Tag } from "antd";
import { codeLabel } from "../../../shared/dictionary/codeList.ts";
import { CASE_MATTERS } from "../../../shared/dictionary/codes/caseMatters.ts";
import { priorityOf } from "../../../shared/law/priority.ts";
import { STAGES, stageLabel } from "../../../shared/workflow/stages.ts";
import { filesByStage, latestFiles } from "../../data/questions/files.ts";
import { personsInLists } from "../../data/questions/onePerson.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { clockHref } from "../../parts/clockAddress.ts";
import { useToday } from "../../state/useToday.ts";
import { useViewStore } from "../../state/viewStore.ts";
import { ChoiceInput } from "../../ui/ChoiceInput.tsx";
import { DueDay } from "../../ui/DueBadge.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FileList, type ListLine } from "../../ui/FileList.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { PriorityTag } from "../../ui/PriorityTag.tsx";
import { HeadStageBadge } from "../../ui/StageBadge.tsx";
import { filled } from "../../ui/words.ts";
import { ExportList } from "./ExportList.tsx";
import { FILE_WORDS } from "./words.ts";
import "./file.css";

/** Files on the list; further ones are found by stage or by search. */
const SHOWN = 300;
const LANES = ["application", "emergency", "notice", "assignment"] as const;

const useFiles = (wanted: string) => {
  const [lane = "", stage = ""] = wanted.split("/");
  const question =
    wanted === "" ? latestFiles({ limit: SHOWN }) : filesByStage({ lane, stage, limit: SHOWN });
  return useAnswer(question, [wanted]);
};

const useLines = (cards: NonNullable<ReturnType<typeof useFiles>>): readonly ListLine[] => {
  const { t, language } = useLanguage();
  const today = useToday();
  const persons = useAnswer(personsInLists(), []);
  return cards.map(({ id, facts, stages, dueOn, isGrave }) => ({
    key: id,
    screen: "file",
    id,
    title: facts.personName ?? t(FILE_WORDS.unnamed),
    isGrave,
    badge: (
      <>
        <HeadStageBadge stages={stages} /> <PriorityTag priority={priorityOf(facts, today)} />
        {persons?.has(id) === true && (
          <Tag color="blue">{filled(t(FILE_WORDS.personFiles), { n: persons.get(id)?.length ?? 0 })}</Tag>
        )}
      </>
    ),
    detail: [
      facts.applicationNo,
      facts.matter && codeLabel(CASE_MATTERS, facts.matter, language),
      facts.noticeOrgan,
    ]
      .filter(Boolean)
      .join(" · "),
    ...(dueOn !== null && {
      aside: <DueDay due={dueOn} today={today} />,
      asideHref: clockHref("aidFile", id),
    }),
  }));
};

/** All files, newest first, or those at one stage, soonest due first. */
export const FilesScreen = () => {
  const { t } = useLanguage();
  const stage = useViewStore(({ filters }) => filters.files?.stage ?? "");
  const filterBy = useViewStore((store) => store.filterBy);
  const cards = useFiles(stage);
  const lines = useLines(cards ?? []);
  const options = LANES.flatMap((lane) =>
    Object.keys(STAGES[lane])
      .filter((name) => name !== "")
      .map((name) => ({ value: `${lane}/${name}`, label: t(stageLabel(lane, name)) })),
  );
  return (
    <>
      <PageHeader
        title={t(FILE_WORDS.files)}
        note={t(FILE_WORDS.filesNote)}
        actions={
          <span className="file-filter">
            <ChoiceInput
              label={t(FILE_WORDS.byStage)}
              placeholder={t(FILE_WORDS.byStage)}
              value={stage === "" ? undefined : stage}
              onPick={(picked) => filterBy("files", picked === null ? {} : { stage: picked })}
              options={options}
            />
          </span>
        }
      />
      <ExportList cards={cards ?? []} />
      {cards?.length === 0 && <EmptyState text={t(FILE_WORDS.noFiles)} />}
      <FileList lines={lines} label={t(FILE_WORDS.files)} height="calc(100vh - 250px)" />
    </>
  );
};
