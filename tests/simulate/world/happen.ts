import { chanceOf } from "../machine/chance.ts";
import { now } from "../machine/now.ts";
import { CARRYING } from "./carrying.ts";
import { DESTROYING } from "./destroying.ts";
import { HAPPENINGS, hasReady } from "./events.ts";
import { JOINING } from "./joining.ts";
import { lookAtHeld } from "./lookAtHeld.ts";
import { lookAtMade } from "./lookAtMade.ts";
import { isBegunAnew, stagedOf } from "./staged.ts";
import type { Event } from "./switching.ts";
import type { World } from "./world.ts";

/** Events after which a computer may lawfully be without a finished database. */
const TAKES_DATABASES: ReadonlySet<string> = new Set(["wipe", "rollBackDisk", "worksOn"]);
/** Lets one event happen, with a chance of its own. */
export const happen = async (world: World, event: Event): Promise<void> => {
  const all = world.bureaus.flatMap(({ desks }) => desks).filter(({ isAway }) => !isAway);
  const desk = all[event.desk % all.length];
  if (desk === undefined) return;
  now.chance = chanceOf(event.seed);
  const wasReady = hasReady(desk);
  const wasStaged = stagedOf(desk);
  await (HAPPENINGS[event.do] ?? CARRYING[event.do] ?? JOINING[event.do] ?? DESTROYING[event.do])?.(
    world,
    desk,
    event,
  );
  lookAtMade(world);
  if (world.said !== undefined) lookAtHeld(world);
  const mayLose = TAKES_DATABASES.has(event.do) || event.doom?.how === "power";
  if (wasReady && !mayLose && !hasReady(desk))
    desk.troubles.push("R23 a finished database at every moment: there is none");
  // where the present database is gone or an older version's, it is built anew and nothing else is kept
  const isBeside = wasReady && world.network.badPercent === 0 && !mayLose;
  if (isBeside && isBegunAnew(wasStaged, stagedOf(desk)))
    desk.troubles.push("F9 a load that was cut goes on: it began anew");
};
