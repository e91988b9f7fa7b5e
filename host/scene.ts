import { done, type Result, refuse } from "../shared/kernel/result.ts";
import type { Hlc } from "../shared/ops/hlc.ts";
import type { DiskGuard } from "./diskGuard.ts";
import type { Attempts } from "./identity/attempts.ts";
import type { SignedIn } from "./identity/keys.ts";
import type { Vault } from "./identity/vault.ts";
import type { EarlierJournal } from "./journal/earlierJournals.ts";
import type { Journal } from "./journal/journal.ts";
import type { Log } from "./logFile.ts";
import type { MachineOptions } from "./machineOptions.ts";
import type { OneByOne } from "./oneByOne.ts";

/** Where everything lies below the data folder. */
export type Folders = {
  readonly data: string;
  readonly journal: string;
  readonly blobs: string;
  readonly exports: string;
  readonly backups: string;
};

/** What all calls of one host share. What changes: vault, who is signed in, the clock, and after a restore the journals. */
export type Scene = {
  readonly options: MachineOptions;
  readonly folders: Folders;
  /** Replaced once in the life of a host: when a backup was restored. */
  journal: Journal;
  /** Journals of feeds written before a restore, oldest first: read, never appended to. */
  earlier: readonly EarlierJournal[];
  readonly disk: DiskGuard;
  readonly log: Log;
  readonly now: () => number;
  /** Names this run of the host in every op. */
  readonly boot: string;
  /** Letters rendered lately, for the preview, by their SHA-256. */
  readonly letters: Map<string, Uint8Array>;
  /** One change of the vault at a time: the second would undo the first. */
  readonly alone: OneByOne;
  /** Calls that have begun and not ended. */
  readonly running: Set<Promise<unknown>>;
  attempts: Attempts;
  vault: Vault | undefined;
  signedIn: SignedIn | undefined;
  hlc: Hlc;
};

/** Who is signed in, or `signed-out`. */
export const present = (scene: Scene): Result<SignedIn> =>
  scene.signedIn === undefined ? refuse("signed-out") : done(scene.signedIn);

/** The vault, or `not-set-up`. */
export const vaultOf = (scene: Scene): Result<Vault> =>
  scene.vault === undefined ? refuse("not-set-up") : done(scene.vault);

/** Whether anything may be written now: `journal-damaged` and `disk-full` make the desk read-only. */
export const writable = ({ journal, disk }: Scene): Result<void> => {
  if (journal.isDamaged()) return refuse("journal-damaged");
  return disk.isFull() ? refuse("disk-full") : done(undefined);
};
