import { convertTransfer } from "../../../shared/commands/convertTransfer.ts";
import type { EntityType } from "../../../shared/dictionary/entities.ts";
import { startOfDay } from "../../../shared/kernel/instant.ts";
import { emptyState } from "../../../shared/ops/state.ts";
import { viewOf } from "../../../shared/ops/view.ts";
import { isFiled, mayWrite } from "../../../shared/workflow/writers.ts";
import { useDesk } from "../../data/deskContext.ts";
import { newId } from "../../data/newId.ts";
import { perform } from "../../data/perform.ts";
import type { Card } from "../../data/questions/card.ts";
import { lawScene } from "../../data/questions/files.ts";
import { recordById } from "../../data/questions/records.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { clocksOfRecord } from "../../parts/clocksOfRecord.ts";
import { nextSteps } from "../../parts/nextSteps.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useToday } from "../../state/useToday.ts";
import { goTo } from "../../ui/route.ts";
import { useRefusal } from "../../ui/useRefusal.ts";

/** A record of which nothing is written yet: it begins to be with its first fact. */
const blank = (t: EntityType, id: string): Card<EntityType> => ({
  t,
  id,
  view: viewOf(emptyState(t, id)),
  facts: {},
  stages: {},
  veil: null,
  dueOn: null,
  isGrave: false,
  isDisputed: false,
  isContested: false,
  isPending: false,
});

/** Everything the page shows of one record; undefined while loading. */
export const useRecord = (t: EntityType, id: string) => {
  const found = useAnswer<Card<EntityType> | null>(recordById(t, id), [t, id]);
  const law = useAnswer(lawScene(), []);
  const actor = useDeskStore((store) => store.actor);
  const today = useToday();
  if (found === undefined || law === undefined) return undefined;
  const card = found ?? blank(t, id);
  const roles = actor?.roles ?? [];
  return {
    card,
    today,
    clocks: clocksOfRecord(card.view, law),
    steps: nextSteps(card.view, { id: actor?.id ?? "", roles, at: { now: startOfDay(today), law } }),
    canWrite: mayWrite(t, roles) && !isFiled(card.view),
    canAppend: mayWrite(t, roles),
  };
};

/** The loaded record, as the sections of the page take it. */
export type OpenRecordView = NonNullable<ReturnType<typeof useRecord>>;

/** Making an application out of a forwarded one (法律援助法第三十九条). */
export const useMakeFile = (id: string) => {
  const desk = useDesk();
  const { refusal, tell } = useRefusal();
  const make = async (): Promise<void> => {
    const fileId = newId(desk.wallMs());
    if (tell(await perform(desk, convertTransfer, { t: "transfer", id, input: { fileId } })).ok)
      goTo("intake", fileId);
  };
  return { make, refusal };
};
