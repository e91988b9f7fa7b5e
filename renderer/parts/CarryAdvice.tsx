import type { Label } from "../../shared/dictionary/field.ts";
import { shouldCarry } from "../../shared/sync/carryAdvice.ts";
import { useDesk } from "../data/deskContext.ts";
import { syncFigures } from "../data/questions/outbox.ts";
import { useAnswer } from "../data/useAnswer.ts";
import { useDeskStore } from "../state/deskStore.ts";
import { useToday } from "../state/useToday.ts";
import { useLabel } from "../ui/language.tsx";

const ADVICE: Label = {
  zh: "未送达的内容很多或者已超过两周：请在同步页“导出上报文件（U盘）”，带到省级中心。内容仍在本机，不会丢失。",
  en: "Much is waiting, or for more than two weeks: write the file on the sync page and carry it to the province on a stick. It all stays here, too.",
};

/** Tells people to use a file when the line has failed for too long; nothing where there is no center to carry it to. */
export const CarryAdvice = () => {
  const [t, { wallMs }] = [useLabel(), useDesk()];
  useToday();
  const figures = useAnswer(syncFigures(), []);
  const phase = useDeskStore((state) => state.sync);
  if (figures === undefined || phase === "off") return null;
  const { unsent, oldestUnsentAt } = figures;
  const oldestMs = oldestUnsentAt === "" ? 0 : wallMs() - Date.parse(oldestUnsentAt);
  return shouldCarry({ unsent, oldestMs }) ? (
    <p className="lad-bad" role="alert">
      {t(ADVICE)}
    </p>
  ) : null;
};
