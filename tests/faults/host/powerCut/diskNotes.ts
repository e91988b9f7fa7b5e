import { fstatSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { type FileNumber, FOLDER, openTrace } from "./trace.ts";

/** Logs and the lock are left out: the first promise nothing, the second holds nothing. */
const IGNORED = /(^|\/)(logs(\/|$)|lock$)/;

type Open = { readonly file: FileNumber; readonly path: string; at: number };

/** Writes down what calls of a file system do to the folder `root`, as they are made. */
export const diskNotes = (root: string, tracePath: string) => {
  const trace = openTrace(tracePath);
  const opened = new Map<number, Open>();
  let isDying = false;
  const inside = (path: unknown): string | undefined => {
    const name = relative(root, String(path));
    return name.startsWith("..") || IGNORED.test(name) ? undefined : name;
  };
  const folders = (path: unknown): void => {
    const name = inside(path);
    if (name === undefined || name === "" || trace.names.has(name)) return;
    folders(join(root, dirname(name)));
    trace.add({ k: "make", path: name, file: FOLDER });
  };
  return {
    folders,
    said: (what: string): void => trace.add({ k: "said", what }),
    /** The process is killed where it would next sync a file: what it has just written is in the system's hands alone. */
    dieAtNextSync: (): void => {
      isDying = true;
    },
    opened: (path: unknown, flags: unknown, fd: number): void => {
      const name = inside(path);
      opened.delete(fd);
      if (name === undefined) return;
      const known = name === "" ? FOLDER : trace.names.get(name);
      const file = known ?? trace.nextFile();
      if (known === undefined) trace.add({ k: "make", path: name, file });
      else if (String(flags).startsWith("w")) trace.add({ k: "cut", file, size: 0 });
      opened.set(fd, { file, path: name, at: String(flags).startsWith("a") ? fstatSync(fd).size : 0 });
    },
    wrote: (fd: number, bytes: Uint8Array, at: number | null | undefined): void => {
      const open = opened.get(fd);
      if (open === undefined) return;
      const from = at ?? open.at;
      open.at = from + bytes.length;
      trace.add({ k: "write", file: open.file, at: from, data: Buffer.from(bytes).toString("base64") });
    },
    cut: (fd: number, size: number): void => {
      const file = opened.get(fd)?.file;
      if (file !== undefined) trace.add({ k: "cut", file, size });
    },
    /** A sync begins; answers what to call when it has ended. */
    syncing: (fd: number): (() => void) => {
      const open = opened.get(fd);
      const upTo = trace.count();
      if (open === undefined) return () => undefined;
      const { file, path } = open;
      if (isDying && file !== FOLDER) process.kill(process.pid, "SIGKILL");
      return () => trace.add(file === FOLDER ? { k: "syncFolder", path, upTo } : { k: "sync", file, upTo });
    },
    removed: (path: unknown): void => {
      const name = inside(path);
      if (name === undefined) return;
      const gone = [...trace.names.keys()].filter((each) => each === name || each.startsWith(`${name}/`));
      // a tree goes leaf by leaf
      for (const each of gone.sort((a, b) => b.length - a.length)) trace.add({ k: "remove", path: each });
    },
    moved: (from: unknown, to: unknown): void => {
      const [old, next] = [inside(from), inside(to)];
      if (old !== undefined && next !== undefined) trace.add({ k: "rename", from: old, to: next });
    },
  };
};
/** What `diskNotes` answers. */
export type DiskNotes = ReturnType<typeof diskNotes>;
