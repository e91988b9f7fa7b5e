import { appendFileSync, existsSync, readFileSync } from "node:fs";

/** A file of the traced disk by the number it got when it was made; its names come and go. */
export type FileNumber = number;
/** What stands for a folder where a file has its number. */
export const FOLDER: FileNumber = -1;

/**
 * What a program did to the disk, in the order of its calls. A sync covers what was asked for before it began (`upTo`,
 * an index into the trace) and counts from where it stands, for only then was the program told.
 */
export type DiskEvent =
  | { readonly k: "make"; readonly path: string; readonly file: FileNumber }
  | { readonly k: "rename"; readonly from: string; readonly to: string }
  | { readonly k: "remove"; readonly path: string }
  | { readonly k: "write"; readonly file: FileNumber; readonly at: number; readonly data: string }
  | { readonly k: "cut"; readonly file: FileNumber; readonly size: number }
  | { readonly k: "sync"; readonly file: FileNumber; readonly upTo: number }
  | { readonly k: "syncFolder"; readonly path: string; readonly upTo: number }
  /** The program told a person something: from here on it must be true. */
  | { readonly k: "said"; readonly what: string };

/** Every event of a trace; none where there is no such file yet. */
export const readTrace = (path: string): readonly DiskEvent[] =>
  existsSync(path)
    ? readFileSync(path, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as DiskEvent)
    : [];

const below = (names: ReadonlyMap<string, FileNumber>, path: string): readonly [string, FileNumber][] =>
  [...names].filter(([name]) => name === path || name.startsWith(`${path}/`));

/**
 * Applies what an event does to names; writes and syncs change none. A rename moves what bore the name in `running`, the
 * system as the program saw it: a disk may have lost the making of a name and kept its renaming.
 */
export const applyName = (
  names: Map<string, FileNumber>,
  event: DiskEvent,
  running: ReadonlyMap<string, FileNumber> = names,
): void => {
  if (event.k === "make") names.set(event.path, event.file);
  if (event.k === "remove") for (const [name] of below(names, event.path)) names.delete(name);
  if (event.k !== "rename") return;
  const own = running.get(event.from);
  const moved = [
    ...(own === undefined ? [] : [[event.from, own] as const]),
    ...below(names, event.from).filter(([name]) => name !== event.from),
  ];
  for (const [name] of [...below(names, event.to), ...below(names, event.from)]) names.delete(name);
  for (const [name, file] of moved) names.set(event.to + name.slice(event.from.length), file);
};

/** A trace that goes on where an earlier process left it. */
export const openTrace = (path: string) => {
  const earlier = readTrace(path);
  const names = new Map<string, FileNumber>();
  for (const event of earlier) applyName(names, event);
  let count = earlier.length;
  let files = earlier.filter(({ k }) => k === "make").length;
  return {
    names,
    count: (): number => count,
    nextFile: (): FileNumber => {
      files += 1;
      return files;
    },
    add: (event: DiskEvent): void => {
      appendFileSync(path, `${JSON.stringify(event)}\n`);
      applyName(names, event);
      count += 1;
    },
  };
};
