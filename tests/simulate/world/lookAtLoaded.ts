import { openRecordRow } from "../../../renderer/data/recordStore.ts";
import type { RecordState } from "../../../shared/ops/state.ts";
import { key as nameOf, statesOf, textOfState } from "../checks/check.ts";
import { type Booked, bookedOf } from "../checks/evidence.ts";
import { inProcess } from "../machine/process.ts";
import { metaOf, type Running, type SimulatedDesk } from "./desk.ts";
import type { World } from "./world.ts";

type Point = { readonly seq: number; readonly chain: string };

/** The book of a bureau at the center up to a number. */
export const bookUpTo = ({ center }: World, bureau: string, seq: number): readonly Booked[] =>
  [...(center.store.tables.get("op")?.values() ?? [])]
    .filter((row) => row.bureau === bureau && Number(row.seq) <= seq)
    .map(bookedOf)
    .sort((a, b) => a.seq - b.seq);

/** The databases of a desk that were made from a snapshot and are ready, beside the one it has open. */
const loadedBeside = ({ computer }: SimulatedDesk, { desk }: Running): readonly string[] =>
  [...computer.databases.keys()].filter((name) => {
    const named = metaOf(computer, name, "desk") as { readonly isReady?: boolean } | undefined;
    const isLoaded = metaOf(computer, name, "snapshot") !== undefined;
    return name !== desk.db.name && named?.isReady === true && isLoaded;
  });

/** The records of which the book's ops up to a number say something else than these states; the book's are of its own center. */
export const differing = (book: readonly Booked[], states: readonly RecordState[]): readonly string[] => {
  const [ours, truth] = [named(states), named([...statesOf(book).values()])];
  return [...new Set([...truth.keys(), ...ours.keys()])].filter((each) => {
    const [own, theirs] = [ours.get(each), truth.get(each)];
    return own === undefined || theirs === undefined || textOfState(own) !== textOfState(theirs);
  });
};
/** States by their records' names; one that no op of the book has touched is nothing. */
const named = (states: readonly RecordState[]): ReadonlyMap<string, RecordState> =>
  new Map(states.filter(({ lastSeq }) => lastSeq > 0).map((state) => [nameOf(state.t, state.id), state]));

/** What a database was loaded with is what the book's ops add up to at that number (I29); nothing to say of an ended book. */
const lookAt = async (world: World, one: SimulatedDesk, { running, name }: Named): Promise<void> => {
  const { computer, identity, troubles } = one;
  const { seq, chain } = metaOf(computer, name, "snapshot") as Point;
  const book = bookUpTo(world, identity.bureau, seq);
  if (book.length !== seq || book.at(-1)?.chain !== chain) return;
  const rows = [...(computer.databases.get(name)?.tables.get("records")?.values() ?? [])];
  const held = await Promise.all(rows.map((row) => openRecordRow(running.desk.seal, row as never)));
  const wrong = differing(
    book,
    held.map(({ confirmed }) => confirmed),
  );
  if (wrong.length > 0)
    troubles.push(`I29 bootstrap: loaded at ${seq}, ${wrong.join()} is not what the book says`);
};
type Named = { readonly running: Running; readonly name: string };

/** Looks at what a desk has loaded and not yet opened. */
export const lookAtLoaded = async (world: World, desk: SimulatedDesk, running: Running): Promise<void> => {
  for (const name of loadedBeside(desk, running))
    await inProcess(running.page, () => lookAt(world, desk, { running, name }));
};
