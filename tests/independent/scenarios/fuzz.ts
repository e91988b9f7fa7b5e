import { deepEqual, equal, ok } from "node:assert/strict";
import type { Clerk, Office, Scenario } from "../office.ts";

/* After PouchDB's fuzzing: a seed draws writes, removals, syncs and bad luck; at the end everybody must agree. */

const SEEDS = 12;
const MOVES = 90;
const FILES = ["file-f001", "file-f002", "ask-f003"] as const;
const VALUES = ["甲", "乙", "丙", null] as const;

type Move = (office: Office, clerk: Clerk, id: string) => Promise<unknown>;
const isAsk = (id: string): boolean => id.startsWith("ask");

// biome-ignore format: a table is read by columns
const WHAT: readonly (readonly [number, Move])[] = [
  [6, (_, clerk, id) => (isAsk(id) ? clerk.ask(id) : clerk.put(id, { personName: "某人" }))],
  [30, ({ pick }, clerk, id) => clerk.edit(id, { [isAsk(id) ? "gist" : pick(["caseFacts", "request", "proxyName"])]: pick(VALUES) })],
  [8, ({ pick }, clerk, id) => (isAsk(id) ? clerk.step(id, "convert", { fileId: pick(["file-f001", "file-f002"]) }) : clerk.addRow(id, pick(["申请表", "身份证"])))],
  [5, ({ pick }, clerk, id) => (isAsk(id) ? clerk.step(id, "close") : clerk.dropRow(id, pick(["申请表", "身份证"])))],
  [12, async ({ pick }, clerk, id) => {
    const open = await clerk.disputes(id);
    return open.length > 0 && clerk.resolve(id, pick(open), pick([0, 1]));
  }],
  [30, ({ pick }, clerk) => clerk.sync(pick([1, 2, 4, 20]))],
  [3, async ({ off, pick }, clerk) => off(clerk, pick(["page", "all", "power"]))],
  [1, async ({ wipe }, clerk) => wipe(clerk)],
  [2, async ({ badLine, pick }) => badLine(pick([0, 0, 20, 50]))],
  [1, async ({ restartCenter }) => restartCenter()],
  [2, ({ late }) => late()],
];
const DRAWS = WHAT.flatMap(([weight, move]) => Array<Move>(weight).fill(move));

const fuzz = (seed: number): Scenario => ({
  title: `random days, seed ${seed}: writes, removals, steps, resolutions and syncs over a bad line end in one state everywhere`,
  play: async (office) => {
    let saved = 0;
    for (let move = 0; move < MOVES; move += 1) {
      const done = await office.pick(DRAWS)(office, office.pick(office.clerks), office.pick(FILES));
      if (done === "saved") saved += 1;
    }
    deepEqual(await office.settle(), []);
    const hash = await office.bookHash();
    for (const clerk of office.clerks) equal(await clerk.hash(), hash);
    for (const id of FILES) {
      const [ann, ...others] = office.clerks;
      for (const other of others)
        deepEqual(
          [await other.shown(id), await other.disputes(id)],
          [await ann.shown(id), await ann.disputes(id)],
        );
    }
    ok(saved > 15, `only ${saved} of ${MOVES} moves wrote anything`);
  },
});

export const FUZZ: readonly Scenario[] = Array.from({ length: SEEDS }, (_, at) => fuzz(at + 1));
