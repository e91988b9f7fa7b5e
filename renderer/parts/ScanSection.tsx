import { MATERIAL_KINDS } from "../../shared/dictionary/codes/ours.ts";
import type { EntityType } from "../../shared/dictionary/entities.ts";
import type { ScanPlace } from "../data/scans.ts";
import { useLanguage } from "../ui/language.tsx";
import { SectionCard } from "../ui/SectionCard.tsx";
import { ScanLine } from "./ScanLine.tsx";
import { ScanViewer, useScanLook } from "./ScanViewer.tsx";
import { SCAN_WORDS } from "./scanWords.ts";
import { useScans } from "./useScans.ts";
import "./scans.css";

type Kind = ScanPlace["kind"];
type Props = {
  readonly record: { readonly t: EntityType; readonly id: string };
  /** The materials this record asks for; those with scans are shown as well. */
  readonly kinds: readonly Kind[];
};

const ALL = Object.keys(MATERIAL_KINDS) as readonly Kind[];
/** What fits no other line. */
const OTHER: Kind = "OTHERMAT";

/** The scans of a record, material by material, and the viewer. */
export const useScanLines = (record: Props["record"]) => {
  const scans = useScans(record);
  const { open, notice, look, close } = useScanLook(record);
  const remove = (): void => {
    if (open === null) return;
    void scans.remove(open);
    close();
  };
  return {
    scans,
    notice,
    lineOf: (kind: Kind) => <ScanLine kind={kind} scans={scans} onOpen={(scan) => void look(scan)} />,
    viewer: open !== null && (
      <ScanViewer scan={open} onClose={close} {...(scans.canAdd && { onRemove: remove })} />
    ),
  };
};

/** What was scanned of the materials of a record; more is added where somebody may write. */
export const ScanSection = ({ record, kinds }: Props) => {
  const { t, language } = useLanguage();
  const { scans, notice, lineOf, viewer } = useScanLines(record);
  const withScans = new Set(scans.scans.map(({ kind }) => kind));
  const shown = ALL.filter(
    (kind) => withScans.has(kind) || (scans.canAdd && [...kinds, OTHER].includes(kind)),
  );
  return (
    <SectionCard title={t(SCAN_WORDS.title)} {...(scans.canAdd && { note: t(SCAN_WORDS.note) })}>
      {shown.length === 0 && <p className="lad-quiet">{t(SCAN_WORDS.none)}</p>}
      <dl className="part-scan-groups">
        {shown.map((kind) => (
          <div key={kind} style={{ display: "contents" }}>
            <dt>{MATERIAL_KINDS[kind][language]}</dt>
            <dd>{lineOf(kind)}</dd>
          </div>
        ))}
      </dl>
      {notice}
      {viewer}
    </SectionCard>
  );
};
