import type { Break } from "./breaks.ts";
import type { Edit } from "./machine/hooks.ts";

const edit = (file: string, find: string, replace: string): Edit => ({ file, find, replace });

const ERASE = "renderer/data/eraseOps.ts";
const FINISH = "renderer/data/finishErasing.ts";
const NAMED = "center/book/eraseNamed.ts";
const PURGE = "shared/sync/judgePurge.ts";

/** What the sync design says of a destruction by law (I39), each broken once. */
export const DESTROYED_BREAKS: readonly Break[] = [
  {
    rule: "I39-database",
    what: "a desk keeps the payloads that a destruction names",
    seed: 1,
    edits: [
      edit(
        ERASE,
        "const rows = ops.filter(({ h }) => !incoming.has(h))",
        "const rows = ops.filter(() => false)",
      ),
    ],
  },
  {
    rule: "I39-journal",
    what: "a desk erases its database and not its journal",
    seed: 1,
    edits: [edit(FINISH, "if (!(await eraseInHost(desk, toErase))) return;", "")],
  },
  {
    rule: "I39-again",
    what: "what a kill or a full disk put off is never begun again",
    seed: 37,
    edits: [edit("renderer/data/openDesk.ts", "  finishErasing(desk).catch(onTrouble);\n", "")],
  },
  {
    rule: "I39-held",
    what: "the center empties its book and not what is held",
    seed: 12,
    edits: [edit(NAMED, "  await eraseAside(tx, bureau, named);\n", "")],
  },
  {
    rule: "I39-pages",
    what: "the tables are never written anew",
    seed: 1,
    edits: [edit("center/destruction/finish.ts", "await center.db.rewrite(TABLES);", "void TABLES;")],
  },
  {
    rule: "I39-approval",
    what: "a destruction nobody approved erases",
    seed: 16,
    edits: [edit(PURGE, 'if (!mayDestroy(approved)) return "stage-forbids";', "")],
  },
  {
    rule: "I39-rights",
    what: "somebody without the right destroys",
    seed: 46,
    edits: [
      edit(PURGE, 'if (!DESTROYERS.some((role) => acting.roles.includes(role))) return "role-forbids";', ""),
    ],
  },
  {
    rule: "I39-list",
    what: "a list that leaves an op out is taken",
    seed: 3,
    edits: [edit(PURGE, "return isWhole && isTrue && isApart ?", "return isTrue && isApart ?")],
  },
  {
    rule: "I39-apart",
    what: "an op that speaks of a record that stays is destroyed",
    seed: 20,
    edits: [
      edit(PURGE, "return isWhole && isTrue && isApart ?", "return isWhole && isTrue ?"),
      edit(
        "renderer/data/questions/destruction.ts",
        "isApart: about.every(({ row }) => row.records.every((key) => going.has(key))),",
        "isApart: true,",
      ),
    ],
  },
  {
    rule: "I39-refused",
    what: "a refused destruction erases on the desks",
    seed: 2,
    edits: [
      edit(
        ERASE,
        "    .filter((op) => op.seq < PENDING && hasEffect(op))",
        "    .filter((op) => op.seq < PENDING)",
      ),
    ],
  },
  {
    rule: "I39-overtaken",
    what: "an order that comes back too late to a restored book accounts for nothing",
    seed: 3225,
    edits: [edit(PURGE, '  "destroy-list",\n]);', "]);")],
  },
  {
    rule: "I38-taken-back",
    what: "whoever was told that somebody emptied the book is never told that a destruction did",
    seed: 21407,
    edits: [
      edit(
        "renderer/data/settleEmptied.ts",
        '      ...(left.length === 0 && alarm === ALARM && { alarm: "" }),\n',
        "",
      ),
    ],
  },
  {
    rule: "R2-acknowledged",
    what: "what was acknowledged on a branch and lost with a restore is never offered again",
    seed: 22783,
    edits: [edit("renderer/sync/hello.ts", 'meaning === "proved" ? earlier : [feed, ...earlier]', "earlier")],
  },
  {
    rule: "R8-kept",
    what: "a desk is not told that something of it is kept outside the book",
    seed: 24637,
    edits: [
      edit(
        "renderer/sync/pull.ts",
        '    ...(alarm === "" && saysKeptOutside(desk, ops) && { alarm: "kept-outside" }),\n',
        "",
      ),
    ],
  },
];
