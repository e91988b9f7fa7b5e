import type { Break } from "./breaks.ts";
import type { Edit } from "./machine/hooks.ts";

const edit = (file: string, find: string, replace: string): Edit => ({ file, find, replace });

const BOOTSTRAP = "renderer/sync/bootstrap.ts";
const ADOPT = "renderer/data/adopt.ts";
const STAGING = "renderer/data/staging.ts";
/** The last of three looks at what was loaded: whatever got past the others is found there, and the log is read. */
const NO_STATE_HASH: Edit = edit(
  BOOTSTRAP,
  "if (one.hasher.digest() !== one.manifest.stateHash)",
  "if (false)",
);

/** What the sync design §3.9 says of first loads, each broken once, in the world where desks join. */
export const JOINING_BREAKS: readonly Break[] = [
  {
    rule: "I29",
    what: "a chunk's hash is not asked",
    seed: 6,
    edits: [
      edit(
        "renderer/sync/snapshotClient.ts",
        "if (bytes.length !== chunk.bytes || (await sha256(bytes)) !== chunk.id)",
        "if (bytes.length < 0)",
      ),
    ],
  },
  {
    rule: "I29-cursor",
    what: "the cursor after a snapshot is one too high",
    seed: 1,
    edits: [edit(ADOPT, "cursor: { epoch, seq, chain },", "cursor: { epoch, seq: seq + 1, chain },")],
  },
  {
    rule: "I29-moment",
    what: "the states of a snapshot are not of one moment",
    seed: 43,
    edits: [
      edit(
        "center/snapshots/buildSnapshot.ts",
        "center.db.inBureauAsOfNow(bureau,",
        "center.db.inBureau(bureau,",
      ),
    ],
  },
  {
    rule: "I29-last",
    what: "the switch happens before the last chunk",
    seed: 1,
    edits: [
      NO_STATE_HASH,
      edit(
        BOOTSTRAP,
        "one.index < one.manifest.chunks.length ? loadSome",
        "one.index < one.manifest.chunks.length - 1 ? loadSome",
      ),
      edit(
        BOOTSTRAP,
        "one === undefined || one.index >= one.manifest.chunks.length)",
        "one === undefined || one.index >= one.manifest.chunks.length - 1)",
      ),
    ],
  },
  {
    rule: "F9",
    what: "a load that was cut goes on behind a chunk that it has not stored",
    seed: 1,
    edits: [
      NO_STATE_HASH,
      edit(
        BOOTSTRAP,
        "const index = staging?.chunks ?? 0;",
        "const before = staging?.chunks ?? 0;\n  const index = before === 0 ? 0 : before + 1;",
      ),
      edit(BOOTSTRAP, "if (beganWith !== recordsIn(manifest.chunks, index))", "if (beganWith < 0)"),
    ],
  },
  {
    rule: "F9-again",
    what: "a load that was cut begins anew",
    seed: 21,
    edits: [
      edit(
        STAGING,
        "if (found === undefined && staging?.manifest === named.manifest) found = db;",
        "if (staging === null) found = db;",
      ),
    ],
  },
  {
    rule: "F9-present",
    what: "the present database is gone when a load begins",
    seed: 1,
    edits: [
      edit(
        STAGING,
        "  const newer = (await generationsOf(installId))",
        "  await present.delete();\n  const newer = (await generationsOf(installId))",
      ),
    ],
  },
  {
    rule: "I6-load",
    what: "what was written beside a load is not read from the journal",
    seed: 2,
    edits: [edit(ADOPT, "journal: { feed: desk.session.feed, ...end },", "")],
  },
  {
    rule: "I39-load",
    what: "a load that nobody needs any more stays",
    seed: 8,
    edits: [
      edit("renderer/data/recover.ts", "const isBegun = cursor.seq > 0;", "const isBegun = cursor.seq < 0;"),
    ],
  },
];
