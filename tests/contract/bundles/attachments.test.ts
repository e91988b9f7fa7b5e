import { existsSync, readdirSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Taken } from "../../../center/bundles/takeBundle.ts";
import { type Running, startCenter } from "../../../center/startCenter.ts";
import { CHUNK_BYTES } from "../../../shared/api/blobApi.ts";
import type { DownManifest } from "../../../shared/api/bundleApi.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import { aPdf } from "../../builders/scans.ts";
import { aFoundedDesk, aFurtherDesk } from "../center/aBureau.ts";
import { aDataFolder } from "../center/aCenter.ts";
import { aDesk, sha256, type TestDesk } from "../center/aDesk.ts";
import { fetchWhole, handOver, piecesOf, statesOf } from "../center/attachments.ts";
import { carriedUp, carriedWith, enclosing, naming, openedDown } from "./carried.ts";

const folder = aDataFolder();
let center: Running;
let key = "";
let desk: TestDesk;
beforeAll(async () => {
  process.env.LAD_LOG ??= "silent";
  center = await startCenter({ dataDir: folder.path, port: 0 });
  const probe = aDesk(center.url, "bureau-probe-0001");
  key = ((await probe.enrol(await center.issueCode())).body as { centerKey: string }).centerKey;
  desk = await aFoundedDesk(center);
});
afterAll(async () => {
  await center?.stop();
  folder.remove();
});

