import { TYPE } from "../../../host/journal/frame.ts";
import type { Desk } from "../../../renderer/data/desk.ts";
import { openDesk } from "../../../renderer/data/openDesk.ts";
import type { Center } from "../../../renderer/sync/centerClient.ts";
import { oneTurn } from "../../../renderer/sync/loop.ts";
import { freshMind, type SyncMind } from "../../../renderer/sync/syncMind.ts";
import { syncWorkOf } from "../../../renderer/sync/syncWork.ts";
import type { SyncStep } from "../../../shared/sync/plan.ts";
import { isNoRoom } from "../machine/dexie.ts";
import { aDisk, powerCut } from "../machine/disk.ts";
import { abortNow, powerCutDb } from "../machine/memoryDb.ts";
import { now, pass } from "../machine/now.ts";
import { aProcess, type Computer, Crashed, inProcess, type Process } from "../machine/process.ts";
import type { SimulatedCenter } from "./center.ts";
import { type Carrier, type Identity, type OpenHost, openHost, type Said } from "./host.ts";
import { centerOver, type Network, whileThere } from "./network.ts";

/** An office computer while it runs: its programs, and what they have open. */
export type Running = {
  readonly host: Process;
  readonly page: Process;
  readonly open: OpenHost;
  readonly desk: Desk;
  readonly mind: SyncMind;
  /** What the screen was told last of how the loop is doing. */
  readonly told: { trouble: string };
  readonly turn: () => Promise<SyncStep>;
};
/** One desk of a bureau: who it is, its computer, and its programs while it is switched on. */
export type SimulatedDesk = {
  readonly identity: Identity;
  readonly computer: Computer;
  /** How wrong its clock is, in milliseconds. */
  skewMs: number;
  running: Running | undefined;
  /** The host's program, which outlives a page that dies alone. */
  host: { readonly process: Process; readonly open: OpenHost } | undefined;
  /** Set where files are carried: whether it has a line at the moment. */
  readonly carrier?: Carrier;
  /** Not there yet: its computer comes in the middle of the trace. */
  isAway: boolean;
  /** Ops the person was told are saved, by hash, in order; and the records people here have made. */
  readonly saved: string[];
  /** How many of these its disk has forgotten since: it was put back to an earlier image. */
  forgotten: number;
  /** Lost databases: how many its journal told of when it was last switched on, and how many it must tell of. */
  losses: { noted: number; due: number };
  /** Everything that went to `onTrouble` or `onBug`. */
  readonly troubles: unknown[];
};
/** What every desk shares. */
export type Office = {
  readonly center: SimulatedCenter;
  readonly network: Network;
  readonly said?: Said | undefined;
};

type Place = { readonly carrier: Carrier | undefined; readonly isAway: boolean };
export const aSimulatedDesk = (identity: Identity, { carrier, isAway }: Place): SimulatedDesk => {
  const desk: SimulatedDesk = {
    identity,
    ...(carrier !== undefined && { carrier }),
    isAway,
    skewMs: 0,
    running: undefined,
    host: undefined,
    saved: [],
    forgotten: 0,
    losses: { noted: 0, due: 0 },
    troubles: [],
    computer: {
      name: identity.deskName,
      disk: aDisk(),
      databases: new Map(),
      wallMs: () => Math.max(0, Math.trunc(now.trueMs + desk.skewMs)),
    },
  };
  return desk;
};

/** What ends a desk's work before its time. */
export type Death = "page" | "all" | "power";

/** The desk's page is gone, or the whole desk; with a power cut also whatever no disk had yet. */
export const die = (desk: SimulatedDesk, how: Death): void => {
  const { running, host, computer } = desk;
  running?.page.kill();
  desk.running = undefined;
  for (const db of computer.databases.values()) abortNow(db);
  if (how === "page" && host?.process.isDead === false) return;
  host?.process.kill();
  desk.host = undefined;
  if (how !== "power") return;
  for (const db of computer.databases.values()) powerCutDb(db, now.chance);
  powerCut(computer.disk, now.chance);
};

/** From now on the desk lives for so many ports only; a page alone, or host and page together. */
export const doom = (processes: readonly Process[], how: Death, ports: number): void => {
  const kills = processes.map(({ kill }) => kill);
  for (const process of processes) {
    if (how === "page" && process.name !== "page") continue;
    process.portsLeft = ports;
    if (how !== "page") process.kill = () => kills.forEach((kill) => void kill());
  }
};

