import { now } from "../machine/now.ts";
import { type Doom, die, doom, type Running, type SimulatedDesk, switchOn } from "./desk.ts";
import type { Bureau, World } from "./world.ts";

/** One thing that happens. `seed` draws everything about it, so that leaving out another event changes nothing here. */
export type Event = {
  readonly do: string;
  readonly desk: number;
  readonly seed: number;
  readonly doom?: Doom;
};
export type Happening = (world: World, desk: SimulatedDesk, event: Event) => unknown;

export const bureauOf = (world: World, desk: SimulatedDesk): Bureau =>
  world.bureaus.find(({ desks }) => desks.includes(desk)) as Bureau;

/** One of the desks of the same bureau that are there, or this one itself. */
export const colleagueOf = (world: World, desk: SimulatedDesk): SimulatedDesk =>
  now.chance.pick(bureauOf(world, desk).desks.filter(({ isAway }) => !isAway));

/** The desk switched on; with `fate` it may die before it is, or later. */
export const on = async (world: World, desk: SimulatedDesk, fate?: Doom): Promise<Running | "died"> => {
  if (desk.running === undefined) return switchOn(world, desk, fate);
  if (fate !== undefined) doom([desk.running.host, desk.running.page], fate.how, fate.ports);
  return desk.running;
};

/** Whoever was to die later than this event lives on. */
export const spare = (desk: SimulatedDesk, fate: Doom | undefined): void => {
  const { running, host } = desk;
  if (running?.page.isDead === true || host?.process.isDead === true) die(desk, fate?.how ?? "all");
  for (const process of [running?.page, host?.process])
    if (process !== undefined) process.portsLeft = Number.POSITIVE_INFINITY;
};
