import { type Shelved, shelved } from "../../../center/bundles/shelf.ts";
import { TYPE } from "../../../host/journal/frame.ts";
import type { OpRow } from "../../../renderer/data/deskDb.ts";
import type { readMeta } from "../../../renderer/data/meta.ts";
import { readMeta as metaOf } from "../../../renderer/data/meta.ts";
import { openOps, type ReadOp, readOp } from "../../../renderer/data/opRow.ts";
import { type Held, openRecordRow } from "../../../renderer/data/recordStore.ts";
import { textOf } from "../../../shared/kernel/utf8.ts";
import type { Op } from "../../../shared/ops/op.ts";
import { inProcess } from "../machine/process.ts";
import type { SimulatedDesk } from "../world/desk.ts";
import type { Row } from "../world/tables.ts";
import type { Bureau, World } from "../world/world.ts";
import { type Remains, remainsOf } from "./remains.ts";

/** An op in the center's book, read. */
export type Booked = ReadOp & { readonly chain: string };
/** What one desk holds at the end. */
export type DeskEvidence = {
  readonly desk: SimulatedDesk;
  readonly name: string;
  readonly feed: string;
  readonly journal: readonly Op[];
  /** How many lost databases the journal tells of. */
  readonly losses: number;
  readonly rows: readonly OpRow[];
  readonly ops: readonly ReadOp[];
  readonly records: readonly Held[];
  readonly meta: Awaited<ReturnType<typeof readMeta>>;
};
/** What the center and the desks of one bureau hold at the end. */
export type Evidence = {
  readonly bureau: string;
  readonly book: readonly Booked[];
  readonly head: { readonly seq: number; readonly chain: string };
  readonly held: readonly Row[];
  readonly feeds: readonly Row[];
  readonly entities: readonly Row[];
  readonly disputes: readonly Row[];
  readonly numberUse: readonly Row[];
  readonly desks: readonly DeskEvidence[];
  readonly happened: ReadonlySet<string>;
  /** Files on the center's shelf that wait for something, and of which desk they are; none where nobody carries files. */
  readonly parked: readonly (Pick<Shelved, "id" | "needs"> & { readonly feed: string })[];
  /** Books that a restore has ended, by epoch: their ops' hashes in their order. */
  readonly lineages: ReadonlyMap<string, readonly string[]>;
  /** Ops that had an effect in one of them. */
  readonly tookEffect: ReadonlySet<string>;
  readonly rescued: readonly Row[];
  /** Where old cases are destroyed: what people wrote, by the hash of its text, and everything that lies anywhere. */
  readonly said: World["said"];
  readonly remains: Remains | undefined;
};

/** A row of the book, read. */
export const bookedOf = (row: Row): Booked => ({
  ...readOp({
    h: String(row.h),
    header: textOf(row.header as Uint8Array),
    payload: textOf(row.payload as Uint8Array),
    sig: String(row.sig),
    actorSig: String(row.actor_sig),
    seq: Number(row.seq),
    recv: String(row.recv),
    verdict: String(row.verdict),
    isWaiting: false,
  }),
  chain: (row.chain as Buffer).toString("hex"),
});

const deskEvidence = (desk: SimulatedDesk): Promise<DeskEvidence | undefined> | undefined => {
  const { running } = desk;
  if (running === undefined) return undefined;
  return inProcess(running.page, async () => {
    const { db, seal } = running.desk;
    const journal: Op[] = [];
    for (;;) {
      const read = await running.open.host["journal.read"]({ after: journal.length, limit: 1000 });
      if (!read.ok || read.value.ops.length === 0) break;
      journal.push(...read.value.ops);
    }
    const rows = await db.ops.toArray();
    return {
      desk,
      name: desk.identity.deskName,
      feed: desk.identity.feed,
      journal,
      losses: running.open.scene.journal.places(TYPE.projectionLost).length,
      rows,
      ops: await openOps(seal, rows),
      records: await Promise.all((await db.records.toArray()).map((row) => openRecordRow(seal, row))),
      meta: await metaOf(db),
    };
  });
};

const parkedAt = ({ center, bag }: World): Evidence["parked"] =>
  bag.writers.size === 0
    ? []
    : inProcess(center.process, () => shelved(center.center, "parked")).map(({ id, needs }) => ({
        id,
        needs,
        feed: bag.writers.get(id) ?? "",
      }));

/** Everything there is to look at in one bureau. */
export const evidenceOf = async (world: World, bureau: Bureau): Promise<Evidence> => {
  const { id, desks } = bureau;
  const table = (name: string): readonly Row[] =>
    [...(world.center.store.tables.get(name)?.values() ?? [])].filter(({ bureau }) => bureau === id);
  const log = world.center.store.tables.get("bureau_log")?.get(id) ?? {};
  const found = await Promise.all(desks.map(deskEvidence));
  return {
    bureau: id,
    book: table("op")
      .map(bookedOf)
      .sort((a, b) => a.seq - b.seq),
    head: { seq: Number(log.seq), chain: (log.chain as Buffer).toString("hex") },
    held: table("held"),
    feeds: table("feed"),
    entities: table("entity"),
    disputes: table("dispute"),
    numberUse: table("number_use"),
    desks: found.flatMap((each) => (each === undefined ? [] : [each])),
    happened: world.happened,
    parked: parkedAt(world).filter(({ feed }) => desks.some(({ identity }) => identity.feed === feed)),
    lineages: world.lineages,
    tookEffect: world.tookEffect,
    rescued: table("rescued"),
    said: world.said,
    remains: world.said === undefined ? undefined : await remainsOf(world, bureau),
  };
};
