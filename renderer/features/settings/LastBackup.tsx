import { useDesk } from "../../data/deskContext.ts";
import { useHostAnswer } from "../../state/useHostAnswer.ts";
import { useLabel } from "../../ui/language.tsx";
import { machineTimeText } from "../../ui/machineTime.ts";
import { filled } from "../../ui/words.ts";
import { SETTINGS_TEXTS } from "./texts.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A week of a county's entries is what somebody can still write again from paper; after it the page warns. */
const WARN_AFTER_DAYS = 7;

/** When this computer was last backed up; a warning when that was never or too long ago. `turn` asks again. */
export const LastBackup = ({ turn }: { readonly turn: number }) => {
  const t = useLabel();
  const { wallMs } = useDesk();
  const answer = useHostAnswer("backup.list", {}, turn);
  if (answer === undefined || !answer.ok) return null;
  const { backups } = answer.value;
  const last = backups[0];
  const oldest = backups.at(-1)?.writtenAt ?? "";
  if (last === undefined)
    return (
      <p role="alert" className="lad-risk">
        {t(SETTINGS_TEXTS.noBackup)}
      </p>
    );
  const days = Math.floor((wallMs() - Date.parse(last.writtenAt)) / DAY_MS);
  return (
    <>
      <p>{filled(t(SETTINGS_TEXTS.lastBackup), { at: machineTimeText(last.writtenAt), n: last.opCount })}</p>
      <p>{filled(t(SETTINGS_TEXTS.keptBackups), { n: backups.length, at: machineTimeText(oldest) })}</p>
      {days > WARN_AFTER_DAYS && (
        <p role="alert" className="lad-risk">
          {filled(t(SETTINGS_TEXTS.oldBackup), { days })}
        </p>
      )}
    </>
  );
};
