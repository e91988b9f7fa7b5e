import { AID_FORMS } from "./codes/aidForms.ts";
import { SENSITIVITIES } from "./codes/ours.ts";
import { code, day, type FactsOf, flag, instant, list, log, longText, ref, text, whole } from "./field.ts";
import { ISSUED_FIELDS } from "./issued.ts";

const ARCHR = (article: string): string => `《档案法实施条例》第${article}`;
const open = { open: true } as const;

/** One paper of the catalogue, in order. */
const CATALOGUE_ROW = {
  title: text("题名", "Title", { max: 100 }),
  fromPage: whole("起页", "From page", { max: 9999 }),
  toPage: whole("止页", "To page", { max: 9999 }),
} as const;

/** One borrowing of the file. */
const BORROWING = {
  borrower: text("借阅人", "Borrower", { max: 50 }),
  lentOn: day("借出日", "Lent on"),
  dueOn: day("应还日", "Due on"),
  returnedOn: day("归还日", "Returned on"),
  purpose: text("用途", "Purpose", { max: 100 }),
} as const;

/** One sheet appended to correct a filed record. */
const CORRECTION = {
  madeOn: day("更正日", "Made on"),
  madeBy: ref("更正人", "Made by"),
  content: longText("更正内容", "Correction", { max: 2000 }),
} as const;

/** 档案. Retention is the bureau's approved schedule with its document number, never a number of this product. */
export const ARCHIVE_FILE = {
  archiveNo: text("档号", "Archive number", { max: 60, ...open, source: "《档案法》第14条" }),
  fileId: ref("相关卷宗", "Aid file"),
  year: whole("归档年度", "Year", { max: 2999, ...open }),
  category: code(AID_FORMS)("类别", "Category"),
  isPermanent: flag("永久保管", "Kept for ever", { source: ARCHR("19条") }),
  retentionYears: whole("保管期限（年）", "Years kept", { max: 200, ...open, source: ARCHR("19条") }),
  retentionDocNo: text("保管期限表批准文号", "Approval of the schedule", {
    max: 60,
    ...open,
    source: ARCHR("19条"),
  }),
  secrecy: code(SENSITIVITIES)("密级", "Secrecy"),
  volumes: whole("卷数", "Volumes", { max: 999, ...open }),
  pages: whole("页数", "Pages", { max: 99_999, ...open }),
  catalogue: list(CATALOGUE_ROW)("卷内目录", "Catalogue"),
  closedOn: day("结案日", "Closed on", open),
  handedOverBy: text("移交人", "Handed over by", { max: 50 }),
  location: text("存放位置", "Location", { max: 100, ...open }),
  borrowings: log(BORROWING)("借阅记录", "Borrowings"),
  corrections: log(CORRECTION)("更正附页", "Appended corrections"),
  filedAt: instant("立卷时间", "Filed at", open),
  filedBy: ref("立卷人", "Filed by"),
  transferredOn: day("移交档案馆日", "Transferred on", { ...open, source: ARCHR("20条") }),
  transferredTo: text("接收档案馆", "Transferred to", { max: 80, ...open }),
  appraisedOn: day("鉴定日", "Appraised on", { ...open, source: ARCHR("24条") }),
  appraiserId: ref("鉴定人", "Appraised by"),
  appraisal: longText("鉴定意见", "Appraisal", { max: 2000, source: ARCHR("24条") }),
  extendedYears: whole("延长年数（各次合计）", "Years extended, all together", { max: 200, ...open }),
  destroyedOn: day("销毁日", "Destroyed on", { ...open, source: ARCHR("24条") }),
  destroySupervisors: text("监销人（两人）", "Supervised by (two persons)", {
    max: 60,
    source: ARCHR("24条"),
  }),
  destroyDocNo: text("销毁批准文号", "Approval of destruction", { max: 60, ...open }),
  ...ISSUED_FIELDS,
} as const;

/** Everything known about an archived file. */
export type ArchiveFileFacts = FactsOf<typeof ARCHIVE_FILE>;
