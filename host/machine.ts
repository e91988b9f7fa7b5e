import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { type Host, type HostCall, hostCallNames } from "../shared/host/contract.ts";
import { done, type Result, refuse } from "../shared/kernel/result.ts";
import { backupCalls } from "./calls/backupCalls.ts";
import { bundleCalls } from "./calls/bundleCalls.ts";
import { centerCalls } from "./calls/centerCalls.ts";
import { deskCalls } from "./calls/deskCalls.ts";
import { eraseCalls } from "./calls/eraseCalls.ts";
import { journalCalls } from "./calls/journalCalls.ts";
import { referralCalls } from "./calls/referralCalls.ts";
import { renewCalls } from "./calls/renewCalls.ts";
import { scanCalls } from "./calls/scanCalls.ts";
import { endSession } from "./calls/session.ts";
import { stationCalls } from "./calls/stationCalls.ts";
import { stickCalls } from "./calls/stickCalls.ts";
import { pdfOf, storeCalls } from "./calls/storeCalls.ts";
import { userCalls } from "./calls/userCalls.ts";
import { type Forward, openForward } from "./center/forward.ts";
import { markFolder, mayOpenFolder } from "./dataFormat.ts";
import { MIN_FREE_BYTES, openDiskGuard } from "./diskGuard.ts";
import { sweepDrafts } from "./exports.ts";
import { makeFolder } from "./files.ts";
import { openAttempts } from "./identity/attempts.ts";
import { readVault } from "./identity/vault.ts";
import { openEarlier } from "./journal/earlierJournals.ts";
import { openJournal } from "./journal/journal.ts";
import { lockFolder, type Unlock } from "./lockFolder.ts";
import { type Log, openLog } from "./logFile.ts";
import type { MachineOptions } from "./machineOptions.ts";
import { oneByOne } from "./oneByOne.ts";
import { finishRestore } from "./restore.ts";
import type { Folders, Scene } from "./scene.ts";
import { uptimeOf } from "./uptime.ts";

/** One running host: the contract, and the two doors beside it that carry streams instead of calls. */
export type Machine = {
  readonly host: Host;
  readonly forward: Forward;
  /** The bytes of a letter by their SHA-256, for the preview. */
  readonly pdf: (sha256: string) => Promise<Result<Uint8Array>>;
  readonly log: Log;
  /** Waits for what is being saved, forgets all keys and gives the folder back. */
  readonly close: () => Promise<void>;
};

const foldersIn = (data: string): Folders => ({
  data,
  journal: makeFolder(join(data, "journal")),
  blobs: makeFolder(join(data, "blobs")),
  exports: makeFolder(join(data, "exports")),
  backups: makeFolder(join(data, "backups")),
});

const openScene = async (options: MachineOptions): Promise<Scene> => {
  const folders = foldersIn(options.folder);
  const now = options.now ?? Date.now;
  await markFolder(folders.data, options.version);
  await finishRestore(folders.data);
  await sweepDrafts(folders.exports);
  const vault = readVault(folders.data);
  return {
    options,
    folders,
    now,
    vault,
    journal: await openJournal(folders.journal, options.sizes),
    earlier: await openEarlier(folders.data, vault),
    disk: openDiskGuard(folders.data, options.minFreeBytes ?? MIN_FREE_BYTES),
    log: openLog(join(folders.data, "logs"), now),
    boot: randomUUID(),
    letters: new Map(),
    alone: oneByOne(),
    running: new Set(),
    attempts: openAttempts(folders.data, vault?.installId ?? "", uptimeOf(options)),
    signedIn: undefined,
    hlc: [0, 0],
  };
};

/** Every call of the contract, on this scene. */
const callsOf = (scene: Scene): Host => ({
  ...deskCalls(scene),
  ...userCalls(scene),
  ...stationCalls(scene),
  ...journalCalls(scene),
  ...eraseCalls(scene),
  ...renewCalls(scene),
  ...storeCalls(scene),
  ...scanCalls(scene),
  ...backupCalls(scene),
  ...centerCalls(scene),
  ...bundleCalls(scene),
  ...stickCalls(scene),
  ...referralCalls(scene),
});

/** Remembers each call until it ends, so that no key is wiped under a call that seals with it. */
const tracked = (scene: Scene, calls: Host): Host => {
  const track = (call: HostCall) => (input: never) => {
    const run = (calls[call] as (input: never) => Promise<Result<unknown>>)(input);
    scene.running.add(run);
    return run.finally(() => scene.running.delete(run));
  };
  return Object.fromEntries(hostCallNames.map((call) => [call, track(call)])) as unknown as Host;
};

const close = async (scene: Scene, unlock: Unlock): Promise<void> => {
  endSession(scene);
  await Promise.allSettled([...scene.running]);
  await scene.options.printer.close();
  await scene.journal.close();
  scene.log("host-ended");
  unlock();
};

/**
 * Opens the machine of one data folder: everything behind the host contract, the same under every shell.
 * `busy` when another host has the folder (fault F18), `version-unknown` when a newer program wrote it (F11).
 */
export const createHost = async (options: MachineOptions): Promise<Result<Machine>> => {
  makeFolder(options.folder);
  const unlock = lockFolder(options.folder);
  if (unlock === undefined) return refuse("busy", undefined, "data-folder");
  const may = mayOpenFolder(options.folder);
  if (!may.ok) {
    unlock();
    return may;
  }
  const scene = await openScene(options).catch((cause: unknown) => {
    unlock();
    throw cause;
  });
  scene.log("host-started", {
    version: options.version,
    shell: options.shell,
    state: scene.journal.isDamaged() ? "damaged" : "sound",
  });
  return done({
    host: tracked(scene, callsOf(scene)),
    forward: openForward(scene),
    pdf: (sha256) => pdfOf(scene, sha256),
    log: scene.log,
    close: () => close(scene, unlock),
  });
};
