import { BLOB_IDS_MAX } from "../../shared/api/blobApi.ts";
import type { KeptScan } from "../../shared/host/scanCalls.ts";
import type { Desk } from "./desk.ts";
import type { DeskDb } from "./deskDb.ts";
import { type KnownRefs, scanRefs } from "./scanRefs.ts";
import type { Question } from "./useAnswer.ts";

/** Attachments that ops on this desk name, those of the oldest op first. */
export type ScanStandings = {
  /** They lie here, and the center is not known to hold them. */
  readonly onlyHere: readonly KeptScan[];
  readonly atCenter: readonly KeptScan[];
  /** Ids of those that are not here. */
  readonly away: readonly string[];
};

/** What was read of a database's ops before. */
const KNOWN = new WeakMap<DeskDb, KnownRefs>();

const idsInOrder = async (desk: Desk): Promise<readonly string[]> => {
  const known: KnownRefs = KNOWN.get(desk.db) ?? new Map();
  KNOWN.set(desk.db, known);
  await scanRefs(desk, known);
  const rows = await desk.db.ops.where("scans").equals(1).sortBy("seq");
  return [...new Set(rows.flatMap(({ h }) => (known.get(h) ?? []).map(({ id }) => id)))];
};

/** What lies here of these attachments. */
export const keptOf = async (
  { host }: Pick<Desk, "host">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KeptScan>> => {
  const kept = new Map<string, KeptScan>();
  for (let at = 0; at < ids.length; at += BLOB_IDS_MAX) {
    const listed = await host["scan.list"]({ ids: ids.slice(at, at + BLOB_IDS_MAX) });
    if (listed.ok) for (const scan of listed.value.scans) kept.set(scan.id, scan);
  }
  return kept;
};

/** Where the attachments of this desk's ops are, as far as it knows. */
export const scanStandings = async (desk: Desk): Promise<ScanStandings> => {
  const ids = await idsInOrder(desk);
  const kept = await keptOf(desk, ids);
  const here = ids.flatMap((id) => kept.get(id) ?? []);
  return {
    onlyHere: here.filter(({ isAtCenter }) => !isAtCenter),
    atCenter: here.filter(({ isAtCenter }) => isAtCenter),
    away: ids.filter((id) => !kept.has(id)),
  };
};

/** How many attachments lie on this computer alone, as far as it knows. */
export const scansOnlyHere = (): Question<number> => async (desk) =>
  (await scanStandings(desk)).onlyHere.length;
