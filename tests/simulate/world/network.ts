import type { Center } from "../../../renderer/sync/centerClient.ts";
import { helloReply, numbersReply, pushReply, rescueReply } from "../../../shared/api/syncApi.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import { now } from "../machine/now.ts";
import { inProcess, port, thisProcess } from "../machine/process.ts";
import {
  type Arrived,
  bytesOf,
  damaged,
  FATES,
  type Fate,
  jsonOf,
  type Sent,
  UNREACHABLE,
  weatherOf,
} from "./arrived.ts";
import { atCenter, type Call, type SimulatedCenter } from "./center.ts";
import type { Carrier } from "./host.ts";
import { loadsOver, NO_LOADS } from "./loadsOver.ts";
import { tailOf } from "./reorder.ts";

/** The line between the desks and the center, and the letters that are still under way on it. */
export type Network = {
  /** Of a hundred requests, so many meet bad luck. */
  badPercent: number;
  readonly late: Call[];
  /** The last good reply of each kind to each desk, as a cache on the way would keep it. */
  readonly kept: Map<string, Result<unknown>>;
  /** What happens to the next requests, one by one, before chance decides again. */
  readonly next: Fate[];
  /** How often each fate was met. */
  readonly met: Record<string, number>;
  /** Lets racing transactions take turns while two requests are under way. */
  readonly race: (work: () => Promise<void>) => Promise<void>;
};

const fateOf = (network: Network): Fate => {
  const drawn = (): Fate => (now.chance.below(100) < network.badPercent ? now.chance.pick(FATES) : "arrives");
  const fate = network.next.shift() ?? drawn();
  network.met[fate] = (network.met[fate] ?? 0) + 1;
  return fate;
};

const deliver = async (center: SimulatedCenter, call: Call): Promise<Sent> => {
  try {
    const answer = await atCenter(center, call);
    return answer === "died" ? "lost" : answer;
  } catch (cause) {
    // the center answers 500 with a report number; a desk learns nothing but that it failed
    if (cause instanceof Error && "code" in cause) return "busy";
    throw cause;
  }
};

const twiceAtOnce = async (center: SimulatedCenter, network: Network, call: Call): Promise<Sent> => {
  const answers: Sent[] = [];
  await network.race(async () => {
    answers.push(...(await Promise.all([deliver(center, call), deliver(center, call)])));
  });
  return answers[now.chance.below(answers.length)] ?? "lost";
};

const FATED: Readonly<
  Partial<Record<Fate, (center: SimulatedCenter, network: Network, call: Call) => Promise<Sent>>>
> = {
  lostRequest: async () => "lost",
  portal: async () => "portal",
  busy: async () => "busy",
  lostReply: async (center, _, call) => {
    await deliver(center, call);
    return "lost";
  },
  // where a request arrives twice, a part of it may also arrive too early
  twice: async (center, _, call) => {
    const early = call.route === "push" ? tailOf(call.body as Uint8Array) : undefined;
    if (early !== undefined) await deliver(center, { ...call, body: early });
    await deliver(center, call);
    return deliver(center, call);
  },
  parallel: twiceAtOnce,
  laterAgain: async (center, network, call) => {
    network.late.push(call);
    return now.chance.once(2) ? "lost" : deliver(center, call);
  },
  cutRequest: async (center, _, call) =>
    call.route === "push" ? deliver(center, { ...call, body: damaged(call.body, "cut") }) : "lost",
};

const send = async (center: SimulatedCenter, network: Network, call: Call): Promise<Arrived> => {
  await port();
  const fate = fateOf(network);
  const kept = network.kept.get(`${call.feed} ${call.route}`);
  if (fate === "staleReply" && kept !== undefined) return { sent: kept, fate };
  const sent = await (FATED[fate]?.(center, network, call) ?? deliver(center, call));
  await port();
  if (typeof sent === "object" && sent.ok) network.kept.set(`${call.feed} ${call.route}`, sent);
  return { sent, fate };
};

/** The center as one desk's page reaches it over this line. */
export const centerOver = (center: SimulatedCenter, network: Network, feed: string): Center => {
  const ask = (route: Call["route"], body: Call["body"]) => send(center, network, { route, feed, body });
  return {
    hello: async (request) => weatherOf(await ask("hello", JSON.stringify(request)), jsonOf(helloReply)),
    push: async (body) => weatherOf(await ask("push", body), jsonOf(pushReply)),
    rescue: async (body) => weatherOf(await ask("rescue", body), jsonOf(rescueReply)),
    pull: async (query) => weatherOf(await ask("pull", JSON.stringify(query)), bytesOf),
    numbers: async (request) =>
      weatherOf(await ask("numbers", JSON.stringify(request)), jsonOf(numbersReply)),
    ...(center.loads === undefined ? NO_LOADS : loadsOver(ask)),
  };
};

/** The same over a line that may be down: then nothing gets through. */
export const whileThere = (carrier: Carrier, center: Center): Center =>
  Object.fromEntries(
    Object.entries(center).map(([name, ask]) => [
      name,
      async (...args: readonly unknown[]) =>
        carrier.line === "there" ? (ask as (...args: readonly unknown[]) => unknown)(...args) : UNREACHABLE,
    ]),
  ) as unknown as Center;

/** A letter that was under way arrives after all, out of order. */
export const arriveLate = async (center: SimulatedCenter, network: Network): Promise<void> => {
  const call = network.late.splice(now.chance.below(network.late.length), 1)[0];
  if (call !== undefined) await inProcess(thisProcess(), () => deliver(center, call));
};