const answered = (taken: Result<Taken>) => {
  if (!taken.ok || taken.value.is !== "answered") throw new Error(JSON.stringify(taken));
  return taken.value;
};
const codeOf = (taken: Result<Taken>): string => (taken.ok ? taken.value.is : taken.refusal.code);
/** Hands a file in; what came of it, and the answer as the desk opens it. */
const hands = async (of: TestDesk, file: Uint8Array) => {
  const taken = answered(await center.importBundle(file));
  return { taken, ...(await openedDown(of, taken.answer)) };
};
const heldOf = ({ states }: DownManifest): readonly string[] => (states?.held ?? []).map(({ id }) => id);
const chunkFiles = (bureau: string): number => {
  try {
    return readdirSync(join(folder.path, "blobs", bureau), { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    ).length;
  } catch (cause) {
    if ((cause as { readonly code?: string }).code === "ENOENT") return 0;
    throw cause;
  }
};

describe("attachments in bundles at the center (docs/protocol.md §10, sync design §3.13)", () => {
  it("I30, R23: behind the ops that name them they are taken, verified as a whole, and the answer says so", async () => {
    const content = aPdf("by stick", 2 * CHUNK_BYTES);
    const file = await carriedWith(desk, key, { ops: [naming(desk, content)], files: [{ content }] });
    const { taken, manifest, chunks } = await hands(desk, file);
    expect(taken).toMatchObject({ newCount: 1, scanCount: 1, awaitedCount: 0 });
    expect(manifest).toMatchObject({ v: 2, blobs: [], hello: { bundle: 2 } });
    expect(manifest.states).toEqual({
      held: [{ id: sha256(content), isStable: false }],
      wanted: [],
      unnamed: [],
    });
    expect(chunks).toEqual([]);
    const [held] = (await statesOf(desk, [content])).held;
    expect((await fetchWhole(desk, held?.name ?? "")).equals(content)).toBe(true);
  });

  it("F49, F50: over several files in any order, one of them twice and an older one after a newer: stored once", async () => {
    const content = aPdf("long", 3 * CHUNK_BYTES);
    const before = chunkFiles(desk.bureau);
    const op = naming(desk, content);
    const of = (has: readonly number[], ops = [op]) =>
      carriedWith(desk, key, { ops, files: [{ content, has }] });
    const [middle, start, end] = [await of([1, 2]), await of([0]), await of([3], [])];
    const first = await hands(desk, middle);
    expect(first.taken).toMatchObject({ scanCount: 0, awaitedCount: 1 });
    expect(first.manifest.states?.wanted).toEqual([{ id: sha256(content), missing: [0, 3] }]);
    expect((await hands(desk, end)).manifest.states?.wanted).toEqual([{ id: sha256(content), missing: [0] }]);
    expect((await hands(desk, start)).taken).toMatchObject({ newCount: 0, scanCount: 1 });
    for (const again of [middle, start, end]) {
      const { taken, manifest } = await hands(desk, again);
      expect([taken.newCount, taken.scanCount, heldOf(manifest)]).toEqual([0, 0, [sha256(content)]]);
    }
    expect(chunkFiles(desk.bureau)).toBe(before + piecesOf(content).length);
  });

  it("F50: a file that waits for ops keeps its attachments until they are there", async () => {
    const content = aPdf("parked", 100);
    const earlier = naming(desk, aPdf("earlier", 10));
    const later = await carriedWith(desk, key, { ops: [naming(desk, content)], files: [{ content }] });
    expect(codeOf(await center.importBundle(later))).toBe("parked");
    expect((await statesOf(desk, [content])).held).toEqual([]);
    await hands(desk, await carriedUp(desk, key, [[earlier]]));
    expect((await statesOf(desk, [content])).held).toHaveLength(1);
  });

  it("F67: a chunk that is not what the list says holds nothing else up, and is asked for again", async () => {
    const [bad, good] = [aPdf("bad", CHUNK_BYTES), aPdf("good", 10)];
    const ops = [naming(desk, bad), naming(desk, good)];
    const { blobs, chunks } = enclosing({ content: bad }, { content: good });
    const spoiled = chunks.map((chunk, at) => (at === 0 ? Buffer.alloc(chunk.length, 7) : chunk));
    const { taken, manifest } = await hands(
      desk,
      await carriedUp(desk, key, [ops], { v: 2, blobs }, spoiled),
    );
    expect(taken).toMatchObject({ newCount: 2, scanCount: 1, awaitedCount: 1 });
    expect(manifest.states?.wanted).toEqual([{ id: sha256(bad), missing: [0] }]);
    expect(heldOf(manifest)).toEqual([sha256(good)]);
    const healed = await hands(desk, await carriedWith(desk, key, { files: [{ content: bad, has: [0] }] }));
    expect(heldOf(healed.manifest)).toEqual([sha256(bad)]);
  });

  it("I30: a description whose chunks do not add up to the id is never held", async () => {
    const [content, other] = [aPdf("A", CHUNK_BYTES), aPdf("B", CHUNK_BYTES)];
    const { blobs, chunks } = enclosing({ content: other });
    const lie = blobs.map((each) => ({ ...each, id: sha256(content) }));
    const ops = [naming(desk, content)];
    const { taken } = await hands(desk, await carriedUp(desk, key, [ops], { v: 2, blobs: lie }, chunks));
    expect(taken).toMatchObject({ newCount: 1, scanCount: 0, awaitedCount: 1 });
    const right = await hands(desk, await carriedWith(desk, key, { files: [{ content }] }));
    expect(heldOf(right.manifest)).toEqual([sha256(content)]);
  });

  it("I19, F52: what no op of the bureau names is stored nowhere, and another bureau's is answered the same", async () => {
    const other = await aFoundedDesk(center);
    const [theirs, nobodys] = [aPdf("theirs", 100), aPdf("nobody's", 100)];
    await other.push([naming(other, theirs)]);
    await handOver(other, theirs);
    const before = chunkFiles(desk.bureau);
    const ids = [theirs, nobodys].map(sha256);
    const file = await carriedWith(desk, key, {
      files: [{ content: theirs }, { content: nobodys }],
      asks: ids,
      wanted: ids.map((id) => ({ id })),
    });
    const { manifest, chunks } = await hands(desk, file);
    expect(manifest.states).toEqual({ held: [], wanted: [], unnamed: ids });
    expect([manifest.blobs, chunks]).toEqual([[], []]);
    expect(chunkFiles(desk.bureau)).toBe(before);
  });

  it("down: what another desk added travels to the desk that wants it, only the chunks it lacks, in its order", async () => {
    const mate = await aFurtherDesk(center, desk.bureau, "二号工位");
    const [long, short] = [aPdf("long", 2 * CHUNK_BYTES), aPdf("short", 10)];
    await desk.push([naming(desk, long), naming(desk, short)]);
    for (const each of [long, short]) await handOver(desk, each);
    const absent = aPdf("not yet at the center", 10);
    await desk.push([naming(desk, absent)]);
    const wanted = [{ id: sha256(short) }, { id: sha256(absent) }, { id: sha256(long), missing: [0, 2] }];
    const { manifest, chunks } = await hands(mate, await carriedWith(mate, key, { wanted }));
    expect(manifest.blobs).toEqual(enclosing({ content: short }, { content: long, has: [0, 2] }).blobs);
    const came = [...piecesOf(short), piecesOf(long)[0], piecesOf(long)[2]];
    expect(chunks.map((chunk) => sha256(chunk))).toEqual(came.map((chunk) => sha256(chunk ?? "")));
    expect(manifest.states?.wanted).toEqual([{ id: sha256(absent) }]);
  });

  it("F51: a list that does not fit its chunks, or stands in a file of the first version, refuses the whole", async () => {
    const content = aPdf("form", CHUNK_BYTES);
    const { blobs, chunks } = enclosing({ content });
    const [entry] = blobs;
    if (entry === undefined) throw new Error("nothing is enclosed");
    const head = desk.head();
    const ops = [naming(desk, content)];
    const bad = {
      "too few chunks": [{ v: 2, blobs }, chunks.slice(1)],
      "too many": [{ v: 2, blobs }, [...chunks, ...chunks]],
      "chunks without a list": [{ v: 2 }, chunks],
      "an index twice": [{ v: 2, blobs: [{ ...entry, has: [0, 0] }] }, chunks],
      "an index beyond the end": [{ v: 2, blobs: [{ ...entry, has: [0, 2] }] }, chunks],
      "one attachment twice": [{ v: 2, blobs: [entry, entry] }, [...chunks, ...chunks]],
      "the first version": [{ v: 1, blobs }, chunks],
      "a later version": [{ v: 3, blobs }, chunks],
    } as const;
    for (const [name, [over, carried]] of Object.entries(bad)) {
      const file = await carriedUp(desk, key, [ops], over as never, carried);
      expect([name, codeOf(await center.importBundle(file))]).toEqual([name, "bundle-damaged"]);
    }
    expect((await desk.hello()).feedHead.n).toBe(head.n);
    desk.rewind(head);
  });

  it("F56: a desk of the release before is answered as before; only the greeting says more, which it passes over", async () => {
    const { manifest, chunks } = await hands(
      desk,
      await carriedUp(desk, key, [[naming(desk, aPdf("old", 10))]]),
    );
    const known = ["answers", "bundleId", "bureau", "counter", "createdAt", "desk", "from", "hello"];
    expect(Object.keys(manifest).sort()).toEqual([...known, "kind", "pushes", "suite", "to", "v"]);
    expect([manifest.v, manifest.hello.bundle, chunks]).toEqual([1, 2, []]);
  });

  it("a revoked desk's attachments are not taken and nothing is given to it", async () => {
    const gone = await aFurtherDesk(center, desk.bureau, "停用工位");
    const content = aPdf("late", 10);
    await desk.push([naming(desk, content)]);
    await center.revoke(desk.bureau, gone.feed);
    const file = await carriedWith(gone, key, { files: [{ content }], wanted: [{ id: sha256(content) }] });
    expect(codeOf(await center.importBundle(file))).toBe("device-revoked");
    expect((await statesOf(desk, [content])).wanted).toEqual([sha256(content)]);
  });

  it("of a desk's answers the last two stay on the shelf, and numbers are granted once all the same", async () => {
    const one = await aFoundedDesk(center);
    const numbers = [{ series: "兰援", year: 2026, count: 5 }];
    const first = await carriedUp(one, key, [], { numbers });
    for (const file of [first, await carriedUp(one, key, []), await carriedUp(one, key, []), first])
      await hands(one, file);
    const { epoch, head } = await one.hello();
    const grants = (await one.pull(0, epoch, head.seq)).ops.filter(({ payload }) =>
      payload.includes('"t":"grant"'),
    );
    expect(grants).toHaveLength(1);
  });

  it("F44: the answer to the file at hand stays, though earlier ones are of a clock that was ahead", async () => {
    const one = await aFoundedDesk(center);
    const answers = join(folder.path, "bundles", "answers");
    for (let at = 0; at < 2; at += 1) await hands(one, await carriedUp(one, key, []));
    const ahead = Date.now() / 1000 + 20 * 365 * 86_400;
    for (const name of readdirSync(answers)) utimesSync(join(answers, name), ahead, ahead);
    const taken = await center.importBundle(await carriedUp(one, key, []));
    if (!taken.ok) throw new Error(taken.refusal.code);
    const own = readdirSync(answers)
      .filter((name) => name.endsWith(".json"))
      .filter((name) => readFileSync(join(answers, name), "utf8").includes(one.feed))
      .map((name) => name.replace(/\.json$/u, ""))
      .filter((name) => existsSync(join(answers, name)));
    expect(own).toContain(`${taken.value.bundleId}.ladb`);
    expect(own).toHaveLength(2);
  });
});
