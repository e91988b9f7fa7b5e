import type { Edit } from "./machine/hooks.ts";

/**
 * One deliberate break of a rule of the sync design §2: what is broken, as edits of the product's own source (or of the
 * world's, where the rule lives in the database) that are applied while it is loaded. Nothing of it is ever on a disk; a
 * break whose text is gone is an error, not a pass.
 */
export type Break = {
  readonly rule: string;
  readonly what: string;
  /** Where the traces begin that catch it: this one, or one of the next when the product takes other turns. */
  readonly seed: number;
  readonly edits: readonly Edit[];
};

const edit = (file: string, find: string, replace: string): Edit => ({ file, find, replace });

const PULL = "renderer/sync/pull.ts";
const FEED_HEAD = "renderer/sync/feedHead.ts";
const ROLL_BACK = "renderer/data/rollBack.ts";
const RECOVER = "renderer/data/recover.ts";
const BOOKS = "center/book/books.ts";
const TABLES = "tests/simulate/world/tables.ts";
/** The database's unique keys are gone, those of an insert and those of a commit. */
const NO_UNIQUE_KEYS: readonly Edit[] = [
  edit(TABLES, "if (rowAt(tx, table, entry[0]) !== undefined) throw", "if (false) throw"),
  edit(TABLES, "if (inserted.has(row) && tx.store.tables.get(name)?.has(key)) throw", "if (false) throw"),
];

