import { BLOB_IDS_MAX } from "../../../shared/api/blobApi.ts";
import type { ScanFacts } from "../../../shared/dictionary/scan.ts";
import type { KeptScan } from "../../../shared/host/scanCalls.ts";
import type { Desk } from "../desk.ts";
import { openOp } from "../opRow.ts";
import { type At, stateAt } from "../recordStore.ts";
import type { Question } from "../useAnswer.ts";
import { shownToReader } from "../veil.ts";

/** A scan of a record as its page shows it. */
export type ShownScan = ScanFacts & {
  /** Identity of its row. */
  readonly el: string;
  readonly hash: string;
  /** The desk at which it was added; "" when that is not known here any more. */
  readonly desk: string;
  /** What lies on this computer; undefined while the bytes have not come. */
  readonly kept: KeptScan | undefined;
};

const deskOf = async ({ db, seal }: Desk, el: string): Promise<string> => {
  const row = await db.ops.get(el.split(":")[0] ?? "");
  return row === undefined ? "" : (await openOp(seal, row)).head.desk;
};

const keptHere = async ({ host }: Desk, ids: readonly string[]): Promise<ReadonlyMap<string, KeptScan>> => {
  const listed = await host["scan.list"]({ ids: ids.slice(0, BLOB_IDS_MAX) });
  return new Map(listed.ok ? listed.value.scans.map((scan) => [scan.id, scan]) : []);
};

/** The scans of a record, oldest first, as far as whoever is signed in may see it: none of a veiled one. */
export const scansOf =
  ({ t, id }: At): Question<readonly ShownScan[]> =>
  async (desk) => {
    const state = await stateAt(desk, { t, id });
    const rows = state.rows.scans?.els ?? [];
    if (rows.length === 0) return [];
    const [shown] = await shownToReader(desk, [state]);
    if (shown?.veil !== null) return [];
    const scans = rows.map(({ el, v }) => ({ el, facts: v as ScanFacts }));
    const kept = await keptHere(
      desk,
      scans.flatMap(({ facts: { hash = "" } }) => (hash === "" ? [] : [hash])),
    );
    return Promise.all(
      scans.map(async ({ el, facts }) => {
        const { hash = "" } = facts;
        return { ...facts, el, hash, desk: await deskOf(desk, el), kept: kept.get(hash) };
      }),
    );
  };
