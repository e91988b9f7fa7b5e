import { dueFiles } from "../data/questions/files.ts";
import { useAnswer } from "../data/useAnswer.ts";
import { useDeskStore } from "../state/deskStore.ts";
import { useLabel } from "../ui/language.tsx";
import { hrefTo } from "../ui/route.ts";
import { filled } from "../ui/words.ts";
import { APP_TEXTS } from "./texts.ts";

/** Enough to count what matters today: files due later than the hundredth are not urgent. */
const LOOK_AT = 100;

/** Custody and minors stand above everything, on every screen, while something is to be done for them. */
export const RiskBar = () => {
  const t = useLabel();
  const grave = (useAnswer(dueFiles({ limit: LOOK_AT }), []) ?? []).filter((file) => file.isGrave);
  const first = grave[0];
  if (first === undefined) return null;
  return (
    <a className="lad-risk" href={hrefTo("file", first.id)}>
      ⚠ {filled(t(APP_TEXTS.grave), { n: grave.length, day: first.dueOn ?? "—" })}
    </a>
  );
};

/** Why nothing can be written now, when the host says so. */
export const ReadOnlyBar = () => {
  const t = useLabel();
  const readOnly = useDeskStore((state) => state.readOnly);
  if (readOnly === "no") return null;
  return (
    <p className="lad-risk" role="alert">
      {t(readOnly === "disk-full" ? APP_TEXTS.diskFull : APP_TEXTS.journalBad)}
    </p>
  );
};