/** Ends when the work does, or when a program it runs in dies: then "died". Nothing of a dead program is waited for. */
export const untilDeath = async <T>(processes: readonly Process[], work: Promise<T>): Promise<T | "died"> => {
  try {
    const ended = await Promise.race([...processes.map(({ died }) => died), work]);
    return processes.some(({ isDead }) => isDead) ? "died" : ended;
  } catch (cause) {
    if (cause instanceof Crashed || processes.some(({ isDead }) => isDead)) return "died";
    if (!isNoRoom(cause)) throw cause;
    // the page shows that it failed, and is loaded again
    for (const process of processes) if (process.name === "page") process.kill();
    return "died";
  }
};

/** Something in the page of a desk that runs. "died": its programs did not live to the end of it. */
export const inPage = <T>({ page, host }: Running, work: () => Promise<T>): Promise<T | "died"> =>
  untilDeath([page, host], inProcess(page, work));

const hostOf = async (office: Office, desk: SimulatedDesk, process: Process): Promise<OpenHost> => {
  if (desk.host?.process === process) return desk.host.open;
  const open = await openHost(process, desk.identity, {
    center: office.center,
    ...(desk.carrier !== undefined && { carrier: desk.carrier }),
    ...(office.said !== undefined && { said: office.said }),
  });
  desk.host = { process, open };
  return open;
};

const centerOf = ({ center, network }: Office, { identity, carrier }: SimulatedDesk): Center => {
  const reached = centerOver(center, network, identity.feed);
  return carrier === undefined ? reached : whileThere(carrier, reached);
};

/** The page of a desk opens its database, over the host that runs already or starts now. */
export const pageOf = async (
  office: Office,
  desk: SimulatedDesk,
  [host, page]: readonly [Process, Process],
): Promise<Running> => {
  const open = await hostOf(office, desk, host);
  const onTrouble = (cause: unknown): void => {
    if (!(cause instanceof Crashed || isNoRoom(cause))) desk.troubles.push(cause);
  };
  const opened = await openDesk(open.session, open.host, { wallMs: desk.computer.wallMs, onTrouble });
  const mind = freshMind();
  const told = { trouble: "" };
  const work = {
    ...syncWorkOf({
      desk: opened,
      center: centerOf(office, desk),
      mind,
      report: ({ trouble }) => Object.assign(told, { trouble }),
      onBug: onTrouble,
      chance: () => now.chance.next(),
    }),
    wait: async () => undefined,
  };
  return { host, page, open, desk: opened, mind, told, turn: () => inProcess(page, () => oneTurn(work)) };
};

/** An end that is written before the work begins: how, and after how many ports. */
export type Doom = { readonly how: Death; readonly ports: number };

/** Switches the desk on: its host scans the journal, its page opens or rebuilds the database. */
export const switchOn = async (
  office: Office,
  desk: SimulatedDesk,
  fate?: Doom,
): Promise<Running | "died"> => {
  const host = desk.host?.process ?? aProcess("host", desk.computer);
  const page = aProcess("page", desk.computer);
  if (fate !== undefined) doom([host, page], fate.how, fate.ports);
  const running = await untilDeath(
    [host, page],
    inProcess(page, () => pageOf(office, desk, [host, page])),
  );
  if (running === "died") {
    if (desk.host === undefined) host.kill();
    page.kill();
    die(desk, fate?.how ?? "all");
    return "died";
  }
  host.portsLeft = Number.POSITIVE_INFINITY;
  page.portsLeft = Number.POSITIVE_INFINITY;
  desk.running = running;
  desk.losses.noted = running.open.scene.journal.places(TYPE.projectionLost).length;
  return running;
};

/** One fact that a desk's database knows about itself. */
export const metaOf = ({ databases }: Computer, name: string, key: string): unknown =>
  databases.get(name)?.tables.get("meta")?.get(`"${key}"`)?.value;
const isWaiting = ({ databases }: Computer, name: string): boolean =>
  [...(databases.get(name)?.tables.get("ops")?.values() ?? [])].some(({ waiting }) => waiting !== undefined);

/** One turn of the desk's loop; a wait lets that much time pass. A turn that says "proven in sync" must be right (R15). */
export const syncTurn = async (one: SimulatedDesk, running: Running): Promise<SyncStep | "died"> => {
  const { page, host, turn, desk, mind } = running;
  const before = metaOf(one.computer, desk.db.name, "provenAt");
  const step = await untilDeath([page, host], turn());
  const isProven = step !== "died" && metaOf(one.computer, desk.db.name, "provenAt") !== before;
  const cursor = metaOf(one.computer, desk.db.name, "cursor") as { readonly seq: number } | undefined;
  if (isProven && (isWaiting(one.computer, desk.db.name) || (cursor?.seq ?? 0) < mind.bookSeq))
    one.troubles.push("R15 proven in sync: said while ops wait");
  if (step !== "died" && step.do === "wait") pass(Math.min(step.forMs, 20_000));
  return step;
};
