import { Button, Progress } from "antd";
import type { Pace } from "../data/pace.ts";
import { useDeskStore } from "../state/deskStore.ts";
import { useLabel } from "../ui/language.tsx";
import { filled } from "../ui/words.ts";
import { PART_WORDS } from "./words.ts";
import "./parts.css";

const MINUTE_S = 60;
/** Below this many seconds they are counted one by one. */
const LONG_S = 90;

const percentOf = ({ done, all }: Pace): number => (all === 0 ? 0 : Math.floor((done * 100) / all));

/** How fast it goes and how long it will take; nothing while that would be a guess. */
const Rate = ({ rate, leftS }: Pace) => {
  const t = useLabel();
  if (rate === 0 || leftS < 0) return null;
  const left =
    leftS < LONG_S
      ? filled(t(PART_WORDS.seconds), { n: leftS })
      : filled(t(PART_WORDS.minutes), { n: Math.ceil(leftS / MINUTE_S) });
  return <span>{filled(t(PART_WORDS.loadRate), { rate, left })}</span>;
};

const Ready = ({ onUse }: { readonly onUse: () => void }) => {
  const t = useLabel();
  return (
    <div className="part-loading" role="status">
      <strong>{t(PART_WORDS.loadReady)}</strong> <span className="lad-quiet">{t(PART_WORDS.loadSwitch)}</span>{" "}
      <Button type="primary" size="small" onClick={onUse}>
        {t(PART_WORDS.loadUse)}
      </Button>
    </div>
  );
};

const noteOf = (isCut: boolean, isFirst: boolean) => {
  if (isCut) return PART_WORDS.loadCut;
  return isFirst ? PART_WORDS.loadFirst : PART_WORDS.loadNote;
};

/**
 * A first load of the bureau's book, for as long as there is one: how far, how fast, how long still; then the button by
 * which the page goes over to it. Work goes on meanwhile with what is here. Without `onUse` nobody works yet: the page goes
 * over by itself.
 */
export const BookLoading = ({ onUse }: { readonly onUse?: () => void }) => {
  const t = useLabel();
  const pace = useDeskStore((state) => state.loading);
  const phase = useDeskStore((state) => state.sync);
  if (pace === null) return null;
  if (pace.stage === "ready") return onUse === undefined ? null : <Ready onUse={onUse} />;
  const words = pace.stage === "preparing" ? PART_WORDS.loadPreparing : PART_WORDS.loadLoading;
  const isCut = phase === "offline" || phase === "failing" || phase === "portal";
  return (
    <section className="part-loading" aria-label={t(PART_WORDS.loadTitle)}>
      <p>
        <strong>{filled(t(words), { done: pace.done, all: pace.all })}</strong> {!isCut && <Rate {...pace} />}
      </p>
      <Progress percent={percentOf(pace)} size="small" status={isCut ? "exception" : "active"} />
      <p className="lad-quiet">{t(noteOf(isCut, onUse === undefined))}</p>
    </section>
  );
};
