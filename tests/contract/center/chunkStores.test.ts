import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ChunkStore, isStoreBusy, type Stored } from "../../../center/blobs/chunkStore.ts";
import { diskStore } from "../../../center/blobs/diskStore.ts";
import { s3Store } from "../../../center/blobs/s3Store.ts";
import { readConfig } from "../../../center/config.ts";
import { type Running, runCenter } from "../../../center/startCenter.ts";
import { CHUNK_BYTES } from "../../../shared/api/blobApi.ts";
import { aPdf } from "../../builders/scans.ts";
import { aFoundedDesk } from "./aBureau.ts";
import { aFolder } from "./aCenter.ts";
import { putsOf, sha256 } from "./aDesk.ts";
import { fetchWhole, get, handOver, name, open, piecesOf, put } from "./attachments.ts";
import { anS3, type StandIn, type Trick } from "./s3StandIn.ts";

const [SECRET, BUREAU, OTHER] = ["invented/secret+key", "bureau-000000000001", "bureau-000000000002"];
const ACCOUNT = { region: "cn-north-1", accessKey: "INVENTED", secret: SECRET };
const QUICK = { tryMs: 500, pausesMs: [10, 10] };
const folder = aFolder();
let s3: StandIn;
const stores: Record<"disk" | "S3", ChunkStore> = {} as never;
const chunkName = (of: string): string => sha256(of);
const all = async (store: ChunkStore, bureau = BUREAU): Promise<readonly Stored[]> => {
  const found: Stored[] = [];
  for await (const each of store.list(bureau)) found.push(each);
  return found.toSorted((one, other) => one.name.localeCompare(other.name));
};

beforeAll(async () => {
  s3 = await anS3(SECRET);
  stores.disk = diskStore(folder.path);
  stores.S3 = s3Store({ ...ACCOUNT, url: s3.url }, QUICK);
});
afterAll(async () => {
  await s3?.end();
  folder.remove();
});

describe.each(["disk", "S3"] as const)("a store for chunks on %s (sync design §3.13)", (kind) => {
  it("what was put is there, byte for byte, also a whole chunk, and under its bureau alone", async () => {
    const store = stores[kind];
    for (const bytes of [Buffer.of(1), randomBytes(CHUNK_BYTES + 28)]) {
      const at = chunkName(String(bytes.length));
      expect([await store.has(BUREAU, at), await store.get(BUREAU, at)]).toEqual([false, undefined]);
      await store.put(BUREAU, at, bytes);
      expect(await store.has(BUREAU, at)).toBe(true);
      expect((await store.get(BUREAU, at))?.equals(bytes)).toBe(true);
      expect([await store.has(OTHER, at), await store.get(OTHER, at)]).toEqual([false, undefined]);
    }
  });

  it("put again it is one, with the later bytes; ten at once are ten", async () => {
    const store = stores[kind];
    const at = chunkName("twice");
    for (const text of ["one", "another"]) await store.put(BUREAU, at, Buffer.from(text));
    expect((await store.get(BUREAU, at))?.toString()).toBe("another");
    const names = Array.from({ length: 10 }, (_, index) => chunkName(`ten ${index}`)).toSorted();
    await Promise.all(names.map((each) => store.put(OTHER, each, Buffer.from(each))));
    expect((await all(store, OTHER)).map((each) => each.name)).toEqual(names);
  });

  it("lists every chunk of a bureau with when it was written, and none of another", async () => {
    const store = stores[kind];
    expect(await all(store, "bureau-of-nobody")).toEqual([]);
    const found = await all(store);
    expect(found.map((each) => each.name)).toEqual(
      ["1", String(CHUNK_BYTES + 28), "twice"].map(chunkName).toSorted(),
    );
    for (const { writtenAt } of found) expect(Math.abs(Date.now() - writtenAt)).toBeLessThan(120_000);
  });

  it("takes one away, and is not disturbed when there is none", async () => {
    const store = stores[kind];
    const at = chunkName("twice");
    for (const _ of [1, 2]) await store.remove(BUREAU, at);
    expect(await store.has(BUREAU, at)).toBe(false);
    expect(await all(store)).toHaveLength(2);
    await store.dropDrafts(BUREAU, Date.now());
    expect(await all(store)).toHaveLength(2);
  });

  it("F72: what is no name of a bureau or a chunk never reaches the store", async () => {
    const store = stores[kind];
    for (const [bureau, at] of [
      ["../../etc", chunkName("x")],
      [BUREAU, "../center-key.pem"],
      [BUREAU, `${"0".repeat(62)}/0`],
    ] as const)
      await expect((async () => store.put(bureau, at, Buffer.of(1)))()).rejects.toThrow("no name of a chunk");
    await expect(all(store, "../..")).rejects.toThrow("no name of a bureau");
  });
});

