import { Button } from "antd";
import { openRecord } from "../../../shared/commands/openRecord.ts";
import { ENTITIES, type EntityType } from "../../../shared/dictionary/entities.ts";
import { titleOf } from "../../../shared/dictionary/titles.ts";
import { mayRead, mayWrite } from "../../../shared/workflow/writers.ts";
import { useDesk } from "../../data/deskContext.ts";
import { newId } from "../../data/newId.ts";
import { perform } from "../../data/perform.ts";
import { lawScene } from "../../data/questions/files.ts";
import { recordsOfFile } from "../../data/questions/ofFile.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { goTo, hrefTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { StageBadge } from "../../ui/StageBadge.tsx";
import { useRefusal } from "../../ui/useRefusal.ts";
import { filled } from "../../ui/words.ts";
import { FILE_KINDS, firstFacts, kindsToOpen } from "./fileRecords.ts";
import { mayGoOn, nextStageFacts } from "./nextStage.ts";
import type { OpenFileView } from "./useFile.ts";
import { FILE_WORDS } from "./words.ts";

const useFileRecords = ({ card }: OpenFileView) => {
  const desk = useDesk();
  const roles = useDeskStore((store) => store.actor)?.roles ?? [];
  const kinds = FILE_KINDS.filter((t) => mayRead(t, roles));
  const found =
    useAnswer(recordsOfFile(card.view, kinds), [card.id, card.facts.lawyerId, kinds.join()]) ?? [];
  const law = useAnswer(lawScene(), []);
  const { refusal, tell } = useRefusal();
  const start = async (t: EntityType): Promise<void> => {
    const id = newId(desk.wallMs());
    const input = { facts: firstFacts(t, card.view, law?.parameters) };
    if (tell(await perform(desk, openRecord, { t, id, input })).ok) goTo("records", t, id);
  };
  const goOn = async (): Promise<void> => {
    const id = newId(desk.wallMs());
    const input = { facts: nextStageFacts(card.view) };
    if (tell(await perform(desk, openRecord, { t: "aidFile", id, input })).ok) goTo("intake", id);
  };
  const toOpen = kindsToOpen(card.stages).filter((t) => mayWrite(t, roles));
  const isNext =
    law !== undefined &&
    card.veil === null &&
    mayWrite("aidFile", roles) &&
    mayGoOn(card.view, law.parameters);
  return { found, toOpen, start, goOn: isNext ? goOn : undefined, refusal };
};

/** Records that belong to the file, and those it may lead to now: an objection, a review, a claim, its archive. */
export const FileRecords = ({ file }: { readonly file: OpenFileView }) => {
  const t = useLabel();
  const { found, toOpen, start, goOn, refusal } = useFileRecords(file);
  return (
    <SectionCard title={t(FILE_WORDS.related)}>
      {found.length === 0 && <p className="lad-quiet">{t(FILE_WORDS.noRelated)}</p>}
      <ul className="file-letters">
        {found.map(({ t: kind, id, view, stages }) => (
          <li key={id}>
            <a href={hrefTo("records", kind, id)}>
              {t(ENTITIES[kind].label)} {titleOf(view)}
            </a>
            {Object.entries(stages).map(([lane, stage]) => (
              <StageBadge key={lane} lane={lane} stage={stage} />
            ))}
          </li>
        ))}
      </ul>
      <RefusalNotice refusal={refusal} />
      <div className="lad-buttons">
        {toOpen.map((kind) => (
          <Button key={kind} size="small" onClick={() => void start(kind)}>
            {filled(t(FILE_WORDS.start), { kind: t(ENTITIES[kind].label) })}
          </Button>
        ))}
        {goOn !== undefined && (
          <Button size="small" onClick={() => void goOn()}>
            {t(FILE_WORDS.nextStage)}
          </Button>
        )}
      </div>
    </SectionCard>
  );
};
