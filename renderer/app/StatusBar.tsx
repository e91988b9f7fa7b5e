import { enrolmentNotice } from "../../shared/sync/enrolmentNotice.ts";
import { useDesk } from "../data/deskContext.ts";
import { enrolledUntil } from "../data/questions/enrolment.ts";
import { syncFigures } from "../data/questions/outbox.ts";
import { useAnswer } from "../data/useAnswer.ts";
import { useDeskStore } from "../state/deskStore.ts";
import { useLabel } from "../ui/language.tsx";
import { machineTimeText } from "../ui/machineTime.ts";
import { hrefTo } from "../ui/route.ts";
import { filled } from "../ui/words.ts";
import { SYNC_PHASES } from "../ui/wordsSync.ts";
import { APP_TEXTS } from "./texts.ts";

const BAD: ReadonlySet<string> = new Set(["needs-upgrade", "frozen", "revoked", "ended", "portal"]);

/** That the enrolment of this desk ends soon, or is past its end; nothing at any other time. */
const EnrolmentWord = () => {
  const [t, { wallMs }] = [useLabel(), useDesk()];
  const until = useAnswer(enrolledUntil(), []) ?? "";
  const notice = enrolmentNotice(until, { nowMs: wallMs(), isRefused: false });
  if (notice.is !== "soon" && notice.is !== "past") return null;
  const text =
    notice.is === "soon" ? filled(t(APP_TEXTS.enrolSoon), { n: notice.days }) : t(APP_TEXTS.enrolPast);
  return <span className="lad-bad"> · {text}</span>;
};

/**
 * Always there: what is only on this computer, when both sides last had everything, and what the loop is at. Noted looks
 * are told apart: who has only read a file wonders otherwise what they entered.
 */
export const StatusBar = () => {
  const t = useLabel();
  const figures = useAnswer(syncFigures(), []);
  const phase = useDeskStore((state) => state.sync);
  // before the database has answered nothing is said: "all sent" would be a guess
  if (figures === undefined) return <footer className="lad-status" />;
  const { unsentLooks: looks, provenAt } = figures;
  const unsent = figures.unsent - looks;
  return (
    <footer className="lad-status">
      <a href={hrefTo("sync")} aria-live="polite">
        <span className={unsent > 0 ? "lad-unsent" : undefined}>
          {unsent > 0 ? filled(t(APP_TEXTS.onlyHere), { n: unsent }) : t(APP_TEXTS.allSent)}
        </span>
        {looks > 0 && filled(t(APP_TEXTS.looksHere), { n: looks })}
        {" · "}
        {provenAt === 0
          ? t(APP_TEXTS.neverProven)
          : filled(t(APP_TEXTS.lastProven), { at: machineTimeText(provenAt) })}
        {" · "}
        <span className={BAD.has(phase) ? "lad-bad" : undefined}>{t(SYNC_PHASES[phase])}</span>
        <EnrolmentWord />
      </a>
    </footer>
  );
};
