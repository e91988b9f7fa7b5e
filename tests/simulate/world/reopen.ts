import { leaveDesk } from "../../../renderer/data/openDesk.ts";
import { now } from "../machine/now.ts";
import { inProcess } from "../machine/process.ts";
import { type Office, pageOf, type Running, type SimulatedDesk, untilDeath } from "./desk.ts";
import { lookAtLoaded } from "./lookAtLoaded.ts";
import type { World } from "./world.ts";

/** A person goes over to the database that was loaded beside the present one, as renderer/app/useBoot.ts does. */
const goOver = async (office: Office, desk: SimulatedDesk, running: Running): Promise<Running | "died"> => {
  const { host, page } = running;
  const opened = await untilDeath(
    [host, page],
    inProcess(page, () => {
      leaveDesk(running.desk);
      return pageOf(office, desk, [host, page]);
    }),
  );
  if (opened !== "died") desk.running = opened;
  return opened;
};

/** Where a loaded database is ready, it is looked at, and the person goes over to it: at once, or some other time. */
export const goOverIfReady = async (
  world: World,
  desk: SimulatedDesk,
  { running, isNow }: { readonly running: Running; readonly isNow: boolean },
): Promise<Running | "died"> => {
  if (!running.mind.isStaged) return running;
  await lookAtLoaded(world, desk, running);
  if (!isNow && now.chance.once(2)) return running;
  world.network.met.loaded = (world.network.met.loaded ?? 0) + 1;
  return goOver(world, desk, running);
};
