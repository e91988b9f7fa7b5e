import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { must } from "../../../build/demo/headlessDesk.ts";
import { DEMO_PASSWORD } from "../../../build/demo/staff.ts";
import { yearJournal } from "../../../build/year/yearJournal.ts";
import { createHost, type Machine } from "../../../host/machine.ts";
import { applyOp, recordsOf, stateText } from "../../../shared/ops/fold.ts";
import { type Header, type Mut, type Op, PENDING } from "../../../shared/ops/op.ts";
import { emptyState, type RecordState } from "../../../shared/ops/state.ts";

const PLAN = { cases: 60, consultations: 300, seed: 1 };
const noPrinter = {
  pdf: () => Promise.reject(new Error("nothing is printed")),
  close: async () => undefined,
};
/** Fourteen passwords are made slow on purpose. */
const SLOW_MS = 240_000;

/** Everything that a new write replaces is named by hash, and hashes differ with every desk. */
const withoutHashes = (payload: string): string => payload.replaceAll(/"[0-9a-f]{64}(:\d+)?"/g, '"#"');

const opsOf = async ({ host }: Machine): Promise<readonly Op[]> => {
  const ops: Op[] = [];
  for (;;) {
    const read = must(await host["journal.read"]({ after: ops.length, limit: 500 }), "the journal");
    ops.push(...read.ops);
    if (ops.length >= read.headN || read.ops.length === 0) return ops;
  }
};

const folded = (ops: readonly Op[]): ReadonlyMap<string, RecordState> => {
  const states = new Map<string, RecordState>();
  for (const { h, header: text, payload } of ops) {
    const header = JSON.parse(text) as Header;
    const { muts } = JSON.parse(payload) as { readonly muts: readonly Mut[] };
    for (const [t, id] of recordsOf(muts)) {
      const before = states.get(`${t}/${id}`) ?? emptyState(t, id);
      states.set(`${t}/${id}`, applyOp(before, { h, seq: PENDING + header.n, header, muts }));
    }
  }
  return states;
};

describe("the journal of an invented year", () => {
  const folders = [
    mkdtempSync(join(tmpdir(), "lad-year-")),
    mkdtempSync(join(tmpdir(), "lad-year-")),
  ] as const;
  let machine: Machine;
  let ops: readonly Op[] = [];
  let lived: readonly RecordState[] = [];
  let other: readonly Op[] = [];

  const open = async (folder: string): Promise<Machine> => {
    const opened = must(
      await createHost({ folder, version: "0.1.0", shell: "browser", printer: noPrinter, minFreeBytes: 0 }),
      "host",
    );
    must(await opened.host["user.signIn"]({ login: "zhou", password: DEMO_PASSWORD }), "sign-in");
    return opened;
  };

  beforeAll(async () => {
    for (const folder of folders) {
      const year = await yearJournal(PLAN, { folder, version: "0.1.0" });
      if (folder === folders[0]) lived = year.desk.states();
    }
    const second = await open(folders[1]);
    other = await opsOf(second);
    await second.close();
    machine = await open(folders[0]);
    ops = await opsOf(machine);
  }, SLOW_MS);

  afterAll(async () => {
    await machine.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it("opens undamaged in a real host, for everybody on the staff", async () => {
    const info = must(await machine.host["app.info"]({}), "info");
    expect(info).toMatchObject({ isSetUp: true, readOnly: "no", deskName: "甲县一号工位" });
    expect(info.lastLogins).toHaveLength(14);
  });

  it("folds to exactly the records that were lived through", () => {
    const states = folded(ops);
    expect(states.size).toBe(lived.length);
    const differing = lived.filter((state) => {
      const found = states.get(`${state.t}/${state.id}`);
      return found === undefined || stateText(found) !== stateText(state);
    });
    expect(differing.map(({ t, id }) => `${t}/${id}`)).toEqual([]);
  });

  it("was written by the people who acted, at the moment they did", () => {
    const headers = ops.map(({ header }) => JSON.parse(header) as Header);
    const staff = new Set(lived.filter(({ t }) => t === "staff").map(({ id }) => id));
    expect(headers.filter(({ actor }) => !staff.has(actor))).toEqual([]);
    expect(new Set(headers.map(({ actor }) => actor)).size).toBeGreaterThan(10);
    const walls = headers.map(({ wall }) => wall);
    expect(walls).toEqual(walls.toSorted());
    expect(walls.at(0)?.slice(0, 10)).toBe("2025-11-23");
  });

  it("has the same payloads for the same seed", () => {
    expect(other.map(({ payload }) => withoutHashes(payload))).toEqual(
      ops.map(({ payload }) => withoutHashes(payload)),
    );
  });

  it("takes the next op of a clerk behind the year's last", async () => {
    const payload = JSON.stringify({ muts: [] });
    const seen = { epoch: "", seq: 0, head: "" };
    const saved = must(
      await machine.host["journal.commit"]({ intent: "test", payload, schema: 1, minReader: 1, seen }),
      "commit",
    );
    expect(saved.n).toBe(ops.length + 1);
    expect((JSON.parse(saved.op.header) as Header).prev).toBe(ops.at(-1)?.h);
  });
});
