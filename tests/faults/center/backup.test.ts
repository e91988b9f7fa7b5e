import { cpSync, readdirSync, readFileSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { generateX25519Identity } from "age-encryption";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmbedded } from "../../../center/db/embedded.ts";
import type { Running } from "../../../center/startCenter.ts";
import { aFoundedDesk } from "../../contract/center/aBureau.ts";
import { aFolder } from "../../contract/center/aCenter.ts";
import { putsOf, type TestDesk } from "../../contract/center/aDesk.ts";
import { aFolderElsewhere, aSafe, backupsIn, newestIn, type Safe } from "./aSafe.ts";

const folders = [aFolder(), aFolder(), aFolderElsewhere(), aFolder()] as const;
const [home, one, two, spare] = folders.map(({ path }) => path) as [string, string, string, string];
let safe: Safe;
let center: Running;
let desk: TestDesk;
/** The first backup that knows the desk. */
let early = "";

const write = (text: string) => desk.push([desk.op(putsOf("aidFile", "file-0001", { caseFacts: text }))]);

/** Past the center, as somebody with the machine's password can. */
const inDatabase = async <T>(dataDir: string, work: (owner: pg.Client) => Promise<T>): Promise<T> => {
  const embedded = await startEmbedded(dataDir, () => undefined);
  const owner = new pg.Client({ connectionString: embedded.url });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
    if (embedded.isOwn) await embedded.stop();
  }
};
const editVerdicts = (from: string, to: string) =>
  inDatabase(home, (owner) =>
    owner.query("update op set verdict = $2 where bureau = $3 and verdict = $1", [from, to, desk.bureau]),
  );

beforeAll(async () => {
  safe = await aSafe();
  center = await safe.start(home, [one]);
  desk = await aFoundedDesk(center);
});
afterAll(async () => {
  await safe?.end();
  for (const { remove } of folders) remove();
});

describe("stable: what verified backups in two places cover", () => {
  it("one place is not enough; two are, and desks are told", async () => {
    await write("一\u2028二\u2029三");
    expect(await center.backUp()).toMatchObject([{ place: one, file: newestIn(one) }]);
    early = newestIn(one);
    expect((await desk.hello()).stable).toBe(0);
    await center.stop();
    center = await safe.start(home, [one, two]);
    await desk.moveTo(center.url);
    await center.backUp();
    const { head, stable } = await desk.hello();
    expect(stable).toBe(head.seq);
    await write("二");
    expect((await desk.hello()).stable).toBe(head.seq);
  });

  it("nothing of a file can be read without the key in the safe", () => {
    const bytes = readFileSync(newestIn(one));
    expect(bytes.subarray(0, 21).toString()).toBe("age-encryption.org/v1");
    expect(bytes.includes("caseFacts")).toBe(false);
  });

  it("a place that cannot be written is named, the other is written, and stable stays", async () => {
    const { stable } = await desk.hello();
    await center.stop();
    center = await safe.start(home, [join(newestIn(two), "below-a-file"), two]);
    await desk.moveTo(center.url);
    expect((await center.backUp()).map(({ file }) => file === "")).toEqual([true, false]);
    expect((await desk.hello()).stable).toBe(stable);
  });

  it("F77: a book that somebody edited is not backed up as sound", async () => {
    await center.stop();
    await editVerdicts("ok", "quarantined");
    center = await safe.start(home, [one]);
    const before = backupsIn(one);
    expect(await center.backUp()).toMatchObject([{ file: "" }]);
    expect(backupsIn(one)).toEqual(before);
    await center.stop();
    await editVerdicts("quarantined", "ok");
    center = await safe.start(home, [one, two]);
    await desk.moveTo(center.url);
  });
});

describe("F38, F40: restored from a file into an empty place", () => {
  it("refuses another key, a file cut short, and a folder that has a center, and leaves nothing", async () => {
    const cut = join(spare, "cut.ladc");
    cpSync(newestIn(one), cut);
    truncateSync(cut, 4000);
    const empty = aFolder();
    await expect(safe.restore(cut, empty.path)).rejects.toThrow();
    await expect(safe.restore(newestIn(one), empty.path, await generateX25519Identity())).rejects.toThrow();
    await expect(safe.restore(newestIn(one), home)).rejects.toThrow(/belongs to a center already/u);
    expect(readdirSync(empty.path)).not.toContain("center-key.pem");
    empty.remove();
  });

  it("I21: at stable: the same books under the same key, a new epoch, and nothing to declare", async () => {
    await center.stop();
    center = await safe.start(home, [one, two]);
    await desk.moveTo(center.url);
    await center.backUp();
    const { head, stable } = await desk.hello();
    expect(stable).toBe(head.seq);
    const bureau = desk.bureau;
    await center.stop();
    const fresh = aFolder();
    const restored = await safe.restore(newestIn(one), fresh.path);
    expect(restored.ends).toMatchObject([{ bureau, seq: head.seq, chain: head.chain }]);
    const next = await safe.start(fresh.path, []);
    await desk.moveTo(next.url);
    const cursor = { epoch: restored.ends[0]?.epoch ?? "", seq: head.seq, chain: head.chain };
    const reply = await desk.hello({ cursor });
    expect(reply).toMatchObject({ common: head.seq, recovering: true });
    expect(reply.epoch).not.toBe(cursor.epoch);
    const back = await desk.hello({ cursor: { ...cursor, epoch: reply.epoch } });
    expect(back).toMatchObject({ common: head.seq, recovering: false });
    expect((await desk.pull(0, reply.epoch)).ops.length).toBe(reply.head.seq);
    await next.stop();
    fresh.remove();
  });

  it("F40: below stable: the province is told by the desk, and keeps it in sight", async () => {
    center = await safe.start(home, [one, two]);
    await desk.moveTo(center.url);
    const { epoch, head, stable } = await desk.hello();
    expect(stable).toBeGreaterThan(3);
    await center.stop();
    const fresh = aFolder();
    const restored = await safe.restore(early, fresh.path);
    const at = restored.ends[0] ?? { seq: 0, chain: "" };
    expect(at.seq).toBeLessThan(stable);
    const next = await safe.start(fresh.path, []);
    await desk.moveTo(next.url);
    const report = { unsent: 0, oldestUnsentS: 0, conflicts: 0, contested: 0, stable, rescue: 1 };
    const reply = await desk.hello({
      cursor: { epoch, seq: head.seq, chain: head.chain },
      sparse: [{ seq: at.seq, chain: at.chain }],
      report,
    });
    expect(reply).toMatchObject({ common: at.seq, recovering: true });
    const { rows } = await inDatabase(fresh.path, (owner) =>
      owner.query("select bureau, lost_stable from bureau_log"),
    );
    expect(rows).toEqual([{ bureau: desk.bureau, lost_stable: String(stable) }]);
    await next.stop();
    fresh.remove();
  });
});
