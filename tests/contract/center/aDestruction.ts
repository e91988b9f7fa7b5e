import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { fold, recordsOf } from "../../../shared/ops/fold.ts";
import type { BookedOp, Hash, Header, Mut, Op, Payload } from "../../../shared/ops/op.ts";
import { emptyState, type RecordState } from "../../../shared/ops/state.ts";
import { viewOf } from "../../../shared/ops/view.ts";
import { keptOf } from "../../../shared/workflow/destruction.ts";
import { FOUNDER, putsOf, type TestDesk } from "./aDesk.ts";

export const FILE = { t: "aidFile", id: "file-0001" } as const;
const ARCHIVE = { t: "archiveFile", id: "archive-0001" } as const;
/** The person who keeps the archive. */
export const ARCHIVIST = "staff-archive-01";

/** The archivist's own record in the staff register. */
export const archivist = (): Mut[] =>
  putsOf("staff", ARCHIVIST, { name: "段丽", login: "duanli", roles: ["ARCHIVE"], isActive: true });

const FACTS = {
  archiveNo: "2010-FY-0007",
  fileId: FILE.id,
  year: 2010,
  category: "CIVIL_LIT",
  retentionYears: 10,
  retentionDocNo: "兰档〔2010〕1号",
  volumes: 1,
  pages: 30,
  closedOn: "2010-05-06",
  location: "甲柜一层",
};

type Step = { readonly step: string; readonly from: string; readonly to: string; readonly by: string };
const taken = (
  desk: TestDesk,
  { step, from, to, by }: Step,
  { facts, sup }: { readonly facts: Readonly<Record<string, Json>>; readonly sup: readonly Hash[] },
): Op =>
  desk.op([{ k: "step", ...ARCHIVE, lane: "archive", step, from, to, outcome: {}, facts, sup }], {
    actor: by,
  });

/** Files the case, appraises it and, when asked, has the head approve its destruction: the ops in their order. */
export const archived = (desk: TestDesk, destroyedOn: string, isApproved = true): readonly Op[] => {
  const facts = desk.op(putsOf(ARCHIVE.t, ARCHIVE.id, FACTS), { actor: ARCHIVIST });
  const filed = taken(
    desk,
    { step: "fileArchive", from: "", to: "filed", by: ARCHIVIST },
    { facts: { filedAt: "2010-06-01T09:00", filedBy: ARCHIVIST }, sup: [] },
  );
  const appraised = taken(
    desk,
    { step: "appraiseArchive", from: "filed", to: "appraised", by: ARCHIVIST },
    {
      facts: { appraisedOn: "2020-06-01", appraisal: "无继续保存价值", appraiserId: ARCHIVIST },
      sup: [filed.h],
    },
  );
  if (!isApproved) return [facts, filed, appraised];
  const approved = taken(
    desk,
    { step: "destroyArchive", from: "appraised", to: "destroyed", by: FOUNDER },
    {
      facts: { destroyedOn, destroyDocNo: "兰销〔2020〕1号", destroySupervisors: "和志强、段丽" },
      sup: [appraised.h],
    },
  );
  return [facts, filed, appraised, approved];
};

/** The book as somebody else folds it from what is handed out. */
export const foldOf = (ops: readonly BookedOp[]): readonly RecordState[] => {
  const taken = ops
    .filter(({ verdict }) => verdict === "ok")
    .map(({ h, seq, header, payload }) => ({
      h,
      seq,
      header: JSON.parse(header) as Header,
      muts: payload === "" ? [] : (JSON.parse(payload) as Payload).muts,
    }));
  const keys = new Map(
    taken.flatMap(({ muts }) => recordsOf(muts).map(([t, id]) => [`${t}/${id}`, { t, id }] as const)),
  );
  return [...keys.values()]
    .map(({ t, id }) => fold(emptyState(t, id), taken))
    .filter(({ lastSeq }) => lastSeq > 0);
};

/** The destruction of a record with these ops, its entry taken from the book as it was handed out. */
export const purgeOf = (
  book: readonly BookedOp[],
  { t, id }: { readonly t: string; readonly id: string },
  ops: readonly Hash[],
): Mut => {
  const state = foldOf(book).find((one) => one.t === t && one.id === id) ?? emptyState(t, id);
  return { k: "purge", t, id, of: ARCHIVE.id, ops, kept: keptOf(viewOf(state)) };
};

/** The files below a folder in which the text stands as it is. */
export const filesWith = (folder: string, text: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path, { throwIfNoEntry: false }) !== undefined)
    .filter((path) => readFileSync(path).includes(text));
