import { dirname } from "node:path";
import { applyName, type DiskEvent, type FileNumber, FOLDER } from "./trace.ts";

/** What lies on a disk after the power came back: folders and the bytes of files, by path. */
export type DiskState = ReadonlyMap<string, Buffer | "folder">;
/** What became of something that was not synced: there, not there, some sectors of it, or room for it without its bytes. */
export type Fate = "kept" | "lost" | "torn" | "zeros";

/** The smallest piece a disk writes whole. */
const SECTOR = 512;

const foldersOf = (event: DiskEvent): readonly string[] => {
  const parentOf = (path: string): string => dirname(path).replace(/^\.$/, "");
  if (event.k === "make" || event.k === "remove") return [parentOf(event.path)];
  return event.k === "rename" ? [parentOf(event.from), parentOf(event.to)] : [];
};

/** For every event before the cut: whether a sync that had ended by then covers it. */
export const isSynced = (events: readonly DiskEvent[]): readonly boolean[] => {
  const files = new Map<FileNumber, number>();
  const folders = new Map<string, number>();
  for (const event of events) {
    if (event.k === "sync") files.set(event.file, event.upTo);
    if (event.k === "syncFolder") folders.set(event.path, event.upTo);
  }
  return events.map((event, at) => {
    if (event.k === "write" || event.k === "cut") return at < (files.get(event.file) ?? 0);
    return foldersOf(event).some((path) => at < (folders.get(path) ?? 0));
  });
};

const grown = (bytes: Buffer, size: number): Buffer =>
  size <= bytes.length ? bytes : Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]);

const put = (bytes: Buffer, at: number, data: Buffer): Buffer => {
  const next = grown(bytes, at + data.length);
  data.copy(next, at);
  return next;
};

/** Some sectors of a write: which ones the chance says. */
const tear = (before: Buffer, at: number, data: Buffer, chance: () => number): Buffer => {
  let bytes = before;
  for (let from = 0; from < data.length; ) {
    const to = Math.min(data.length, from + SECTOR - ((at + from) % SECTOR));
    if (chance() < 0.5) bytes = put(bytes, at + from, data.subarray(from, to));
    from = to;
  }
  return bytes;
};

const written = (
  before: Buffer,
  event: DiskEvent & { readonly k: "write" },
  { fate, chance }: { readonly fate: Fate; readonly chance: () => number },
): Buffer => {
  const data = Buffer.from(event.data, "base64");
  if (fate === "torn") return tear(before, event.at, data, chance);
  return fate === "zeros" ? grown(before, event.at + data.length) : put(before, event.at, data);
};

/**
 * One legal state of the disk when the power went after these events: what was synced is there; of the rest each has
 * the fate that `fateOf` says, whatever came before or after it. A rename is whole or not at all.
 */
export const diskAfter = (
  events: readonly DiskEvent[],
  fateOf: (event: DiskEvent) => Fate,
  chance: () => number,
): DiskState => {
  const synced = isSynced(events);
  const [names, running] = [new Map<string, FileNumber>(), new Map<string, FileNumber>()];
  const contents = new Map<FileNumber, Buffer>();
  for (const [at, event] of events.entries()) {
    const fate = synced[at] ? "kept" : fateOf(event);
    if (fate !== "lost") applyName(names, event, running);
    applyName(running, event);
    if (fate === "lost") continue;
    if (event.k === "cut")
      contents.set(
        event.file,
        grown(contents.get(event.file) ?? Buffer.alloc(0), event.size).subarray(0, event.size),
      );
    if (event.k === "write")
      contents.set(event.file, written(contents.get(event.file) ?? Buffer.alloc(0), event, { fate, chance }));
  }
  const isReached = (path: string): boolean => path === "." || (names.has(path) && isReached(dirname(path)));
  return new Map(
    [...names]
      .filter(([path]) => isReached(path))
      .map(([path, file]) => [path, file === FOLDER ? "folder" : (contents.get(file) ?? Buffer.alloc(0))]),
  );
};
