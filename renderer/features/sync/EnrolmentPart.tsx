import { type EnrolmentNotice, enrolmentNotice } from "../../../shared/sync/enrolmentNotice.ts";
import { useDesk } from "../../data/deskContext.ts";
import { enrolledUntil } from "../../data/questions/enrolment.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useLabel } from "../../ui/language.tsx";
import { machineTimeText } from "../../ui/machineTime.ts";
import { filled } from "../../ui/words.ts";
import { SYNC_TEXTS } from "./texts.ts";

const TEXTS = {
  soon: SYNC_TEXTS.enrolSoon,
  past: SYNC_TEXTS.enrolPast,
  ended: SYNC_TEXTS.enrolEnded,
} as const satisfies Record<Exclude<EnrolmentNotice["is"], "none">, unknown>;

/** Until when this desk is enrolled, what happened when that is past, and what to do. Nothing before the book says. */
export const EnrolmentPart = () => {
  const [t, desk] = [useLabel(), useDesk()];
  const until = useAnswer(enrolledUntil(), []) ?? "";
  const isRefused = useDeskStore(({ sync }) => sync === "ended");
  if (until === "" && !isRefused) return null;
  const notice = enrolmentNotice(until, { nowMs: desk.wallMs(), isRefused });
  const at = machineTimeText(until);
  if (notice.is === "none") return <p>{filled(t(SYNC_TEXTS.enrolUntil), { at })}</p>;
  return (
    <p role="alert" className="lad-risk">
      {filled(t(TEXTS[notice.is]), { at, n: notice.is === "soon" ? notice.days : 0 })}
    </p>
  );
};
