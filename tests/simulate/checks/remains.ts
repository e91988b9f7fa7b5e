import { clearOf, FRAME_HEAD, frameAt, TYPE } from "../../../host/journal/frame.ts";
import { unsealNote, unsealOp } from "../../../host/journal/sealRecord.ts";
import { SEGMENT_HEAD } from "../../../host/journal/segments.ts";
import type { Seal } from "../../../renderer/data/seal.ts";
import type { MemoryDb } from "../machine/memoryDb.ts";
import { inProcess } from "../machine/process.ts";
import type { SimulatedDesk } from "../world/desk.ts";
import { JOURNAL_KEY } from "../world/host.ts";
import type { Row } from "../world/tables.ts";
import type { Bureau, World } from "../world/world.ts";

/** One place where content may lie: where it is, everything in it as text, and of which op it is when it is one's. */
export type Remain = { readonly where: string; readonly text: string; readonly h?: string };
/** Everything that lies anywhere in one bureau, opened; by feed for its desks. */
export type Remains = {
  readonly center: readonly Remain[];
  readonly databases: ReadonlyMap<string, readonly Remain[]>;
  readonly journals: ReadonlyMap<string, readonly Remain[]>;
};

const textOfRow = (row: Row): string =>
  Object.values(row)
    .map((value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("utf8") : JSON.stringify(value),
    )
    .join("\n");

const centerRemains = ({ center }: World, bureau: string): readonly Remain[] => {
  const { tables, dead } = center.store;
  const all = [
    ...[...tables].flatMap(([name, rows]) => [...rows.values()].map((row) => ({ where: name, row }))),
    ...[...dead].flatMap(([name, rows]) => rows.map((row) => ({ where: `old pages of ${name}`, row }))),
  ];
  return all
    .filter(({ row }) => row.bureau === bureau)
    .map(({ where, row }) => ({
      where,
      text: textOfRow(row),
      ...(typeof row.h === "string" && { h: row.h }),
    }));
};

const PLACES: Readonly<Record<string, (row: Row) => string>> = {
  ops: ({ h }) => String(h),
  records: ({ t, id }) => `${t}/${id}`,
  sheets: ({ no }) => String(no),
  volumes: ({ t, from, upTo }) => `${t}/${from}-${upTo}`,
};

const databaseRemains = async (db: MemoryDb, seal: Seal): Promise<readonly Remain[]> => {
  const found: Remain[] = [];
  for (const [where, rows] of db.tables)
    for (const row of rows.values()) {
      const { sealed, ...open } = row;
      const place = PLACES[where];
      const inside =
        sealed === undefined || place === undefined
          ? ""
          : await seal.open(where, place(row), sealed as Uint8Array<ArrayBuffer>);
      const text = `${JSON.stringify(open)}${JSON.stringify(inside)}`;
      found.push({ where, text, ...(where === "ops" && { h: String(row.h) }) });
    }
  return found;
};

/** Every record of a file that begins as a segment does, drafts that a kill left included. */
const segmentRemains = (where: string, segment: number, bytes: Buffer): readonly Remain[] => {
  const found: Remain[] = [];
  let offset = SEGMENT_HEAD;
  for (;;) {
    const frame = frameAt(bytes, offset);
    if (frame === undefined) return found;
    const at = { segment, offset };
    if (frame.type === TYPE.op)
      found.push({
        where,
        text: unsealOp(JOURNAL_KEY, at, frame.bytes)?.payload ?? "",
        h: clearOf(frame.bytes).h,
      });
    else {
      const { type } = frame;
      found.push({ where, text: unsealNote(JOURNAL_KEY, { ...at, type }, frame.bytes)?.body ?? "" });
    }
    offset += FRAME_HEAD + frame.bytes.length;
  }
};

const journalRemains = ({ computer }: SimulatedDesk): readonly Remain[] =>
  [...computer.disk.files].flatMap(([path, { bytes, length }]) => {
    const number = /\/(\d{8})\.seg/.exec(path)?.[1];
    const content = Buffer.from(bytes.subarray(0, length));
    return number === undefined ? [] : segmentRemains(path, Number(number), content);
  });

/** Everything there is in one bureau at the end. */
export const remainsOf = async (world: World, { id, desks }: Bureau): Promise<Remains> => {
  const databases = new Map<string, readonly Remain[]>();
  for (const { computer, running, identity } of desks) {
    if (running === undefined) continue;
    const all = await inProcess(running.page, () =>
      Promise.all([...computer.databases.values()].map((db) => databaseRemains(db, running.desk.seal))),
    );
    databases.set(identity.feed, all.flat());
  }
  return {
    center: centerRemains(world, id),
    databases,
    journals: new Map(desks.map((desk) => [desk.identity.feed, journalRemains(desk)])),
  };
};
