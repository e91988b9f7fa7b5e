import { pass } from "../machine/now.ts";
import { inProcess } from "../machine/process.ts";
import { restartCenter } from "./center.ts";
import { type SimulatedDesk, switchOn, syncTurn } from "./desk.ts";
import { arriveLate } from "./network.ts";
import type { World } from "./world.ts";

/** Rounds in which a sound province has everything everywhere, whatever happened before. */
const ROUNDS_MAX = 60;
const HOUR_MS = 3600_000;

const isQuiet = async (world: World, desk: SimulatedDesk): Promise<boolean> => {
  const running = desk.running ?? (await switchOn(world, desk));
  if (running === "died") return false;
  for (let turns = 0; turns < 40; turns += 1) {
    const step = await syncTurn(desk, running);
    if (step === "died") return false;
    if (step.do === "wait") return running.mind.failureCount === 0;
  }
  return false;
};

/** How far every book has come, and whether it still waits for desks after a restore. */
const booksNow = ({ center }: World): { readonly text: string; readonly isWaiting: boolean } => {
  const books = [...(center.store.tables.get("bureau_log")?.values() ?? [])];
  return {
    text: JSON.stringify(books.map(({ seq, is_recovering }) => [seq, is_recovering])),
    isWaiting: books.some(({ is_recovering }) => is_recovering === true),
  };
};

/**
 * Everything that was wrong is put right: lines hold, disks have room, whatever was under way arrives, everybody is
 * switched on and syncs. Answers with how many rounds it took, or undefined when it never came to rest (I35).
 */
export const heal = async (world: World): Promise<number | undefined> => {
  const { center, network, bureaus } = world;
  network.badPercent = 0;
  if (center.process.isDead) restartCenter(center);
  center.process.portsLeft = Number.POSITIVE_INFINITY;
  const desks = bureaus.flatMap((bureau) => bureau.desks);
  for (const desk of desks) desk.computer.disk.freeBytes = 16 * 1024 * 1024;
  while (network.late.length > 0) await inProcess(center.process, () => arriveLate(center, network));
  pass(HOUR_MS);
  for (let round = 1; round <= ROUNDS_MAX; round += 1) {
    const before = booksNow(world);
    let areQuiet = true;
    for (const desk of desks) areQuiet = (await isQuiet(world, desk)) && areQuiet;
    pass(HOUR_MS);
    // a desk that met the open window has not pushed yet: a book is at rest when a whole round found it closed
    const after = booksNow(world);
    if (areQuiet && after.text === before.text && !after.isWaiting && round > 1) return round;
  }
  return undefined;
};
