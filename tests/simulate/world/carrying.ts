import { now } from "../machine/now.ts";
import type { CarriedFile } from "./bag.ts";
import { fetchAnswer, handIn, takeAnswer, visitConsole, writeFile } from "./carry.ts";
import { restartCenter } from "./center.ts";
import { type SimulatedDesk, syncTurn } from "./desk.ts";
import { HAPPENINGS } from "./events.ts";
import { harmed } from "./forge.ts";
import { colleagueOf, type Happening, on, spare } from "./switching.ts";
import type { World } from "./world.ts";

const SHELVES = "/center/bundles/";

/** Of the files that wait in the bag, mostly the last of this desk, else anyone's. */
const fileFor = ({ bag }: World, { identity }: SimulatedDesk, is: CarriedFile["is"]) => {
  const all = bag.files.filter((file) => file.is === is);
  const own = all.filter(({ feed }) => feed === identity.feed);
  if (own.length > 0 && now.chance.once(2)) return own.at(-1);
  const some = own.length > 0 && !now.chance.once(5) ? own : all;
  return some.length === 0 ? undefined : now.chance.pick(some);
};

/** A center that may die while it works; afterwards it is up again. */
const perhapsDying = async (world: World, work: () => Promise<unknown>): Promise<void> => {
  if (now.chance.once(6)) world.center.process.portsLeft = 1 + now.chance.below(60);
  await work();
  if (world.center.process.isDead) restartCenter(world.center);
  world.center.process.portsLeft = Number.POSITIVE_INFINITY;
};

const handInAndFetch = async (world: World, file: CarriedFile): Promise<void> => {
  const taken = await handIn(world, file);
  const isAnswered = typeof taken === "object" && taken.ok && taken.value.answer !== undefined;
  if (isAnswered && !now.chance.once(6)) await fetchAnswer(world, taken.value.bundleId);
};

const take: Happening = async (world, desk, { doom: fate }) => {
  const file = fileFor(world, desk, "down");
  const running = file && (await on(world, desk, fate));
  if (file === undefined || running === undefined || running === "died") return;
  await takeAnswer(world, desk, { running, file });
  spare(desk, fate);
};

const harmedFor = async (world: World, desk: SimulatedDesk, is: CarriedFile["is"]) => {
  const file = fileFor(world, desk, is);
  const all = world.bureaus.flatMap(({ desks }) => desks.map(({ identity }) => identity));
  const own = all.find(({ feed }) => feed === file?.feed);
  if (file === undefined || own === undefined) return undefined;
  const other = now.chance.pick(all.filter(({ feed }) => feed !== own.feed));
  return harmed(file, { own, other, center: world.center.publicKey });
};

/** What happens where files are carried, by name. */
export const CARRYING: Readonly<Record<string, Happening>> = {
  write: async (world, desk, { doom: fate }) => {
    const running = await on(world, desk, fate);
    if (running === "died") return;
    await writeFile(world, desk, running);
    spare(desk, fate);
  },
  handIn: (world, desk) => {
    const file = fileFor(world, desk, "up");
    return file && perhapsDying(world, () => handInAndFetch(world, file));
  },
  take,
  fetch: (world) => fetchAnswer(world),
  visit: (world) => perhapsDying(world, () => visitConsole(world)),
  lose: ({ bag }) => void bag.files.splice(now.chance.below(bag.files.length), 1),
  line: (_, { carrier }) => {
    if (carrier !== undefined) carrier.line = now.chance.pick(["there", "down", "down"]);
  },
  harm: async (world, desk) => {
    const file = await harmedFor(world, desk, "up");
    if (file !== undefined) await handIn(world, file);
  },
  harmAnswer: async (world, desk) => {
    const file = await harmedFor(world, desk, "down");
    const running = file && (await on(world, desk));
    if (file !== undefined && running !== undefined && running !== "died")
      await takeAnswer(world, desk, { running, file });
  },
  /** A backup is put back on a machine that is new: what lay on the shelves is gone too. */
  restoreBare: async (world, desk, event) => {
    await HAPPENINGS.restore?.(world, desk, event);
    const { files } = world.center.computer.disk;
    for (const path of files.keys()) if (path.startsWith(SHELVES)) files.delete(path);
  },
  /** The same ops over the line and in a file, or two files, at once (F82). */
  atOnce: async (world, desk) => {
    const [one, two] = [fileFor(world, desk, "up"), fileFor(world, desk, "up")];
    const other = colleagueOf(world, desk);
    const running = one && (await on(world, other));
    if (one === undefined || two === undefined || running === undefined || running === "died") return;
    const turns = async (): Promise<void> => {
      for (let left = 3; left > 0; left -= 1) await syncTurn(other, running);
    };
    const second = now.chance.once(2) ? () => handIn(world, two) : turns;
    await world.network.race(async () => void (await Promise.all([handIn(world, one), second()])));
  },
};
