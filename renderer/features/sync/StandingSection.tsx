import type { Label } from "../../../shared/dictionary/field.ts";
import { yearOf } from "../../../shared/kernel/day.ts";
import { dayOf, instantOfMs } from "../../../shared/kernel/instant.ts";
import { isRefusalCode, REFUSALS } from "../../../shared/kernel/refusals.ts";
import { acknowledgeAlarm } from "../../data/acknowledge.ts";
import { alarmLabel } from "../../data/alarms.ts";
import { useDesk } from "../../data/deskContext.ts";
import { syncFigures } from "../../data/questions/outbox.ts";
import { latest } from "../../data/questions/records.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useLanguage } from "../../ui/language.tsx";
import { machineTimeText } from "../../ui/machineTime.ts";
import { Pairs } from "../../ui/Pairs.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import { SYNC_PHASES } from "../../ui/wordsSync.ts";
import { SYNC_TEXTS } from "./texts.ts";
import { signedText, useKeeper } from "./useKeeper.ts";

/** Blocks of one bureau over the years. */
const GRANTS_MAX = 5000;

/** Under how many kinds of number this desk can issue letters this year, with or without a network. */
const useNumberKinds = (): number => {
  const { session, wallMs } = useDesk();
  const grants = useAnswer(latest("grant", { limit: GRANTS_MAX }), []) ?? [];
  const year = yearOf(dayOf(instantOfMs(wallMs())));
  const own = grants.filter(({ facts }) => facts.feed === session.feed && facts.year === year);
  return new Set(own.map(({ facts }) => facts.series)).size;
};

/** What is only here, what the province has, and when that was last proven. True without a network as well. */
export const StandingSection = ({ turn }: { readonly turn: number }) => {
  const [{ language, t }, desk] = [useLanguage(), useDesk()];
  const [figures, kinds] = [useAnswer(syncFigures(), []), useNumberKinds()];
  const [{ sync: phase, syncTrouble: trouble }, keeper] = [useDeskStore(), useKeeper(turn)];
  if (figures === undefined) return null;
  const { unsent, oldestUnsentAt, stableSeq, provenAt, rescued, historyLeft, alarm, receipt } = figures;
  const unless0 = (label: Label, n: number, none = ""): string => (n === 0 ? none : filled(t(label), { n }));
  const no = (n: number): string => unless0(SYNC_TEXTS.number, n, "—");
  return (
    <SectionCard title={t(SYNC_TEXTS.standing)}>
      {alarm !== "" && (
        <p role="alert" className="lad-risk">
          {t(alarmLabel(alarm))}{" "}
          <button type="button" onClick={() => void acknowledgeAlarm(desk)}>
            {t(SYNC_TEXTS.seen)}
          </button>
        </p>
      )}
      <Pairs
        pairs={[
          [t(SYNC_TEXTS.phase), t(SYNC_PHASES[phase])],
          [t(SYNC_TEXTS.trouble), isRefusalCode(trouble) ? REFUSALS[trouble][language] : trouble],
          [t(SYNC_TEXTS.onlyHere), filled(t(SYNC_TEXTS.pieces), { n: unsent })],
          [t(SYNC_TEXTS.oldest), machineTimeText(oldestUnsentAt)],
          [t(keeper.proven), provenAt === 0 ? t(SYNC_TEXTS.never) : machineTimeText(provenAt)],
          [t(historyLeft > 0 ? SYNC_TEXTS.bookLoaded : keeper.book), no(figures.bookSeq)],
          [t(SYNC_TEXTS.atProvince), keeper.isHub ? signedText(t, figures.atProvince) : ""],
          [t(SYNC_TEXTS.history), unless0(SYNC_TEXTS.historyLeft, historyLeft)],
          [t(SYNC_TEXTS.stable), no(stableSeq)],
          [
            t(keeper.receipt),
            receipt === null ? t(SYNC_TEXTS.never) : `${machineTimeText(receipt.at)} · ${no(receipt.seq)}`,
          ],
          [t(SYNC_TEXTS.numbers), filled(t(SYNC_TEXTS.kinds), { n: kinds })],
          [t(SYNC_TEXTS.rescued), unless0(SYNC_TEXTS.pieces, rescued)],
        ]}
      />
    </SectionCard>
  );
};
