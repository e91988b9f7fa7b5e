import type { StepTable } from "./stepRule.ts";

const ARCHR = (article: string): string => `《档案法实施条例》第${article}`;

/** A file in the archive: filed once, corrected by appended sheets, destroyed only after appraisal by two persons. */
// biome-ignore format: a table is read by columns
export const ARCHIVE_STEPS = {
  fileArchive: {
    label: { zh: "立卷归档", en: "File" }, lane: "archive", from: [""], to: "filed", by: ["ARCHIVE"],
    needs: ["archiveNo", "fileId", "year", "category", "retentionDocNo", "volumes", "pages", "closedOn", "location"], owns: ["filedAt", "filedBy"], nowIn: "filedAt", actorIn: "filedBy", outcome: [],
    requires: [], checks: ["V03", "archiveYear", "retentionKnown", "caseClosed"], source: "《档案法》第14条；《档案法实施条例》第19条",
  },
  transferArchive: {
    label: { zh: "移交档案馆", en: "Transfer to the archives" }, lane: "archive", from: ["filed", "extended"], to: "transferred", by: ["ARCHIVE"],
    needs: ["transferredOn", "transferredTo"], owns: ["transferredOn", "transferredTo"], outcome: [], requires: [], checks: ["V03", "transferDue"], source: ARCHR("20条"),
  },
  appraiseArchive: {
    label: { zh: "保管期满鉴定", en: "Appraise" }, lane: "archive", from: ["filed", "extended", "transferred"], to: "appraised", by: ["ARCHIVE"],
    needs: ["appraisedOn", "appraisal"], owns: ["appraisedOn", "appraisal", "appraiserId"], actorIn: "appraiserId", outcome: [], requires: [], checks: ["V03", "retentionOver"], source: ARCHR("24条"),
  },
  extendArchive: {
    label: { zh: "延长保管", en: "Keep longer" }, lane: "archive", from: ["appraised"], to: "extended", by: ["HEAD", "ARCHIVE"],
    needs: ["extendedYears"], owns: ["extendedYears"], apart: ["appraiserId"], outcome: ["extendedYears"], requires: [], checks: ["keptLonger"], source: ARCHR("24条"),
  },
  destroyArchive: {
    label: { zh: "批准销毁", en: "Destroy" }, lane: "archive", from: ["appraised"], to: "destroyed", by: ["HEAD"],
    needs: ["destroyedOn", "destroyDocNo", "destroySupervisors"], owns: ["destroyedOn", "destroyDocNo", "destroySupervisors"], apart: ["appraiserId"], outcome: [], requires: [], checks: ["V03", "retentionOver"], source: ARCHR("24条"),
  },
} as const satisfies StepTable;
