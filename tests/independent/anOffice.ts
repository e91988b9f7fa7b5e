import { stateHashInput } from "../../shared/sync/stateHash.ts";
import { sha256, statesOf } from "../simulate/checks/check.ts";
import { evidenceOf } from "../simulate/checks/evidence.ts";
import { INVARIANTS } from "../simulate/checks/invariants.ts";
import { chanceOf } from "../simulate/machine/chance.ts";
import { now, pass } from "../simulate/machine/now.ts";
import { inProcess } from "../simulate/machine/process.ts";
import { restartCenter } from "../simulate/world/center.ts";
import { die, doom, type SimulatedDesk, switchOn } from "../simulate/world/desk.ts";
import { HAPPENINGS } from "../simulate/world/events.ts";
import { heal } from "../simulate/world/heal.ts";
import { arriveLate } from "../simulate/world/network.ts";
import { revokeAt } from "../simulate/world/province.ts";
import { aWorld, type World } from "../simulate/world/world.ts";
import { aClerk } from "./aClerk.ts";
import type { Clerk, Entry, Office } from "./office.ts";

const DESKS = 3;

const bookOf = (world: World): readonly Entry[] =>
  [...(world.center.store.tables.get("op")?.values() ?? [])]
    .map((row) => ({
      seq: Number(row.seq),
      h: String(row.h),
      feed: String(row.feed),
      intent: String(
        (JSON.parse(Buffer.from(row.header as Uint8Array).toString()) as { intent: string }).intent,
      ),
      verdict: String(row.verdict),
    }))
    .sort((a, b) => a.seq - b.seq);

const settled = async (world: World): Promise<readonly string[]> => {
  const rounds = await heal(world);
  const failures = rounds === undefined ? ["I35 liveness: the outbox did not drain"] : [];
  for (const bureau of world.bureaus) {
    const evidence = await evidenceOf(world, bureau);
    for (const [name, check] of Object.entries(INVARIANTS))
      failures.push(...check(evidence).map((what) => `${name}: ${what}`));
    for (const { troubles, identity } of bureau.desks)
      failures.push(...troubles.map((bug) => `${identity.deskName}: ${String(bug)}`));
  }
  return failures;
};

/** An office for one scenario, always the same one. `seed` draws what the scenario leaves to chance. */
export const anOffice = async (seed: number): Promise<Office> => {
  const world = await aWorld({ seed, desks: [DESKS], badPercent: 0, isRealCrypto: false });
  world.network.badPercent = 0;
  const own = chanceOf(seed);
  const [bureau] = world.bureaus;
  if (bureau === undefined) throw new Error("an office without a bureau");
  const byClerk = new Map(bureau.desks.map((desk) => [aClerk(world, desk), desk]));
  const deskOf = (clerk: Clerk): SimulatedDesk => byClerk.get(clerk) as SimulatedDesk;
  const happens = (what: string, clerk: Clerk | undefined) =>
    HAPPENINGS[what]?.(world, clerk === undefined ? (bureau.desks[0] as SimulatedDesk) : deskOf(clerk), {
      do: what,
      desk: 0,
      seed,
    });
  const { center, network } = world;
  return {
    clerks: [...byClerk.keys()] as unknown as Office["clerks"],
    book: () => bookOf(world),
    bookHash: async () => {
      const { book } = await evidenceOf(world, bureau);
      return sha256(stateHashInput([...statesOf(book).values()].filter(({ lastSeq }) => lastSeq > 0)));
    },
    mishaps: (...next) => void network.next.push(...next),
    badLine: (percent) => {
      network.badPercent = percent;
    },
    late: async () => {
      while (network.late.length > 0) await inProcess(center.process, () => arriveLate(center, network));
    },
    off: (clerk, how = "all") => die(deskOf(clerk), how),
    doom: (clerk, ports) => {
      const { running } = deskOf(clerk);
      if (running !== undefined) doom([running.host, running.page], "all", ports);
    },
    wipe: (clerk) => void happens("wipe", clerk),
    clock: (clerk, offByMs) => {
      deskOf(clerk).skewMs = offByMs;
    },
    together: async (one, two) => {
      for (const clerk of [one, two])
        if (deskOf(clerk).running === undefined) await switchOn(world, deskOf(clerk));
      await network.race(async () => void (await Promise.all([one.sync(6), two.sync(6)])));
    },
    restartCenter: () => restartCenter(center),
    backUpCenter: () => void happens("backup", undefined),
    restoreCenter: () => void happens("restore", undefined),
    image: (clerk) => {
      void happens("image", clerk);
      return () => void happens("rollBackDisk", clerk);
    },
    revoke: async (clerk) => {
      await revokeAt(center, deskOf(clerk).identity);
      world.happened.add(`revoked ${clerk.feed}`);
    },
    roles: (by, of, roles) => by.edit(deskOf(of).identity.staffId, { roles }),
    held: () =>
      [...(center.store.tables.get("held")?.values() ?? [])].filter(
        ({ released_seq }) => released_seq === null,
      ).length,
    wait: pass,
    pick: (from) => own.pick(from),
    settle: () => settled(world),
  };
};

/** Chance is the world's: every scenario begins with its own. */
export const drawFrom = (seed: number): void => {
  now.chance = chanceOf(seed);
};
