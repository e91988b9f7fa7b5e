import type { Decision } from "../../../center/desks/holds.ts";
import { recordFacts } from "../../../shared/commands/recordFacts.ts";
import { imageOf } from "../machine/disk.ts";
import { changed, imageOfDb } from "../machine/memoryDb.ts";
import { now, pass } from "../machine/now.ts";
import { inProcess } from "../machine/process.ts";
import { restartCenter, restoreCenter } from "./center.ts";
import { die, type SimulatedDesk, syncTurn } from "./desk.ts";
import { arriveLate } from "./network.ts";
import { ALL_ROLES, act, DEEDS, type Facts } from "./people.ts";
import { decideFor, revokeAt, undecidedOf } from "./province.ts";
import { goOverIfReady } from "./reopen.ts";
import { bureauOf, colleagueOf, type Happening, on, spare } from "./switching.ts";
import { copyOfTables } from "./tables.ts";
import type { World } from "./world.ts";

const DAY_MS = 24 * 3600_000;
const deedAt = (drawn: number) => {
  let left = drawn;
  return DEEDS.find(([, weight]) => {
    left -= weight;
    return left < 0;
  });
};

/** Whether the desk has a finished database. */
export const hasReady = ({ computer }: SimulatedDesk): boolean =>
  [...computer.databases.values()].some(({ tables }) => {
    const row = tables.get("meta")?.get('"desk"')?.value as { readonly isReady?: boolean } | undefined;
    return row?.isReady === true;
  });

/** How many saves the journal on the desk's disk has. */
const savesOn = ({ saved, forgotten }: SimulatedDesk): number => saved.length - forgotten;

/** The books as they are before a restore takes something from them, by epoch: what their readers had seen. */
const rememberBooks = ({ center, lineages, tookEffect }: World): void => {
  const { tables } = center.store;
  for (const { bureau, epoch } of tables.get("bureau_log")?.values() ?? []) {
    const ops = [...(tables.get("op")?.values() ?? [])]
      .filter((row) => row.bureau === bureau)
      .sort((a, b) => Number(a.seq) - Number(b.seq));
    const hashes = ops.map(({ h }) => String(h));
    for (const { h, verdict } of ops) if (verdict === "ok") tookEffect.add(String(h));
    if (hashes.length > (lineages.get(String(epoch))?.length ?? 0)) lineages.set(String(epoch), hashes);
  }
};

/** A person decides about one feed; of what was once kept outside everything stays outside. The center may die meanwhile. */
const decideOne = async (world: World, bureau: string, wish: Decision): Promise<void> => {
  const waiting = undecidedOf(world.center, bureau);
  if (waiting.length === 0) return;
  if (now.chance.once(4)) world.center.process.portsLeft = 1 + now.chance.below(30);
  await decideFor(world, bureau, { feed: now.chance.pick(waiting), wish });
  if (world.center.process.isDead) restartCenter(world.center);
  world.center.process.portsLeft = Number.POSITIVE_INFINITY;
};

