import type { Edit } from "./machine/hooks.ts";

/**
 * One deliberate break of a rule of the sync design §2: what is broken, as edits of the product's own source that are
 * applied while it is loaded. Nothing of it is ever on a disk; a break whose text is gone is an error, not a pass.
 */
export type Break = { readonly rule: string; readonly what: string; readonly edits: readonly Edit[] };

const edit = (file: string, find: string, replace: string): Edit => ({ file, find, replace });

/** The rules, each broken at least once. */
export const BREAKS: readonly Break[] = [
  {
    rule: "R1",
    what: "the cursor is stored before the page",
    edits: [
      edit(
        "renderer/sync/pull.ts",
        "  await storeOps(desk, ops.map(incomingOf), {",
        "  await writeMeta(desk.db, { cursor: { epoch: cursor.epoch, ...end } });\n  await storeOps(desk, ops.map(incomingOf), {",
      ),
      edit("renderer/sync/pull.ts", "import { readMeta } from", "import { readMeta, writeMeta } from"),
    ],
  },
];

/** The break of a rule. Throws for a rule that has none. */
export const breakNamed = (rule: string): Break => {
  const found = BREAKS.find((each) => each.rule === rule);
  if (found === undefined) throw new Error(`no break of ${rule}`);
  return found;
};
