import { Alert, Button, Modal } from "antd";
import { useState } from "react";
import type { Refusal } from "../../shared/kernel/refusals.ts";
import { useDesk } from "../data/deskContext.ts";
import { noteLook } from "../data/noteLook.ts";
import type { ShownScan } from "../data/questions/scans.ts";
import { useLabel } from "../ui/language.tsx";
import type { RecordRef } from "../ui/port.tsx";
import { RefusalNotice } from "../ui/RefusalNotice.tsx";
import { filled } from "../ui/words.ts";
import { SCAN_WORDS } from "./scanWords.ts";
import { useScanUrl } from "./useScanUrl.ts";
import "./scans.css";

const WIDTH = 1040;
/** The viewer's own buttons are off: what leaves the desk goes through exports, which are recorded. */
const PDF_VIEW = "#toolbar=0&navpanes=0&view=FitH";

/** The bytes themselves: pictures by the page, a PDF by the browser's own viewer in a frame that is not ours. */
const Sheet = ({ scan }: { readonly scan: ShownScan }) => {
  const t = useLabel();
  const shown = useScanUrl(scan.kept);
  const title = filled(t(SCAN_WORDS.viewer), { title: scan.title ?? "" });
  if (shown.is === "loading") return <p className="lad-quiet">{t(SCAN_WORDS.loading)}</p>;
  if (shown.is === "damaged") return <Alert type="warning" showIcon title={t(SCAN_WORDS.damaged)} />;
  return scan.format === "PDF" ? (
    <iframe className="part-scan-sheet" title={title} src={`${shown.url}${PDF_VIEW}`} />
  ) : (
    <div className="part-scan-sheet">
      <img src={shown.url} alt={title} />
    </div>
  );
};

type Props = {
  readonly record: RecordRef;
  readonly scan: ShownScan;
  readonly onClose: () => void;
  /** Absent where scans are only read. */
  readonly onRemove?: () => void;
};

const Footer = ({ onClose, onRemove }: Pick<Props, "onClose" | "onRemove">) => {
  const t = useLabel();
  return (
    <div className="part-scan-foot">
      {onRemove && (
        <>
          <Button danger onClick={onRemove}>
            {t(SCAN_WORDS.remove)}
          </Button>
          <span className="lad-quiet">{t(SCAN_WORDS.removeNote)}</span>
        </>
      )}
      <Button type="primary" onClick={onClose}>
        {t(SCAN_WORDS.close)}
      </Button>
    </div>
  );
};

/** One scan in a window of its own. */
export const ScanViewer = ({ scan, onClose, ...footer }: Omit<Props, "record">) => {
  const t = useLabel();
  return (
    <Modal
      open
      width={WIDTH}
      title={filled(t(SCAN_WORDS.viewer), { title: scan.title ?? "" })}
      onCancel={onClose}
      footer={<Footer onClose={onClose} {...footer} />}
      destroyOnHidden
      className="part-scan-window"
    >
      <Sheet scan={scan} />
    </Modal>
  );
};

/**
 * Opens scans of a record: nothing is shown before the look is noted (《个人信息保护法》第五十四条). `open` is null while no
 * scan is open.
 */
export const useScanLook = ({ t, id }: RecordRef) => {
  const desk = useDesk();
  const [open, setOpen] = useState<ShownScan | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  return {
    open,
    notice: <RefusalNotice refusal={refusal} t={t} />,
    look: async (scan: ShownScan): Promise<void> => {
      const noted = await noteLook(desk, { act: "SCAN", t, id, subject: "scans" });
      setRefusal(noted.ok ? null : noted.refusal);
      if (noted.ok) setOpen(scan);
    },
    close: (): void => setOpen(null),
  };
};
