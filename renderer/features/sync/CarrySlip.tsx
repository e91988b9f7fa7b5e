import { Button } from "antd";
import type { WrittenBundle } from "../../data/desk.ts";
import { useHostAnswer } from "../../state/useHostAnswer.ts";
import { useLabel } from "../../ui/language.tsx";
import { machineTimeText } from "../../ui/machineTime.ts";
import { Pairs } from "../../ui/Pairs.tsx";
import { filled } from "../../ui/words.ts";
import { SYNC_TEXTS } from "./texts.ts";
import "./sync.css";

/** Enough of a hash to compare two papers by eye. */
const HASH_SHOWN = 16;

/** Prints the slip without the rest of the page (sync.css); the dialog holds the page until it is closed. */
const printAlone = (): void => {
  document.documentElement.dataset.print = "slip";
  globalThis.print();
  delete document.documentElement.dataset.print;
};

/** How many attachments are in the file: whole with it, or to be ended by a later one. */
const useScansText = ({ scanCount, cutCount }: WrittenBundle): string => {
  const t = useLabel();
  const all = filled(t(SYNC_TEXTS.slipScanCount), { n: scanCount });
  return cutCount === 0 ? all : `${all}${filled(t(SYNC_TEXTS.slipCut), { n: cutCount })}`;
};

/** The paper that goes with a file (携带单): which file, from where, how much, and who signs for it. No personal data. */
export const CarrySlip = ({ slip }: { readonly slip: WrittenBundle }) => {
  const t = useLabel();
  const info = useHostAnswer("app.info", {});
  const scans = useScansText(slip);
  const { laterCount, takesScans } = slip;
  return (
    <section className="sync-slip" aria-label={t(SYNC_TEXTS.slip)}>
      <h3>{t(SYNC_TEXTS.slip)}</h3>
      {slip.stick === "written" && <p role="status">{t(SYNC_TEXTS.slipOnStick)}</p>}
      {slip.stick === "failed" && (
        <p role="alert" className="lad-risk">
          {t(SYNC_TEXTS.slipNotOnStick)}
        </p>
      )}
      <Pairs
        pairs={[
          [t(SYNC_TEXTS.slipFile), slip.name],
          [t(SYNC_TEXTS.slipDesk), info?.ok === true ? info.value.deskName : ""],
          [t(SYNC_TEXTS.slipCount), filled(t(SYNC_TEXTS.pieces), { n: slip.opCount })],
          [
            t(SYNC_TEXTS.slipOpsLater),
            slip.opsLater === 0 ? "" : filled(t(SYNC_TEXTS.pieces), { n: slip.opsLater }),
          ],
          [t(SYNC_TEXTS.slipScans), scans],
          [
            t(SYNC_TEXTS.slipLater),
            laterCount === 0 ? "" : filled(t(SYNC_TEXTS.slipScanCount), { n: laterCount }),
          ],
          [t(SYNC_TEXTS.slipHash), slip.sha256.slice(0, HASH_SHOWN)],
          [t(SYNC_TEXTS.slipDate), machineTimeText(slip.writtenAt)],
          [t(SYNC_TEXTS.slipFolder), slip.path],
        ]}
      />
      {slip.opsLater > 0 && <p role="status">{t(SYNC_TEXTS.slipNext)}</p>}
      {!takesScans && laterCount > 0 && <p>{t(SYNC_TEXTS.slipNoScans)}</p>}
      <p>{t(SYNC_TEXTS.slipSign)}</p>
      <Button onClick={printAlone}>{t(SYNC_TEXTS.slipPrint)}</Button>
    </section>
  );
};
