import { pass } from "../machine/now.ts";
import { inProcess } from "../machine/process.ts";
import { fetchAnswer, handIn, takeAnswer, visitConsole, writeFile } from "./carry.ts";
import { restartCenter } from "./center.ts";
import { die, metaOf, type Running, type SimulatedDesk, switchOn, syncTurn } from "./desk.ts";
import { endsDestroying } from "./endDestroying.ts";
import { arrive } from "./joining.ts";
import { arriveLate } from "./network.ts";
import { decideFor, undecidedOf } from "./province.ts";
import { goOverIfReady } from "./reopen.ts";
import type { World } from "./world.ts";

/** Rounds in which a sound province has everything everywhere, whatever happened before. */
const ROUNDS_MAX = 60;
const HOUR_MS = 3600_000;

/** A desk without a line is at rest when neither its file nor the answer brought anything new. */
const isQuietByFile = async (world: World, desk: SimulatedDesk, running: Running): Promise<boolean> => {
  const opCount = await writeFile(world, desk, running);
  const up = world.bag.files.findLast(({ is, feed }) => is === "up" && feed === desk.identity.feed);
  if (opCount === undefined || up === undefined) return false;
  const taken = await handIn(world, up);
  if (typeof taken !== "object" || !taken.ok || taken.value.answer === undefined)
    return isStopped(world, desk.identity.feed);
  await fetchAnswer(world, taken.value.bundleId);
  const down = world.bag.files.at(-1);
  const newCount = down && (await takeAnswer(world, desk, { running, file: down }));
  if (taken.value.is === "parked") return false;
  const { newCount: booked, heldCount } = taken.value;
  // what is held waits for a person, and goes into every file until then
  return (opCount === 0 || heldCount > 0) && booked === 0 && (newCount ?? 0) === 0;
};

/**
 * A desk whose branch a person keeps outside the book offers it for ever, and what it writes on it is held in its turn:
 * at rest when nothing else of it waits.
 */
const onlyHeldWaits = (
  { center, happened }: World,
  { identity, computer, running }: SimulatedDesk,
): boolean => {
  if (!happened.has(`kept ${identity.feed}`)) return false;
  const held = center.store.tables.get("held");
  const ops = computer.databases.get(running?.desk.db.name ?? "")?.tables.get("ops");
  return [...(ops?.values() ?? [])]
    .filter(({ waiting }) => waiting !== undefined)
    .every(({ h }) => held?.get(`${identity.bureau}|${h}`)?.released_seq === null);
};

const isQuiet = async (world: World, desk: SimulatedDesk): Promise<boolean> => {
  // what a browser without room did not take from the journal comes with the next save, or with the next start
  if (desk.running?.desk.health.isBehind === true) die(desk, "page");
  let running = desk.running ?? (await switchOn(world, desk));
  if (running === "died") return false;
  if (desk.carrier !== undefined && desk.carrier.line !== "there") return isQuietByFile(world, desk, running);
  for (let turns = 0; turns < 40; turns += 1) {
    const step = await syncTurn(desk, running);
    if (step === "died") return false;
    const next = await goOverIfReady(world, desk, { running, isNow: true });
    if (next === "died") return false;
    if (next !== running) {
      running = next;
      continue;
    }
    if (step.do === "wait" && running.mind.failureCount === 0) return true;
    if (step.do !== "wait") continue;
    const isHeld = onlyHeldWaits(world, desk);
    if (isHeld && running.told.trouble !== "fork")
      desk.troubles.push(`R8 a branch is kept outside, and the screen says: ${running.told.trouble}`);
    return isHeld;
  }
  return false;
};

const isStopped = ({ happened }: World, feed: string): boolean => happened.has(`revoked ${feed}`);

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

/** Every branch that is held is released by a person, unless it was kept outside before. True when there was one. */
const releaseAll = async (world: World): Promise<boolean> => {
  let isAny = false;
  for (const { id } of world.bureaus)
    for (const feed of undecidedOf(world.center, id)) {
      await decideFor(world, id, { feed, wish: "released" });
      isAny = true;
    }
  return isAny;
};

/** Every computer is switched off and on once more: what the desks open is what they leave. */
const nextMorning = async (world: World, desks: readonly SimulatedDesk[]): Promise<void> => {
  for (const desk of desks) {
    die(desk, "all");
    await switchOn(world, desk);
  }
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
  for (const { computer } of desks) {
    computer.disk.freeBytes = 16 * 1024 * 1024;
    computer.isBrowserFull = false;
  }
  for (const { carrier } of desks) if (carrier?.line === "down") carrier.line = "there";
  for (const desk of desks.filter(({ isAway }) => isAway)) await arrive(world, desk);
  while (network.late.length > 0) await inProcess(center.process, () => arriveLate(center, network));
  pass(HOUR_MS);
  for (let round = 1; round <= ROUNDS_MAX; round += 1) {
    const before = booksNow(world);
    let areQuiet = true;
    for (const desk of desks) areQuiet = (await isQuiet(world, desk)) && areQuiet;
    if (desks.some(({ carrier }) => carrier !== undefined)) await visitConsole(world);
    pass(HOUR_MS);
    // a desk that met the open window has not pushed yet: a book is at rest when a whole round found it closed
    const after = booksNow(world);
    const isAtRest = areQuiet && after.text === before.text && !after.isWaiting && round > 1;
    if (isAtRest) lookForAlarms(world);
    if (!isAtRest || (await releaseAll(world)) || !(await endsDestroying(world))) continue;
    if (center.loads !== undefined) await nextMorning(world, desks);
    return round;
  }
  return undefined;
};
