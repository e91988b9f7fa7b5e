import type { Break } from "./breaks.ts";

/** What it means that a person keeps a branch outside the book, broken. */
export const KEPT_BREAKS: readonly Break[] = [
  {
    rule: "KEPT",
    what: "what a person keeps outside the book is booked all the same",
    seed: 3,
    edits: [
      {
        file: "center/desks/holds.ts",
        find: '  if (decision === "released")\n',
        replace: "  if (rows.length > 0)\n",
      },
    ],
  },
  {
    rule: "KEPT-growth",
    what: "what continues a branch that is kept outside is booked",
    seed: 3,
    edits: [
      {
        file: "center/book/place.ts",
        find: 'feed.held.has(header.prev)) return "hold";',
        replace: 'feed.held.has(header.prev)) return feed.state === "open" ? "append" : "hold";',
      },
    ],
  },
  {
    rule: "KEPT-parent",
    what: "what grew on a branch that is kept outside is released without the branch",
    seed: 38,
    edits: [
      {
        file: "center/desks/holds.ts",
        find: 'decision === "released" ? withParents(undecided, outside) : undecided',
        replace: "undecided",
      },
    ],
  },
];
