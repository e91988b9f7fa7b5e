import { importBundle, retryParked } from "../../../center/bundles/importBundle.ts";
import { fromShelf, shelved } from "../../../center/bundles/shelf.ts";
import type { Taken } from "../../../center/bundles/takeBundle.ts";
import type { CarryAsk, CarryOutcome } from "../../../renderer/data/desk.ts";
import { carry } from "../../../renderer/sync/bundles.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import { now } from "../machine/now.ts";
import { inProcess } from "../machine/process.ts";
import type { CarriedFile } from "./bag.ts";
import { type SimulatedCenter, started } from "./center.ts";
import { metaOf, type Running, type SimulatedDesk, untilDeath } from "./desk.ts";
import { copyOfTables, type Tables } from "./tables.ts";
import type { World } from "./world.ts";

/* What is done with files: written, handed in, fetched and taken, by the product's own code at every station. */

const atDesk = ({ page, host, desk }: Running, ask: CarryAsk): Promise<CarryOutcome | "died"> =>
  untilDeath(
    [page, host],
    inProcess(page, () => carry(desk, ask, new Set())),
  );

/** A person writes a file for the center; it is in the bag when they were told so. Answers with how many ops are in it. */
export const writeFile = async (
  world: World,
  { identity, computer, troubles }: SimulatedDesk,
  running: Running,
): Promise<number | undefined> => {
  const written = await atDesk(running, { do: "write" });
  if (written === "died") return undefined;
  if (!written.ok) {
    if (written.refusal.code !== "disk-full") troubles.push(`a file was refused: ${written.refusal.code}`);
    return undefined;
  }
  if (!("path" in written.value)) return undefined;
  const { path, bundleId, opCount } = written.value;
  const file = computer.disk.files.get(path);
  if (file === undefined) troubles.push("a file that was written is not there");
  else {
    const bytes = Uint8Array.from(file.bytes.subarray(0, file.length));
    world.bag.files.push({ is: "up", feed: identity.feed, bytes });
    world.bag.writers.set(bundleId, identity.feed);
  }
  return opCount;
};

/** What the center's program does for a person at its console. "died": it did not live to say; "busy": it said 500. */
const atConsole = async <T>(one: SimulatedCenter, work: () => Promise<T>): Promise<T | "died" | "busy"> => {
  try {
    return await untilDeath(
      [one.process],
      inProcess(one.process, async () => {
        await started(one);
        return work();
      }),
    );
  } catch (cause) {
    if (cause instanceof Error && "code" in cause) return "busy";
    throw cause;
  }
};

/** What of the center's tables a refused file changed: their names. Rows are replaced, never changed. */
const changedTables = (before: Tables, after: Tables): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((name) => {
    const [old, rows] = [before.get(name) ?? new Map(), after.get(name) ?? new Map()];
    return old.size !== rows.size || [...rows].some(([key, row]) => old.get(key) !== row);
  });

const lookAtRefused = (
  world: World,
  { feed, damage }: CarriedFile,
  before: Tables,
  taken: Result<Taken> | "died" | "busy",
) => {
  const desk = world.bureaus.flatMap(({ desks }) => desks).find(({ identity }) => identity.feed === feed);
  if (typeof taken === "object" && taken.ok)
    desk?.troubles.push(`I27 bundle integrity: a file was taken that is ${damage}`);
  const changed = changedTables(before, world.center.store.tables);
  if (changed.length > 0) desk?.troubles.push(`I27 bundle integrity: ${damage}, and ${changed} changed`);
};

/** A file that has to wait lies on its shelf until it is taken (F50). */
const lookAtParked = async (
  { center, bureaus }: World,
  { feed, bytes }: CarriedFile,
  taken: Result<Taken> | "died" | "busy",
): Promise<void> => {
  if (typeof taken !== "object" || !taken.ok || taken.value.is !== "parked") return;
  const { bundleId } = taken.value;
  const kept = await atConsole(center, async () => fromShelf(center.center, "parked", bundleId));
  if (typeof kept === "string" || (kept !== undefined && Buffer.from(bytes).equals(kept))) return;
  const desk = bureaus.flatMap(({ desks }) => desks).find(({ identity }) => identity.feed === feed);
  desk?.troubles.push("F50 parked: a file has to wait and is on no shelf");
};

