import { ARCHIVES } from "./archive.ts";
import { die, metaOf, type SimulatedDesk, switchOn } from "./desk.ts";
import { carryOut, finishAt } from "./destroying.ts";
import { lookAtHeld } from "./lookAtHeld.ts";
import type { Bureau, World } from "./world.ts";

/** Turns of the event loop in which a desk has erased what it knows of; nothing else goes on meanwhile. */
const TURNS = 2000;

const isErasing = ({ computer, running }: SimulatedDesk): boolean => {
  const toErase = metaOf(computer, running?.desk.db.name ?? "", "toErase") as
    | { readonly ops: readonly string[] }
    | undefined;
  return toErase !== undefined && toErase.ops.length > 0;
};

/** Somebody who may carries out what is approved of one archived file; what is written on a branch kept outside stays there. */
const order = async ({ happened }: World, { desks }: Bureau, archiveId: string): Promise<string> => {
  for (const desk of desks) {
    const isOutside = ["revoked", "kept"].some((what) => happened.has(`${what} ${desk.identity.feed}`));
    if (isOutside || desk.running === undefined) continue;
    const said = await carryOut(desk, desk.running, { archiveId, isSlow: false });
    if (said !== "refused") return said;
  }
  return "refused";
};

/** Everything approved is carried out. True when something was ordered; what has come to its end is remembered. */
const orderAll = async (world: World): Promise<boolean> => {
  let isAny = false;
  for (const bureau of world.bureaus)
    for (const archiveId of ARCHIVES) {
      const said = await order(world, bureau, archiveId);
      if (said === "ordered") isAny = true;
      if (said === "nothing left") world.happened.add(`carried out ${bureau.id} ${archiveId}`);
    }
  return isAny;
};

/** Every desk is switched off and on again, as on any morning: what a full disk or a kill put off is done now. */
const nextMorning = async (world: World): Promise<void> => {
  for (const desk of world.bureaus.flatMap(({ desks }) => desks)) {
    die(desk, "all");
    await switchOn(world, desk);
    for (let left = TURNS; left > 0 && isErasing(desk); left -= 1)
      await new Promise((resolve) => setImmediate(resolve));
  }
};

/**
 * Where old cases are destroyed: at rest somebody carries out what is left, as often as it takes; then a night and a
 * morning pass. False while the world has to come to rest once more.
 */
export const endsDestroying = async (world: World): Promise<boolean> => {
  if (world.said === undefined) return true;
  lookAtHeld(world);
  if (world.isCarriedOut && (await orderAll(world))) return false;
  if (!world.happened.has("morning")) {
    world.happened.add("morning");
    await nextMorning(world);
    return false;
  }
  await finishAt(world);
  return true;
};
