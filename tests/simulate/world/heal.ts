import { pass } from "../machine/now.ts";
import { inProcess } from "../machine/process.ts";
import { restartCenter } from "./center.ts";
import { metaOf, type SimulatedDesk, switchOn, syncTurn } from "./desk.ts";
import { arriveLate } from "./network.ts";
import { decideAt, undecidedOf } from "./province.ts";
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

/** The alarm that stays until somebody has looked, or the sign on every screen that the province has frozen the feed. */
const saysSomething = ({ computer, running }: SimulatedDesk): boolean => {
  const name = running?.desk.db.name ?? "";
  const sent = metaOf(computer, name, "sent") as { readonly state?: string } | undefined;
  return metaOf(computer, name, "alarm") !== undefined || sent?.state === "frozen";
};

/**
 * Another op at one of our positions is never met in silence: a person is told before a person decides (R8). A desk whose
 * own branch came first has nothing else to say than that its feed is frozen.
 */
const lookForAlarms = ({ center, bureaus }: World): void => {
  const held = [...(center.store.tables.get("held")?.values() ?? [])].filter(
    ({ released_seq, reason }) => released_seq === null && reason === "fork",
  );
  for (const desk of bureaus.flatMap(({ desks }) => desks)) {
    const mine = new Set(desk.saved);
    const isHeld = held.some(({ h }) => mine.has(String(h)));
    if (isHeld && !saysSomething(desk))
      desk.troubles.push("R8 rollback is told: its ops are held and the desk says nothing");
  }
};

/** Every branch that is held is released by a person. True when there was one. */
const releaseAll = async ({ center, bureaus }: World): Promise<boolean> => {
  let isAny = false;
  for (const { id } of bureaus)
    for (const feed of undecidedOf(center, id)) {
      await decideAt(center, id, { feed, decision: "released" });
      isAny = true;
    }
  return isAny;
};

/**
 * Everything that was wrong is put right: lines hold, disks have room, whatever was under way arrives, everybody is
 * switched on and syncs, and what is held is released. Answers with how many rounds it took, or undefined when it never came to rest (I35).
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
    const isAtRest = areQuiet && after.text === before.text && !after.isWaiting && round > 1;
    if (isAtRest) lookForAlarms(world);
    if (isAtRest && !(await releaseAll(world))) return round;
  }
  return undefined;
};
