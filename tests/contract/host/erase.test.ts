import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aPdf } from "../../builders/scans.ts";
import { readJournalFiles } from "./journalFiles.ts";
import { answered, codeOf, newFolder, openMachine, removeFolder, setUp, signIn, wish } from "./machines.ts";

const sizes = { reserveBytes: 64 * 1024, segmentBytes: 8 * 1024 };
/** Three machines are opened, each with a password. */
const LONG_MS = 180_000;
let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => removeFolder(folder));

type Machine = Awaited<ReturnType<typeof openMachine>>;
const readAll = async ({ host }: Machine) =>
  answered(await host["journal.read"]({ after: 0, limit: 1000 })).ops;

/** A desk with twenty ops in several segments, and a note between them. */
const aDesk = async () => {
  const machine = await openMachine(folder, { sizes });
  await setUp(machine.host);
  for (let at = 0; at < 20; at += 1) {
    answered(await machine.host["journal.commit"](wish(`木增 ${at} ${"字".repeat(100)}`)));
    if (at === 9) answered(await machine.host["journal.note"]({ kind: "audit", body: "between" }));
  }
  return { machine, ops: await readAll(machine) };
};

describe("destruction by law on a desk (I39)", () => {
  it("F79, I39: the named payloads are gone from every segment; each other record, the chain and what follows stay", async () => {
    const { machine, ops } = await aDesk();
    const before = readJournalFiles(folder);
    expect(before.length).toBeGreaterThan(2);
    const named = [ops[0], ops[7], ops[19]].map((op) => op?.h ?? "");
    const call = { ops: [...named, "a".repeat(64)], blobs: [] };
    expect(answered(await machine.host["journal.erase"](call))).toEqual({ ops: 3 });
    expect(answered(await machine.host["journal.erase"](call))).toEqual({ ops: 0 });
    const after = await readAll(machine);
    expect(after).toEqual(ops.map((op) => (named.includes(op.h) ? { ...op, payload: "" } : op)));
    expect(readJournalFiles(folder).map(({ bytes }) => bytes.length)).toEqual(
      before.map(({ bytes }) => bytes.length),
    );
    answered(await machine.host["journal.commit"](wish("behind it")));
    await machine.close();
    const again = await openMachine(folder, { sizes });
    answered(await signIn(again.host));
    expect((await readAll(again)).slice(0, 20)).toEqual(after);
    expect(answered(await again.host["app.info"]({})).readOnly).toBe("no");
    const { notes } = answered(await again.host["journal.notes"]({ kind: "audit", limit: 10 }));
    expect(notes.map(({ body }) => body)).toEqual(["between"]);
    await again.close();
  });

  it(
    "F79, I39: whatever a kill leaves beside the segments, half a draft, a whole one or none, the journal is whole",
    async () => {
      const { machine, ops } = await aDesk();
      const named = ops.slice(0, 4).map(({ h }) => h);
      const old = readJournalFiles(folder);
      answered(await machine.host["journal.erase"]({ ops: named, blobs: [] }));
      await machine.close();
      const next = readJournalFiles(folder);
      const changed = next.findIndex(({ bytes }, at) => !bytes.equals(old[at]?.bytes ?? Buffer.alloc(0)));
      const [was, is] = [old[changed], next[changed]];
      if (was === undefined || is === undefined) throw new Error("no segment was changed");
      const draft = `${is.path}.0123456789ab.new`;
      const left: readonly (readonly [string, () => void, boolean])[] = [
        [
          "half a draft",
          () => [writeFileSync(is.path, was.bytes), writeFileSync(draft, is.bytes.subarray(0, 999))],
          false,
        ],
        ["a whole draft", () => [writeFileSync(is.path, was.bytes), writeFileSync(draft, is.bytes)], false],
        ["renamed", () => writeFileSync(is.path, is.bytes), true],
      ];
      for (const [where, lay, isDone] of left) {
        lay();
        const one = await openMachine(folder, { sizes });
        answered(await signIn(one.host));
        const read = await readAll(one);
        expect([where, read.map(({ h }) => h)]).toEqual([where, ops.map(({ h }) => h)]);
        expect([where, read[0]?.payload === ""]).toEqual([where, isDone]);
        expect(readdirSync(join(folder, "journal")).filter((name) => name.endsWith(".new"))).toEqual([]);
        answered(await one.host["journal.erase"]({ ops: named, blobs: [] }));
        expect((await readAll(one)).slice(0, 4).every(({ payload }) => payload === "")).toBe(true);
        await one.close();
      }
    },
    LONG_MS,
  );

  it("F79: letters and scans named go off the disk, others stay; nothing is done for whoever is not signed in", async () => {
    const machine = await openMachine(folder, { sizes });
    await setUp(machine.host);
    const keep = async (text: string) => {
      const data = aPdf(text, 10_000).toString("base64");
      const { id } = answered(await machine.host["blob.put"]({ data }));
      return answered(await machine.host["scan.keep"]({ chunks: [id] }));
    };
    const [gone, stays] = [await keep("goes"), await keep("stays")];
    const letter = answered(
      await machine.host["blob.put"]({ data: Buffer.from("%PDF-letter").toString("base64") }),
    );
    answered(await machine.host["journal.erase"]({ ops: [], blobs: [gone.id, letter.id] }));
    const ids = [gone.id, stays.id];
    expect(answered(await machine.host["scan.list"]({ ids })).scans).toEqual([stays]);
    expect(
      answered(await machine.host["blob.missing"]({ ids: [...gone.chunks, ...stays.chunks, letter.id] })).ids,
    ).toEqual([...gone.chunks, letter.id]);
    answered(await machine.host["user.lock"]({}));
    expect(codeOf(await machine.host["journal.erase"]({ ops: [], blobs: [stays.id] }))).toBe("signed-out");
    await machine.close();
  });

  it("I1, I39: what is saved while segments are replaced is saved", async () => {
    const { machine, ops } = await aDesk();
    const erasing = machine.host["journal.erase"]({ ops: ops.map(({ h }) => h), blobs: [] });
    const saving = Promise.all(
      Array.from({ length: 30 }, (_, at) => machine.host["journal.commit"](wish(`meanwhile ${at}`))),
    );
    expect(answered(await erasing)).toEqual({ ops: 20 });
    const saved = (await saving).map((one) => answered(one).op.h);
    const read = await readAll(machine);
    expect(read.slice(20).map(({ h }) => h)).toEqual(saved);
    expect(read.slice(0, 20).every(({ payload }) => payload === "")).toBe(true);
    await machine.close();
  });
});