/** The answers that lie on the center's shelf, as somebody fetches one. */
export const fetchAnswer = async (world: World, bundleId?: string): Promise<void> => {
  const { center, bag } = world;
  const found = await atConsole(center, async () => {
    const ids = shelved(center.center, "answers").map(({ id }) => id);
    const id = bundleId ?? (ids.length === 0 ? undefined : now.chance.pick(ids));
    const bytes = id === undefined ? undefined : fromShelf(center.center, "answers", id);
    return id === undefined || bytes === undefined ? undefined : { id, bytes };
  });
  if (typeof found !== "object") return;
  const feed = bag.writers.get(found.id);
  if (feed !== undefined) bag.files.push({ is: "down", feed, bytes: Uint8Array.from(found.bytes) });
};

/** Somebody hands a file in at the center. A damaged one must be refused and change nothing (I27). */
export const handIn = async (world: World, file: CarriedFile): Promise<Result<Taken> | "died" | "busy"> => {
  const { center } = world;
  if (file.damage !== undefined && (await atConsole(center, async () => "up")) !== "up") return "died";
  const before = copyOfTables(center.store.tables);
  const taken = await atConsole(center, () => importBundle(center.center, file.bytes));
  if (file.damage !== undefined) lookAtRefused(world, file, before, taken);
  else await lookAtParked(world, file, taken);
  return taken;
};

/** Somebody looks at the console's page of files, which tries again what is parked. */
export const visitConsole = (world: World) => atConsole(world.center, () => retryParked(world.center.center));

/** How far a desk knows the book, and its own feed at the center. */
type Standing = { readonly epoch: string; readonly seq: number; readonly n: number };
const standingOf = ({ computer }: SimulatedDesk, { desk }: Running): Standing => {
  const { epoch, seq } = (metaOf(computer, desk.db.name, "cursor") as Standing | undefined) ?? NOWHERE;
  const sent = metaOf(computer, desk.db.name, "sent") as { readonly n: number } | undefined;
  return { epoch, seq, n: sent?.n ?? 0 };
};
const NOWHERE = { epoch: "", seq: 0 };
/** How late a book began: those that a restore ended in their order, then the present one. */
const ageOf = ({ lineages }: World, epoch: string): number => {
  const at = [...lineages.keys()].indexOf(epoch);
  return at < 0 ? lineages.size : at;
};

/** An older answer never turns a desk back (F49), and one that is not for it or was damaged changes nothing (I27). */
const lookAtTaken = (
  world: World,
  desk: SimulatedDesk,
  about: {
    readonly file: CarriedFile;
    readonly before: Standing;
    readonly after: Standing;
    readonly isOk: boolean;
  },
): void => {
  const { file, before, after, isOk } = about;
  const isOurs = file.damage === undefined && file.feed === desk.identity.feed;
  const isMoved = before.seq !== after.seq || before.epoch !== after.epoch || before.n !== after.n;
  if (!isOurs && (isOk || isMoved))
    desk.troubles.push(`I27 bundle integrity: an answer was taken that is ${file.damage ?? "another's"}`);
  if (isOurs && isMoved && !isOk) desk.troubles.push("I26 an answer was taken and refused all the same");
  const isBack = before.epoch === after.epoch && (after.seq < before.seq || after.n < before.n);
  if (isBack || (before.epoch !== "" && ageOf(world, after.epoch) < ageOf(world, before.epoch)))
    desk.troubles.push("F49 an older answer turned the desk back");
};

/** A desk takes an answer. Answers with how many ops of the book were new, undefined when it was not taken. */
export const takeAnswer = async (
  world: World,
  desk: SimulatedDesk,
  { running, file }: { readonly running: Running; readonly file: CarriedFile },
): Promise<number | undefined> => {
  const before = standingOf(desk, running);
  const provenAt = () => metaOf(desk.computer, running.desk.db.name, "provenAt");
  const provenBefore = provenAt();
  const taken = await atDesk(running, {
    do: "read",
    file: new Blob([file.bytes as Uint8Array<ArrayBuffer>]),
  });
  if (taken === "died") return undefined;
  lookAtTaken(world, desk, { file, before, after: standingOf(desk, running), isOk: taken.ok });
  if (!taken.ok || !("newCount" in taken.value)) return undefined;
  if (taken.value.bookLater > 0 && provenAt() !== provenBefore)
    desk.troubles.push("R15 proven in sync: said by a file that had no room for the whole book");
  return taken.value.newCount;
};
