import { startDestruction } from "../../../center/destruction/finish.ts";
import { newId } from "../../../renderer/data/newId.ts";
import { destructionList } from "../../../renderer/data/questions/destruction.ts";
import { viewAt } from "../../../renderer/data/recordStore.ts";
import { type DestroyInput, destroyRecords } from "../../../shared/commands/destroyRecords.ts";
import { openRecord } from "../../../shared/commands/openRecord.ts";
import { recordFacts } from "../../../shared/commands/recordFacts.ts";
import { recordRow } from "../../../shared/commands/recordRow.ts";
import { takeStep } from "../../../shared/commands/takeStep.ts";
import { instantOfMs } from "../../../shared/kernel/instant.ts";
import { mayDestroy } from "../../../shared/workflow/destruction.ts";
import { now, pass } from "../machine/now.ts";
import { inProcess } from "../machine/process.ts";
import { ARCHIVES, aMark, approve, CASES } from "./archive.ts";
import { restartCenter, started } from "./center.ts";
import { inPage, type Running, type SimulatedDesk, syncTurn } from "./desk.ts";
import { HAPPENINGS } from "./events.ts";
import { odd, unlawful } from "./oddOps.ts";
import { act } from "./people.ts";
import { bureauOf, type Happening, on, spare } from "./switching.ts";
import type { World } from "./world.ts";

const DAY_MS = 24 * 3600_000;

/* What happens where old cases are destroyed by law, by the product's own commands. */

const turns = async (desk: SimulatedDesk, running: Running, count: number): Promise<boolean> => {
  for (let left = count; left > 0; left -= 1) if ((await syncTurn(desk, running)) === "died") return false;
  return !running.page.isDead;
};

/** The list as the archive's page shows it; in a word why its button is not offered. */
const listOf = (running: Running, archiveId: string): Promise<DestroyInput | Standstill> =>
  inPage(running, async () => {
    const view = await viewAt(running.desk, { t: "archiveFile", id: archiveId });
    if (!mayDestroy(view)) return "not approved";
    const { obstacle, records } = await destructionList(view)(running.desk);
    if (obstacle !== "") return "obstacle";
    return records.every(({ ops }) => ops.length === 0) ? "nothing left" : { records };
  });
type Standstill = "died" | "not approved" | "obstacle" | "nothing left";

/** Somebody who keeps the archive carries out what is approved; some look at the list long before they confirm it. */
export const carryOut = async (
  desk: SimulatedDesk,
  running: Running,
  { archiveId, isSlow }: { readonly archiveId: string; readonly isSlow: boolean },
): Promise<Standstill | "ordered" | "refused"> => {
  const input = await listOf(running, archiveId);
  if (typeof input === "string") return input;
  if (isSlow && !(await turns(desk, running, 1 + now.chance.below(4)))) return "died";
  const wish = { t: "archiveFile", id: archiveId, input } as const;
  const done = await act(desk, running, { command: destroyRecords, wish });
  if (done === "died") return "died";
  return done.ok ? "ordered" : "refused";
};

type Deed = (desk: SimulatedDesk, running: Running) => Promise<unknown>;
const FACTS = ["personName", "caseFacts", "request"] as const;
/** What people write into old cases that others destroy meanwhile, each time in words that are found again. */
const DEEDS: readonly Deed[] = [
  (desk, running) => {
    const input = { facts: { [now.chance.pick(FACTS)]: aMark() } };
    const wish = { t: "aidFile", id: now.chance.pick(CASES), input } as const;
    return act(desk, running, { command: recordFacts, wish });
  },
  (desk, running) => {
    const input = { f: "materials", row: { kind: "FORM", title: aMark(), copies: 1 } };
    const wish = { t: "aidFile", id: now.chance.pick(CASES), input } as const;
    return act(desk, running, { command: recordRow, wish });
  },
  async (desk, running) => {
    const at = { t: "consultation", id: newId(now.trueMs) } as const;
    const facts = { askedAt: instantOfMs(now.trueMs), channel: "WINDOW", gist: aMark() };
    const made = await act(desk, running, { command: openRecord, wish: { ...at, input: { facts } } });
    if (made === "died" || !made.ok || now.chance.once(4)) return;
    const input = { step: "convert", facts: { fileId: now.chance.pick(CASES) } };
    await act(desk, running, { command: takeStep, wish: { ...at, input } });
  },
  odd,
];