/** What can happen, by name. */
export const HAPPENINGS: Readonly<Record<string, Happening>> = {
  act: async (world, desk, { doom: fate }) => {
    const running = await on(world, desk, fate);
    if (running === "died") return;
    const deed = deedAt(now.chance.below(100));
    await deed?.[2](desk, running, bureauOf(world, desk).talk);
    spare(desk, fate);
  },
  sync: async (world, desk, { doom: fate }) => {
    let running = await on(world, desk, fate);
    for (let turns = 1 + now.chance.below(8); turns > 0 && running !== "died"; turns -= 1) {
      if ((await syncTurn(desk, running)) === "died") break;
      running = await goOverIfReady(world, desk, { running, isNow: false });
    }
    spare(desk, fate);
  },
  together: async (world, desk) => {
    const other = colleagueOf(world, desk);
    const [one, two] = [await on(world, desk), other === desk ? "died" : await on(world, other)];
    if (one === "died" || two === "died") return;
    const several = async (whose: SimulatedDesk, running: typeof one): Promise<void> => {
      for (let turns = 3; turns > 0; turns -= 1) await syncTurn(whose, running);
    };
    await world.network.race(async () => void (await Promise.all([several(desk, one), several(other, two)])));
  },
  off: (_, desk, { doom: fate }) => die(desk, fate?.how ?? "all"),
  wait: () => pass(now.chance.pick([60_000, 3600_000, DAY_MS, 9 * DAY_MS])),
  clock: (_, desk) => {
    desk.skewMs = now.chance.pick([0, -3650 * DAY_MS, 3650 * DAY_MS, -3600_000, 600_000, 8 * 3600_000]);
  },
  wipe: (_, desk) => {
    if (savesOn(desk) > 0 && hasReady(desk)) desk.losses.due = desk.losses.noted + 1;
    die(desk, "all");
    desk.computer.databases.clear();
  },
  fullDisk: (world, desk) => {
    world.happened.add(`full ${desk.identity.feed}`);
    desk.computer.disk.freeBytes = now.chance.below(30_000);
  },
  freeDisk: (_, desk) => {
    desk.computer.disk.freeBytes = 1024 * 1024;
  },
  late: async (world) => {
    if (world.network.late.length > 0)
      await inProcess(world.center.process, () => arriveLate(world.center, world.network));
  },
  centerDies: async (world, desk, event) => {
    world.center.process.portsLeft = 1 + now.chance.below(40);
    await HAPPENINGS.sync?.(world, desk, { ...event, do: "sync" });
    if (world.center.process.isDead) restartCenter(world.center);
    world.center.process.portsLeft = Number.POSITIVE_INFINITY;
  },
  release: (world, desk) => decideOne(world, bureauOf(world, desk).id, "released"),
  keep: (world, desk) => decideOne(world, bureauOf(world, desk).id, "kept"),
  roles: async (world, desk, { doom: fate }) => {
    const running = await on(world, desk, fate);
    if (running === "died") return;
    const { staffId } = colleagueOf(world, desk).identity;
    const facts = now.chance.pick<Facts>([
      { roles: [] },
      { roles: ALL_ROLES },
      { isActive: false },
      { isActive: true },
    ]);
    await act(desk, running, { command: recordFacts, wish: { t: "staff", id: staffId, input: { facts } } });
    spare(desk, fate);
  },
  revoke: async (world, desk) => {
    await revokeAt(world.center, desk.identity);
    world.happened.add(`revoked ${desk.identity.feed}`);
  },
  centerRestarts: (world) => restartCenter(world.center),
  upgrade: (_, desk) => {
    die(desk, "all");
    for (const db of desk.computer.databases.values()) {
      const meta = db.tables.get("meta");
      const row = meta?.get('"desk"') as { readonly value: object } | undefined;
      if (meta === undefined || row === undefined) continue;
      meta.set('"desk"', { ...row, value: { ...row.value, fold: 0 } });
      changed(meta);
    }
  },
  backup: (world) => {
    world.center.backups.push(copyOfTables(world.center.store.tables));
  },
  restore: (world) => {
    if (world.center.backups.length === 0) return;
    world.happened.add("restore");
    rememberBooks(world);
    restoreCenter(world.center, now.chance.pick(world.center.backups));
  },
  image: (world, desk) => {
    const { disk, databases } = desk.computer;
    world.images.set(desk, {
      losses: { ...desk.losses },
      saves: savesOn(desk),
      disk: imageOf(disk),
      databases: new Map([...databases].map(([name, db]) => [name, imageOfDb(db)])),
    });
  },
  rollBackDisk: (world, desk) => {
    const image = world.images.get(desk);
    if (image === undefined) return;
    world.happened.add(`rolledBack ${desk.identity.feed}`);
    die(desk, "all");
    desk.losses = { ...image.losses };
    desk.forgotten = desk.saved.length - image.saves;
    desk.computer.disk = imageOf(image.disk);
    desk.computer.databases.clear();
    for (const [name, db] of image.databases) desk.computer.databases.set(name, imageOfDb(db));
  },
  /** Put back, and worked on before the desk hears of it: what it writes next leaves the branch that the center has. */
  worksOn: async (world, desk, event) => {
    for (const what of ["rollBackDisk", "act", "act", "sync"])
      await HAPPENINGS[what]?.(world, desk, { ...event, do: what });
  },
};
