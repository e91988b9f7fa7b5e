import { cpSync, readdirSync, readFileSync, truncateSync } from "node:fs";
import { delimiter, join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../../center/config.ts";
import { startEmbedded } from "../../../center/db/embedded.ts";
import { restoreFrom } from "../../../center/restoreFrom.ts";
import { type Running, runCenter } from "../../../center/startCenter.ts";
import { aFoundedDesk } from "../../contract/center/aBureau.ts";
import { aFolder } from "../../contract/center/aCenter.ts";
import { putsOf, type TestDesk } from "../../contract/center/aDesk.ts";

const folders = [aFolder(), aFolder(), aFolder(), aFolder()] as const;
const [home, one, two, spare] = folders.map(({ path }) => path) as [string, string, string, string];
const started: Running[] = [];
let identity = "";
let recipient = "";
let center: Running;
let desk: TestDesk;
/** The first backup that knows the desk. */
let early = "";

const configOf = (dataDir: string, places: readonly string[]) =>
  readConfig(["--data", dataDir, "--port", "0"], {
    LAD_LOG: "silent",
    LAD_RECOVERY_HOURS: "24",
    LAD_BACKUP_PLACES: places.join(delimiter),
    LAD_BACKUP_RECIPIENT: recipient,
  });
const start = async (dataDir: string, places: readonly string[]): Promise<Running> => {
  const running = await runCenter(configOf(dataDir, places), { now: Date.now });
  started.push(running);
  return running;
};
const filesIn = (place: string): readonly string[] =>
  readdirSync(place)
    .filter((name) => name.startsWith("center-"))
    .toSorted()
    .map((name) => join(place, name));
const newest = (place: string): string => filesIn(place).at(-1) ?? "";
const write = (text: string) => desk.push([desk.op(putsOf("aidFile", "file-0001", { caseFacts: text }))]);
const restore = (file: string, dataDir: string, key = identity) =>
  restoreFrom(configOf(dataDir, []), { file, identity: key });

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
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  center = await start(home, [one]);
  desk = await aFoundedDesk(center);
});
afterAll(async () => {
  for (const running of started) await running.stop().catch(() => undefined);
  for (const { remove } of folders) remove();
});

describe("stable: what verified backups in two places cover", () => {
  it("one place is not enough; two are, and desks are told", async () => {
    await write("一");
    expect(await center.backUp()).toMatchObject([{ place: one, file: newest(one) }]);
    early = newest(one);
    expect((await desk.hello()).stable).toBe(0);
    await center.stop();
    center = await start(home, [one, two]);
    await desk.moveTo(center.url);
    await center.backUp();
    const { head, stable } = await desk.hello();
    expect(stable).toBe(head.seq);
    await write("二");
    expect((await desk.hello()).stable).toBe(head.seq);
  });

  it("nothing of a file can be read without the key in the safe", () => {
    const bytes = readFileSync(newest(one));
    expect(bytes.subarray(0, 21).toString()).toBe("age-encryption.org/v1");
    expect(bytes.includes("caseFacts")).toBe(false);
  });

  it("a place that cannot be written is named, the other is written, and stable stays", async () => {
    const { stable } = await desk.hello();
    await center.stop();
    center = await start(home, [join(newest(two), "below-a-file"), two]);
    await desk.moveTo(center.url);
    expect((await center.backUp()).map(({ file }) => file === "")).toEqual([true, false]);
    expect((await desk.hello()).stable).toBe(stable);
  });

  it("F77: a book that somebody edited is not backed up as sound", async () => {
    await center.stop();
    await editVerdicts("ok", "quarantined");
    center = await start(home, [one]);
    const before = filesIn(one);
    expect(await center.backUp()).toMatchObject([{ file: "" }]);
    expect(filesIn(one)).toEqual(before);
    await center.stop();
    await editVerdicts("quarantined", "ok");
    center = await start(home, [one, two]);
    await desk.moveTo(center.url);
  });
});

describe("F38, F40: restored from a file into an empty place", () => {
  it("refuses another key, a file cut short, and a folder that has a center, and leaves nothing", async () => {
    const cut = join(spare, "cut.ladc");
    cpSync(newest(one), cut);
    truncateSync(cut, 4000);
    const empty = aFolder();
    await expect(restore(cut, empty.path)).rejects.toThrow();
    await expect(restore(newest(one), empty.path, await generateX25519Identity())).rejects.toThrow();
    await expect(restore(newest(one), home)).rejects.toThrow(/belongs to a center already/u);
    expect(readdirSync(empty.path)).not.toContain("center-key.pem");
    empty.remove();
  });

  it("I21: at stable: the same books under the same key, a new epoch, and nothing to declare", async () => {
    await center.stop();
    center = await start(home, [one, two]);
    await desk.moveTo(center.url);
    await center.backUp();
    const { head, stable } = await desk.hello();
    expect(stable).toBe(head.seq);
    const bureau = desk.bureau;
    await center.stop();
    const fresh = aFolder();
    const restored = await restore(newest(one), fresh.path);
    expect(restored.ends).toMatchObject([{ bureau, seq: head.seq, chain: head.chain }]);
    const next = await start(fresh.path, []);
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
    center = await start(home, [one, two]);
    await desk.moveTo(center.url);
    const { epoch, head, stable } = await desk.hello();
    expect(stable).toBeGreaterThan(3);
    await center.stop();
    const fresh = aFolder();
    const restored = await restore(early, fresh.path);
    const at = restored.ends[0] ?? { seq: 0, chain: "" };
    expect(at.seq).toBeLessThan(stable);
    const next = await start(fresh.path, []);
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
