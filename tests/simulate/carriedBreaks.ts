import type { Break } from "./breaks.ts";
import type { Edit } from "./machine/hooks.ts";

const edit = (file: string, find: string, replace: string): Edit => ({ file, find, replace });

const READ_UP = "center/bundles/readUp.ts";
const IMPORT = "center/bundles/importBundle.ts";

/** What the sync design §3.17 says of files, each broken once, in the world where files are carried. */
export const CARRIED_BREAKS: readonly Break[] = [
  {
    rule: "F49",
    what: "an answer that says nothing new is taken",
    seed: 95,
    edits: [
      edit(
        "renderer/sync/bundles.ts",
        "if (!isNews(await readMeta(desk.db), told, desk.session.feed))",
        "if (told.seq < 0)",
      ),
    ],
  },
  {
    rule: "F50",
    what: "a file that has to wait is thrown away",
    seed: 35,
    edits: [
      edit(
        IMPORT,
        'shelve(center, "parked", { id, bytes, label: { ...label, needs: [...value.needs] } });',
        "void bytes;",
      ),
    ],
  },
  {
    rule: "F50-again",
    what: "a file that waits is never tried again",
    seed: 35,
    edits: [edit(IMPORT, "for (let moved = true; moved; )", "for (let moved = false; moved; )")],
  },
  {
    rule: "F50-answer",
    what: "a file that waits is not answered",
    seed: 224,
    edits: [
      edit(
        "center/bundles/takeBundle.ts",
        "  if ((await refusalToCaller(center, from.caller)) !== undefined)\n",
        "  if (needs.length >= 0)\n",
      ),
    ],
  },
  {
    rule: "F51",
    what: "the signature of a file is not asked",
    seed: 20,
    edits: [edit(READ_UP, "if (!isGenuine(plain, bundle.value, manifest.value.from.key))", "if (false)")],
  },
  {
    rule: "F51-address",
    what: "a file for another province is taken",
    seed: 27,
    edits: [edit(READ_UP, "if (manifest.value.to !== center.key.publicKey)", "if (false)")],
  },
  {
    rule: "I27",
    what: "the ranges of a file are not compared with what is in it",
    seed: 17,
    edits: [edit(READ_UP, "return isAsSaid && first !== undefined", "return first !== undefined")],
  },
  {
    rule: "R15-file",
    what: "a file that had no room for the whole book proves that nothing is missing",
    seed: 19,
    edits: [
      edit(
        "renderer/sync/bundles.ts",
        "if (at >= Math.max(answer.hello.head.seq, tools.mind.bookSeq)) await proveIfEven",
        "await proveIfEven",
      ),
    ],
  },
  {
    rule: "I26-part",
    what: "an answer is refused that had no room for the whole book",
    seed: 19,
    edits: [
      edit(
        "renderer/sync/bundles.ts",
        "const end = lastSeq(pages.value, answer.hello);",
        "const end = answer.hello.head.seq;",
      ),
      edit("renderer/sync/bundles.ts", ", lastSeq, pagesOf }", ", pagesOf }"),
    ],
  },
];
