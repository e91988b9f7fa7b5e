import type { SnapshotReply } from "../../shared/api/snapshotApi.ts";
import { FOLD } from "../../shared/ops/state.ts";
import { bookHead } from "../book/books.ts";
import type { Center } from "../context.ts";
import { buildSnapshot, withdrawErased } from "./buildSnapshot.ts";
import { everyNight } from "./nightly.ts";

/** Snapshots as desks ask for them. */
export type Snapshots = {
  /** The newest one that is still worth loading; begins to make one where there is none. */
  readonly ask: (bureau: string) => Promise<SnapshotReply>;
  /** The packed bytes of a chunk of this bureau; undefined when it has none of that name. */
  readonly chunk: (bureau: string, id: string) => Promise<Buffer | undefined>;
  /** Makes no more; ends when what is being made is done. */
  readonly stop: () => Promise<void>;
};

/** A snapshot serves until the book has grown by this part of it: pulling the rest is then as quick as loading. */
const WORTH_PART = 0.25;
/** After a build that failed, desks take the log for this long. */
const REST_MS = 10 * 60_000;

type Building = { done: number; all: number; readonly ended: Promise<void> };
type Kept = { readonly seq: number; readonly manifest: string; readonly sig: string };
type Standing = {
  readonly isWanted: boolean;
  readonly isRecovering: boolean;
  readonly kept: Kept | undefined;
};

const standingOf = (center: Center, bureau: string): Promise<Standing> =>
  center.db.inBureau(bureau, async (tx) => {
    const head = await bookHead(tx, bureau);
    const row = await tx.one<{ seq: string; manifest: string; sig: string }>(
      "select seq, manifest, sig from snapshot where bureau = $1 and epoch = $2 and fold = $3 order by seq desc limit 1",
      [bureau, head.epoch, FOLD],
    );
    const kept = row === undefined ? undefined : { ...row, seq: Number(row.seq) };
    const from = center.config.snapshotFrom;
    const grown = head.seq - (kept?.seq ?? 0);
    const isWanted = head.seq >= from && grown >= Math.max(from, WORTH_PART * (kept?.seq ?? 0));
    return { isWanted, isRecovering: head.isRecovering, kept };
  });

type Works = {
  readonly center: Center;
  readonly building: Map<string, Building>;
  readonly failedAt: Map<string, number>;
  /** Bureaus whose snapshot was looked at since the start: an earlier program may have died before it did. */
  readonly looked: Set<string>;
};

const begin = ({ center, building, failedAt }: Works, bureau: string): Building => {
  const one: Building = {
    done: 0,
    all: 0,
    ended: buildSnapshot(center, bureau, (done, all) => Object.assign(one, { done, all })).then(
      () => center.log.info({ bureau }, "snapshot.made"),
      (cause: unknown) => {
        failedAt.set(bureau, center.now());
        center.log.warn({ bureau, code: (cause as { code?: string }).code ?? "" }, "snapshot.failed");
      },
    ),
  };
  building.set(bureau, one);
  void one.ended.then(() => building.delete(bureau));
  return one;
};

const wanted = async ({ center, failedAt }: Works, bureau: string): Promise<Standing> => {
  const standing = await standingOf(center, bureau);
  const rests = center.now() - (failedAt.get(bureau) ?? Number.NEGATIVE_INFINITY) < REST_MS;
  return { ...standing, isWanted: standing.isWanted && !standing.isRecovering && !rests };
};

const lookOnce = async ({ center, looked }: Works, bureau: string): Promise<void> => {
  if (looked.has(bureau)) return;
  const { kept } = await standingOf(center, bureau);
  if (kept !== undefined) await withdrawErased(center, bureau, kept.seq);
  looked.add(bureau);
};

const ask = async (works: Works, bureau: string): Promise<SnapshotReply> => {
  await lookOnce(works, bureau);
  const { isWanted, isRecovering, kept } = await wanted(works, bureau);
  const busy = works.building.get(bureau) ?? (isWanted ? begin(works, bureau) : undefined);
  if (busy !== undefined) return { state: "building", done: busy.done, all: busy.all };
  if (kept === undefined || isRecovering) return { state: "none" };
  return { state: "ready", manifest: kept.manifest, sig: kept.sig };
};

/** Makes one for every bureau whose last is old. */
const refresh = async (works: Works): Promise<void> => {
  const rows = await works.center.db.inReport((tx) =>
    tx.all<{ bureau: string }>("select bureau from bureau"),
  );
  for (const { bureau } of rows)
    if (!works.building.has(bureau) && (await wanted(works, bureau)).isWanted)
      await begin(works, bureau).ended;
};

/** The snapshots of all bureaus. One is made at a time per bureau; only this center makes any on its database. */
export const createSnapshots = (center: Center): Snapshots => {
  const works: Works = { center, building: new Map(), failedAt: new Map(), looked: new Set() };
  const endNights = everyNight(center, () => refresh(works));
  return {
    ask: (bureau) => ask(works, bureau),
    chunk: (bureau, id) =>
      center.db.inBureau(bureau, async (tx) => {
        const values = [bureau, id];
        const sql = "select packed from snapshot_chunk where bureau = $1 and id = $2";
        return (await tx.one<{ packed: Buffer }>(sql, values))?.packed;
      }),
    stop: async () => {
      endNights();
      await Promise.all([...works.building.values()].map(({ ended }) => ended));
    },
  };
};