/** A center that may die while it works; afterwards it is up again. */
const perhapsDying = async ({ center }: World, work: () => Promise<unknown>): Promise<void> => {
  if (now.chance.once(3)) center.process.portsLeft = 1 + now.chance.below(60);
  await work();
  if (center.process.isDead) restartCenter(center);
  center.process.portsLeft = Number.POSITIVE_INFINITY;
};

/** What follows a destruction at night: files that wait are withdrawn, the tables written anew. */
export const finishAt = async ({ center: one }: World): Promise<void> => {
  const { process } = one;
  const finishing = inProcess(process, async () => {
    await started(one);
    const destruction = startDestruction(one.center);
    await Promise.race([destruction.now(), process.died]);
    return destruction;
  });
  const destruction = await Promise.race([finishing, process.died]);
  if (destruction !== "died") void destruction.stop();
};

/** What happens where old cases are destroyed, by name. */
export const DESTROYING: Readonly<Record<string, Happening>> = {
  file: async (world, desk, { doom: fate }) => {
    const running = await on(world, desk, fate);
    if (running === "died") return;
    await now.chance.pick(DEEDS)(desk, running);
    spare(desk, fate);
  },
  approve: async (world, desk, { doom: fate }) => {
    // whoever appraised it does not approve it as well
    const other = now.chance.pick(bureauOf(world, desk).desks.slice(1));
    const running = await on(world, other, fate);
    if (running === "died") return;
    await approve(other, running, now.chance.pick(ARCHIVES));
    spare(other, fate);
  },
  carryOut: async (world, desk, { doom: fate }) => {
    const running = await on(world, desk, fate);
    if (running === "died") return;
    if (now.chance.once(2)) await turns(desk, running, 3);
    const isSlow = now.chance.once(3);
    for (const archiveId of now.chance.once(2) ? ARCHIVES : ARCHIVES.toReversed())
      if (!running.page.isDead && (await carryOut(desk, running, { archiveId, isSlow })) === "ordered") break;
    if (!running.page.isDead && !now.chance.once(4))
      await perhapsDying(world, () => turns(desk, running, 1 + now.chance.below(6)));
    spare(desk, fate);
  },
  /** Somebody is left with the rights of a clerk, who destroys nothing. */
  clerkOnly: async (world, desk, { doom: fate }) => {
    const running = await on(world, desk, fate);
    if (running === "died") return;
    const { staffId } = now.chance.pick(bureauOf(world, desk).desks).identity;
    const input = { facts: { roles: ["CLERK"] } };
    await act(desk, running, { command: recordFacts, wish: { t: "staff", id: staffId, input } });
    spare(desk, fate);
  },
  unlawful: async (world, desk, { doom: fate }) => {
    const running = await on(world, desk, fate);
    if (running === "died") return;
    await unlawful(desk, running);
    spare(desk, fate);
  },
  /** A disk is put back to what it was before its last work was delivered, and the desk goes on from there. */
  putBack: async (world, desk, event) => {
    await HAPPENINGS.image?.(world, desk, event);
    const work = async (): Promise<void> => {
      const running = await on(world, desk);
      if (running === "died") return;
      for (let deeds = 1 + now.chance.below(2); deeds > 0; deeds -= 1)
        await now.chance.pick(DEEDS)(desk, running);
      await turns(desk, running, 2 + now.chance.below(5));
    };
    await work();
    await HAPPENINGS.rollBackDisk?.(world, desk, event);
    await work();
  },
  /** The center is put back, and for days only one desk comes to it: what the others know comes when the book has gone on. */
  restoreForOne: async (world, desk, event) => {
    if (world.center.backups.length === 0) return;
    await HAPPENINGS.restore?.(world, desk, event);
    for (const work of [() => undefined, now.chance.pick(DEEDS), () => undefined]) {
      const running = await on(world, desk);
      if (running === "died") return;
      await work(desk, running);
      await turns(desk, running, 6);
      pass(2 * DAY_MS);
    }
  },
  nightWork: (world) => perhapsDying(world, () => finishAt(world)),
};