describe("F34, F67: an S3 store that misbehaves", () => {
  const at = chunkName("tricks");
  const bytes = Buffer.from("a chunk that is long enough to be cut in the middle");
  const store = (): ChunkStore => stores.S3;
  beforeEach(async () => {
    s3.tricks.length = 0;
    await store().put(BUREAU, at, bytes);
    s3.asked.length = 0;
  });

  it.each(["fail", "busy", "hang"] as const)(
    "%s once or twice: it is asked again and everything is done",
    async (trick) => {
      s3.tricks.push(trick, trick);
      await store().put(BUREAU, at, bytes);
      s3.tricks.push(trick);
      expect((await store().get(BUREAU, at))?.equals(bytes)).toBe(true);
      expect(s3.asked).toHaveLength(5);
    },
  );

  it("an answer that is cut short is never taken for a chunk", async () => {
    s3.tricks.push("truncate");
    expect((await store().get(BUREAU, at))?.equals(bytes)).toBe(true);
    s3.tricks.push("truncate", "truncate", "truncate");
    await expect(store().get(BUREAU, at)).rejects.toSatisfy(isStoreBusy);
  });

  it.each(["fail", "busy", "hang"] as const)(
    '%s for good: it is busy, which desks are told, and never "there is none"',
    async (trick) => {
      const forever = (): void => void s3.tricks.push(trick, trick, trick);
      for (const ask of [
        () => store().get(BUREAU, at),
        () => store().has(BUREAU, at),
        () => store().put(BUREAU, at, bytes),
        () => store().remove(BUREAU, at),
        () => all(store()),
      ]) {
        forever();
        await expect(ask()).rejects.toSatisfy(isStoreBusy);
      }
    },
  );

  it("another ETag alone is no damage; other bytes are", async () => {
    s3.tricks.push("wrongEtag");
    await store().put(BUREAU, at, bytes);
    s3.tricks.push("spoil");
    await expect(store().put(BUREAU, at, bytes)).rejects.toThrow("keeps other bytes");
  });

  it.each(["deny", "noBucket"] as const)(
    "%s: nothing is known of the chunk; no message holds a key or a signature",
    async (trick: Trick) => {
      for (const ask of [
        () => store().get(BUREAU, at),
        () => store().has(BUREAU, at),
        () => store().put(BUREAU, at, bytes),
      ]) {
        s3.tricks.push(trick);
        const said = await ask().then(
          () => "answered",
          (error: Error) => `${error.message} ${error.stack}`,
        );
        expect(said).toMatch(/the store for attachments refuses to (read|store): 40[34]/u);
        for (const secret of [SECRET, "Signature=", "INVENTED"]) expect(said).not.toContain(secret);
      }
    },
  );

  it("another secret is refused by the store", async () => {
    const stranger = s3Store({ ...ACCOUNT, secret: "another", url: s3.url }, QUICK);
    await expect(stranger.get(BUREAU, at)).rejects.toThrow("403 SignatureDoesNotMatch");
  });
});

describe("a center whose attachments lie in S3", () => {
  const home = aFolder();
  let center: Running;
  beforeAll(async () => {
    const secret = join(home.path, "s3-secret");
    writeFileSync(secret, `${SECRET}\n`, { mode: 0o600 });
    const env = {
      LAD_LOG: "silent",
      LAD_S3_URL: s3.url,
      LAD_S3_ACCESS_KEY: "INVENTED",
      LAD_S3_SECRET_FILE: secret,
    };
    center = await runCenter(readConfig(["--data", home.path, "--port", "0"], env), { now: Date.now });
  });
  afterAll(async () => {
    await center?.stop();
    home.remove();
  });

  it("R23: takes and hands out as from disk, sealed; while the store is away chunks are put off and ops go on", async () => {
    s3.tricks.length = 0;
    s3.objects.clear();
    const desk = await aFoundedDesk(center);
    const content = aPdf("CANARY-4712", CHUNK_BYTES);
    await name(desk, content);
    const { name: blob } = await open(desk, content);
    s3.tricks.push("busy", "busy", "busy");
    expect((await put(desk, `${blob}/0`, piecesOf(content)[0] ?? Buffer.alloc(0))).status).toBe(429);
    const { results } = await desk.push([desk.op(putsOf("aidFile", "file-0009", { caseFacts: "乙" }))]);
    expect(results[0]?.verdict).toBe("ok");
    expect(await handOver(desk, content)).toBe(blob);
    s3.tricks.push("busy", "busy", "busy");
    expect((await get(desk, `${blob}/0`)).status).toBe(503);
    expect(sha256(await fetchWhole(desk, blob))).toBe(sha256(content));
    expect(s3.objects.size).toBe(2);
    for (const [key, { bytes }] of s3.objects) {
      expect(key.startsWith(`${desk.bureau}/`)).toBe(true);
      expect(bytes.includes(Buffer.from("CANARY-4712"))).toBe(false);
    }
  });
});
