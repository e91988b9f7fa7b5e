import { FileImageOutlined, FilePdfOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type DragEvent, useRef, useState } from "react";
import { MATERIAL_KINDS } from "../../shared/dictionary/codes/ours.ts";
import type { KeptScan } from "../../shared/host/scanCalls.ts";
import type { ShownScan } from "../data/questions/scans.ts";
import type { ScanPlace } from "../data/scans.ts";
import { useLanguage } from "../ui/language.tsx";
import { RefusalNotice } from "../ui/RefusalNotice.tsx";
import { WaitingButton } from "../ui/WaitingButton.tsx";
import { filled, UI_WORDS } from "../ui/words.ts";
import { SCAN_WORDS } from "./scanWords.ts";
import type { Scans } from "./useScans.ts";
import { useScanUrl } from "./useScanUrl.ts";
import "./scans.css";

const ACCEPT = ".jpg,.jpeg,.png,.pdf";
/** Larger pictures are shown when they are opened, and by a sign before. */
const THUMB_BYTES = 6 * 1024 * 1024;

const Picture = ({ kept }: { readonly kept: KeptScan }) => {
  const shown = useScanUrl(kept);
  return shown.is === "ready" ? <img src={shown.url} alt="" /> : <FileImageOutlined />;
};

const Thumb = ({ scan: { kept, format } }: { readonly scan: ShownScan }) => {
  if (format === "PDF") return <FilePdfOutlined />;
  return kept === undefined || kept.bytes > THUMB_BYTES ? <FileImageOutlined /> : <Picture kept={kept} />;
};

/** A scan whose bytes have not come: where they are, and a button for whoever cannot wait. */
const AwayChip = ({ scan, onWant }: { readonly scan: ShownScan; readonly onWant: () => void }) => {
  const { t } = useLanguage();
  const [isAsked, setAsked] = useState(false);
  const { title = "", desk } = scan;
  const ask = (): void => {
    setAsked(true);
    onWant();
  };
  return (
    <li className="part-scan part-scan-away">
      <Thumb scan={scan} />
      <span>
        {title}
        <span className="part-scan-state">
          {desk === "" ? t(SCAN_WORDS.awayOther) : filled(t(SCAN_WORDS.away), { desk })}
        </span>
      </span>
      {isAsked ? (
        <span className="lad-quiet">{t(SCAN_WORDS.fetching)}</span>
      ) : (
        <Button size="small" type="link" aria-label={`${t(SCAN_WORDS.fetch)} ${title}`} onClick={ask}>
          {t(SCAN_WORDS.fetch)}
        </Button>
      )}
    </li>
  );
};

type HereProps = { readonly scan: ShownScan; readonly kept: KeptScan; readonly onOpen: () => void };

/** A scan that is here, and whether the province has it. */
const HereChip = ({ scan, kept, onOpen }: HereProps) => {
  const { t } = useLanguage();
  return (
    <li>
      <button
        type="button"
        className="part-scan"
        aria-label={`${t(SCAN_WORDS.view)} ${scan.title ?? ""}`}
        onClick={onOpen}
      >
        <Thumb scan={scan} />
        <span>
          {scan.title}
          <span className="part-scan-state">
            {t(kept.isAtCenter ? SCAN_WORDS.atCenter : SCAN_WORDS.onlyHere)}
          </span>
        </span>
      </button>
    </li>
  );
};

type Kind = ScanPlace["kind"];

const AddButton = ({ kind, scans }: { readonly kind: Kind; readonly scans: Scans }) => {
  const { t, language } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const label = filled(t(SCAN_WORDS.addTo), { kind: MATERIAL_KINDS[kind][language] });
  return (
    <>
      <WaitingButton
        size="small"
        icon={<PlusOutlined />}
        aria-label={label}
        waitsFor={scans.saving === null ? "" : t(UI_WORDS.busy)}
        onClick={() => input.current?.click()}
      >
        {t(SCAN_WORDS.add)}
      </WaitingButton>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={ACCEPT}
        aria-label={label}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // the same file may be chosen again after a refusal
          target.value = "";
          void scans.add(kind, files);
        }}
      />
    </>
  );
};

type LineProps = {
  readonly kind: Kind;
  readonly scans: Scans;
  readonly onOpen: (scan: ShownScan) => void;
};

/** Takes files that are dropped on it. `isOver` while some hang above. */
const useDrop = (take: (files: readonly File[]) => void, canDrop: boolean) => {
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setOver(canDrop);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (canDrop) take([...event.dataTransfer.files]);
  };
  return { isOver, onDragOver: over, onDragLeave: () => setOver(false), onDrop: drop };
};

/** The scans of one material: what is there, a button for more, and room to drop files on. */
export const ScanLine = ({ kind, scans, onOpen }: LineProps) => {
  const { t, language } = useLanguage();
  const own = scans.scans.filter((scan) => scan.kind === kind);
  const { isOver, ...drop } = useDrop((files) => void scans.add(kind, files), scans.canAdd);
  const { saving, refused } = scans;
  return (
    // a place to drop on is an extra for the mouse; the button beside it does the same by keyboard
    <div className={isOver ? "part-scan-line part-scan-over" : "part-scan-line"} {...drop}>
      <ul aria-label={`${t(SCAN_WORDS.title)} ${MATERIAL_KINDS[kind][language]}`}>
        {own.map((scan) =>
          scan.kept === undefined ? (
            <AwayChip key={scan.el} scan={scan} onWant={() => scans.want(scan)} />
          ) : (
            <HereChip key={scan.el} scan={scan} kept={scan.kept} onOpen={() => onOpen(scan)} />
          ),
        )}
      </ul>
      {scans.canAdd && <AddButton kind={kind} scans={scans} />}
      {saving?.kind === kind && (
        <span className="lad-quiet" role="status">
          {filled(t(SCAN_WORDS.saving), { n: saving.n, all: saving.all })}
        </span>
      )}
      {refused?.kind === kind && <RefusalNotice refusal={refused.refusal} />}
    </div>
  );
};
