import type { SnapshotManifest } from "../../shared/api/snapshotApi.ts";
import { DICTIONARY } from "../../shared/dictionary/entities.ts";
import { FOLD } from "../../shared/ops/state.ts";
import type { Desk } from "./desk.ts";
import type { DeskDb } from "./deskDb.ts";
import type { DeskLaw } from "./deskLaw.ts";
import { asOnlyWriter } from "./lock.ts";
import { newRev } from "./memory.ts";
import { type Meta, readMeta, writeMeta } from "./meta.ts";
import { KEPT, readJournal } from "./recover.ts";
import { lawText } from "./reindex.ts";

/** Where a feed ends: position and hash. */
type FeedEnd = { readonly n: number; readonly h: string };

/** Where the own feed ended in the book when the snapshot was made. */
export const ownEnd = ({ session }: Desk, { feeds }: Pick<SnapshotManifest, "feeds">): FeedEnd =>
  feeds.find(({ feed }) => feed === session.feed) ?? { n: 0, h: "" };

/**
 * True when a database may begin with this snapshot: nothing of the book is here yet, nothing waits to be offered back,
 * and the journal has at the snapshot's end of the own feed the very op that the book has there. Then every own op up to
 * it is in the snapshot and none after it. Anything else reads the log, which sorts out forks and rolled-back disks.
 */
export const mayBegin = async (desk: Desk, manifest: SnapshotManifest): Promise<boolean> => {
  const { db, host, session } = desk;
  const { cursor, rescue } = await readMeta(db);
  if (cursor.seq > 0 || rescue.length > 0 || session.earlier.length > 0) return false;
  if (manifest.fold !== FOLD || manifest.schema > DICTIONARY) return false;
  if (manifest.branched.includes(session.feed)) return false;
  const { n, h } = ownEnd(desk, manifest);
  if (n === 0) return true;
  const read = await host["journal.read"]({ after: n - 1, limit: 1 });
  return read.ok && read.value.ops[0]?.h === h;
};

type Loaded = { readonly manifest: SnapshotManifest; readonly law: DeskLaw };

const beginning = (desk: Desk, { manifest, law }: Loaded): Partial<Meta> => {
  const { epoch, seq, chain } = manifest;
  const end = ownEnd(desk, manifest);
  return {
    cursor: { epoch, seq, chain },
    points: [{ seq, chain }],
    snapshot: { seq, chain, ...end },
    history: { seq: 0, chain: "", to: seq },
    journal: { feed: desk.session.feed, ...end },
    law: lawText(law),
    ...newRev(),
  };
};

/**
 * Makes a loaded database the desk's own: what the present one knows beside the book goes along, own ops behind the
 * snapshot are replayed from the journal, and the mark "ready" is the switch. Until then the present one is in use, and
 * a kill changes nothing; afterwards the next opening takes the new one. The journal and the outbox are not touched.
 */
export const adopt = (desk: Desk, db: DeskDb, loaded: Loaded): Promise<boolean> =>
  asOnlyWriter(desk.session.installId, async () => {
    if (!(await mayBegin(desk, loaded.manifest))) return false;
    const present = await readMeta(desk.db);
    const kept = KEPT.flatMap((key) => (present[key] === undefined ? [] : [[key, present[key]]]));
    await writeMeta(db, { ...Object.fromEntries(kept), ...beginning(desk, loaded) });
    await readJournal({ ...desk, db, health: { isBehind: false } });
    const { desk: named } = await readMeta(db);
    if (named !== undefined) await writeMeta(db, { desk: { ...named, isReady: true } });
    return true;
  });