/** The rules, each broken at least once. */
export const BREAKS: readonly Break[] = [
  {
    rule: "R1",
    what: "the cursor is stored before the page",
    seed: 19,
    edits: [
      edit(
        PULL,
        "  await storeOps(desk, ops.map(incomingOf), {",
        "  await writeMeta(desk.db, { cursor: { epoch: cursor.epoch, ...end } });\n  await storeOps(desk, ops.map(incomingOf), {",
      ),
      edit(PULL, "import { readMeta } from", "import { readMeta, writeMeta } from"),
    ],
  },
  {
    rule: "R2",
    what: "what the center lost since is not offered again",
    seed: 40,
    edits: [edit(FEED_HEAD, "if (head.n < sentN)", "if (false)")],
  },
  {
    rule: "R3",
    what: "ops the book keeps without effect are skipped",
    seed: 3,
    edits: [
      edit(
        PULL,
        "storeOps(desk, ops.map(incomingOf), {",
        'storeOps(desk, ops.filter(({ verdict }) => verdict === "ok").map(incomingOf), {',
      ),
    ],
  },
  {
    rule: "R4",
    what: "a push without an answer counts as delivered",
    seed: 5,
    edits: [
      edit(
        "renderer/sync/push.ts",
        "  mind.pushBatch = paced(mind, ops.length, reply.ok);\n  if (!reply.ok) return reply;",
        '  if (!reply.ok) await settleEarlier(desk, desk.session.feed, { n: JSON.parse(ops.at(-1)?.header ?? "").n, h: ops.at(-1)?.h ?? "" });\n  mind.pushBatch = paced(mind, ops.length, reply.ok);\n  if (!reply.ok) return reply;',
      ),
    ],
  },
  {
    rule: "R5",
    what: "an op this version cannot read stops the page",
    seed: 3,
    edits: [
      edit(
        "renderer/data/opRow.ts",
        "  const isReadable = payload !== undefined &&",
        '  if (payload === undefined) throw new Error("unreadable");\n  const isReadable = payload !== undefined &&',
      ),
    ],
  },
  {
    rule: "R6",
    what: "a page that lacks an op is taken for whole",
    seed: 1,
    edits: [
      edit(
        PULL,
        "storeOps(desk, ops.map(incomingOf), {",
        "storeOps(desk, ops.slice(0, -1).map(incomingOf), {",
      ),
    ],
  },
  {
    rule: "R7",
    what: "numbers are taken without holding the book's row",
    seed: 89,
    edits: [edit(BOOKS, "{LOG} for update`, [bureau]", "{LOG}`, [bureau]"), ...NO_UNIQUE_KEYS],
  },
  {
    rule: "R8",
    what: "a feed head that is not ours proves delivery",
    seed: 203,
    edits: [
      edit(
        FEED_HEAD,
        "if (own.some((row) => row.h !== h && row.seq >= PENDING && row.seq < RESCUED))",
        "if (false)",
      ),
      edit(FEED_HEAD, "if (own.length > 0 && !own.some((row) => row.h === h))", "if (false)"),
      edit(FEED_HEAD, "return own.length > 0 && n <= written ?", "return n <= written || n > written ?"),
    ],
  },
  {
    rule: "R9",
    what: "a write replaces whatever is there, named or not",
    seed: 1,
    edits: [
      edit(
        "shared/ops/fold.ts",
        "replace(cell.heads, ({ h }) => h, sup)",
        "replace(cell.heads, ({ h }) => h, cell.heads.map(({ h }) => h))",
      ),
    ],
  },
  {
    rule: "R10",
    what: "an empty database means that nothing was written",
    seed: 9,
    edits: [
      edit(
        RECOVER,
        "let after = meta.journal?.feed === session.feed ? meta.journal.n : 0;",
        "let after = meta.journal?.feed === session.feed ? meta.journal.n : Number.MAX_SAFE_INTEGER;",
      ),
    ],
  },
  {
    rule: "R11",
    what: "own ops that a restored center lost are given up",
    seed: 37,
    edits: [
      edit(
        ROLL_BACK,
        "rows.map((row) => takenBack(row, session, above))",
        "rows.filter(({ feed }) => !isOwn(session, feed)).map((row) => takenBack(row, session, above))",
      ),
    ],
  },
  {
    rule: "R12",
    what: "the center books past a gap in a feed",
    seed: 55,
    edits: [edit("center/book/place.ts", '  return "gap";', '  return "append";')],
  },
  {
    rule: "R13",
    what: "after a failure only an event brings the next attempt",
    seed: 1,
    edits: [
      edit(
        "shared/sync/plan.ts",
        "if (facts.failureCount > 0 && restMs > 0) return",
        "if (facts.failureCount > 0) return",
      ),
    ],
  },
  {
    rule: "R14",
    what: "what waits is a flag, and a replayed op has none",
    seed: 1,
    edits: [edit("renderer/data/firstBuild.ts", "isWaiting: n > sentN", "isWaiting: false")],
  },
  {
    rule: "R15",
    what: "every greeting counts as a proof of being in sync",
    seed: 1,
    edits: [
      edit(
        "renderer/sync/syncWork.ts",
        "mind.isGreeted && !mind.isRecovering && cursor.seq >= mind.bookSeq && left.length === 0",
        "mind.isGreeted",
      ),
    ],
  },
  {
    rule: "R16",
    what: "no lock and no unique key against an op sent twice at once",
    seed: 15,
    edits: [edit(BOOKS, " and feed = $2 for update`", " and feed = $2`"), ...NO_UNIQUE_KEYS],
  },
  {
    rule: "R17",
    what: "two equal values are a conflict",
    seed: 1,
    edits: [edit("shared/ops/view.ts", "differ(heads.map(({ v }) => canonicalJson(v)))", "heads.length > 1")],
  },
  {
    rule: "R18",
    what: "a clock that went back is an error",
    seed: 1,
    edits: [
      edit(
        "shared/ops/hlc.ts",
        "wallMs > last[0] ? [wallMs, 0] : [last[0], last[1] + 1]",
        'wallMs > last[0] ? [wallMs, 0] : assert(false, "clock drift")',
      ),
      edit(
        "shared/ops/hlc.ts",
        "/** The next local stamp",
        'import { assert } from "../kernel/assert.ts";\n/** The next local stamp',
      ),
    ],
  },
  {
    rule: "R19",
    what: "saved is told before the disk has it",
    seed: 2,
    edits: [
      edit(
        "host/journal/journal.ts",
        "    writeAll(state.file, bytes, state.offset);\n    await sync(state);",
        "    writeAll(state.file, bytes, state.offset);",
      ),
    ],
  },
  {
    rule: "R20",
    what: "a lost database is rebuilt without a word",
    seed: 1,
    edits: [edit(RECOVER, "if (old === undefined && headN > 0 && ", "if (headN < 0 && ")],
  },
  {
    rule: "R21",
    what: "something foreign is awaited inside a transaction",
    seed: 1,
    edits: [
      edit(
        "renderer/data/store.ts",
        "    // asked for at once: each of them",
        '    await crypto.subtle.digest("SHA-256", new Uint8Array(1));\n    // asked for at once: each of them',
      ),
    ],
  },
  {
    rule: "R22",
    what: "an upgrade forgets the ops and keeps the cursor",
    seed: 4,
    edits: [edit(RECOVER, "    await copyOps({ ...base, db: old.db }, desk, options.onProgress);", "")],
  },
  {
    rule: "R23",
    what: "the old database is deleted before the new one is ready",
    seed: 21,
    edits: [
      edit(
        RECOVER,
        "  const db = await build(base, old,",
        "  await drop(all);\n  const db = await build(base, old,",
      ),
    ],
  },
];
