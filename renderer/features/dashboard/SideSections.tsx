import type { Day } from "../../../shared/kernel/day.ts";
import { isSyncStale } from "../../../shared/law/syncStale.ts";
import { stageLabel } from "../../../shared/workflow/stages.ts";
import { lateWritings } from "../../data/questions/afterReferral.ts";
import { disputeCounts } from "../../data/questions/disputes.ts";
import { lawScene, stageCounts } from "../../data/questions/files.ts";
import { numberContestCount } from "../../data/questions/numberContests.ts";
import { possibleDuplicates, tornFindings } from "../../data/questions/onePerson.ts";
import { syncFigures } from "../../data/questions/outbox.ts";
import { openSupplements } from "../../data/questions/supplements.ts";
import { useAnswer, useLaterAnswer } from "../../data/useAnswer.ts";
import { CarryAdvice } from "../../parts/CarryAdvice.tsx";
import { useToday } from "../../state/useToday.ts";
import { useLabel } from "../../ui/language.tsx";
import { machineTimeText } from "../../ui/machineTime.ts";
import { hrefTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import { COUNTED_STAGES, DASHBOARD_TEXTS } from "./texts.ts";

/** How many files stand at each stage; stages without files are left out. */
export const StageSection = () => {
  const t = useLabel();
  const counts = useAnswer(stageCounts("aidFile", COUNTED_STAGES), []) ?? {};
  const shown = COUNTED_STAGES.filter(([lane, stage]) => (counts[`${lane}/${stage}`] ?? 0) > 0);
  return (
    <SectionCard title={t(DASHBOARD_TEXTS.stages)}>
      {shown.length === 0 && <p className="lad-quiet">{t(DASHBOARD_TEXTS.noFiles)}</p>}
      <ul className="lad-tiles">
        {shown.map(([lane, stage]) => (
          <li key={`${lane}/${stage}`} className="lad-tile">
            <strong>{counts[`${lane}/${stage}`]}</strong> {t(stageLabel(lane, stage))}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
};

/** Of a machine time in UTC text: its day. */
const DAY_LENGTH = 10;

/** What would be lost with this computer. */
export const OnlyHereSection = () => {
  const t = useLabel();
  const figures = useAnswer(syncFigures(), []);
  const law = useAnswer(lawScene(), []);
  const today = useToday();
  if (figures === undefined) return null;
  const { unsent: n, oldestUnsentAt } = figures;
  const isStale =
    n > 0 &&
    law !== undefined &&
    isSyncStale(oldestUnsentAt.slice(0, DAY_LENGTH) as Day, today, law.parameters);
  return (
    <SectionCard title={t(DASHBOARD_TEXTS.onlyHere)}>
      <a href={hrefTo("sync")}>
        {n === 0
          ? t(DASHBOARD_TEXTS.allSent)
          : filled(t(DASHBOARD_TEXTS.onlyHereN), { n, at: machineTimeText(oldestUnsentAt) })}
      </a>
      {isStale && (
        <p className="lad-bad" role="alert">
          {t(DASHBOARD_TEXTS.stale)}
        </p>
      )}
      <CarryAdvice />
    </SectionCard>
  );
};

/** What waits for a named person. Nothing is shown while there is nothing. */
export const DisputeSection = () => {
  const t = useLabel();
  const counts = useAnswer(disputeCounts(), []);
  const late = useAnswer(lateWritings(), []) ?? [];
  const supplements = useAnswer(openSupplements(), []) ?? [];
  const numbers = useLaterAnswer(numberContestCount(), []) ?? 0;
  const torn = useLaterAnswer(tornFindings(), []) ?? [];
  const duplicates = useLaterAnswer(possibleDuplicates(0), []);
  const lines = [
    [DASHBOARD_TEXTS.contestedN, counts?.contested ?? 0],
    [DASHBOARD_TEXTS.numbersN, numbers],
    [DASHBOARD_TEXTS.tornN, torn.length],
    [DASHBOARD_TEXTS.changedN, counts?.changed ?? 0],
    [DASHBOARD_TEXTS.conflictsN, counts?.conflicts ?? 0],
    [DASHBOARD_TEXTS.lateN, late.length],
    [DASHBOARD_TEXTS.supplementsN, supplements.length],
    [DASHBOARD_TEXTS.refusedN, counts?.refused ?? 0],
    [DASHBOARD_TEXTS.duplicatesN, duplicates?.all ?? 0],
  ] as const;
  const open = lines.filter(([, n]) => n > 0);
  if (open.length === 0) return null;
  return (
    <SectionCard title={t(DASHBOARD_TEXTS.disputes)}>
      <ul>
        {open.map(([text, n]) => (
          <li key={text.en}>
            <a href={hrefTo("disputes")}>{filled(t(text), { n })}</a>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
};
