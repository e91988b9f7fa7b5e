import { existsSync } from "node:fs";
import { cp, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { VAULT } from "./backup.ts";
import { makeFolder, writeSynced } from "./files.ts";
import type { SignedIn } from "./identity/keys.ts";
import { reborn } from "./identity/newVault.ts";
import { type Vault, vaultBytes } from "./identity/vault.ts";
import { TYPE } from "./journal/frame.ts";
import { readOps } from "./journal/readOps.ts";
import { scanJournal } from "./journal/scanJournal.ts";
import { segmentNumbers, segmentPath } from "./journal/segments.ts";
import { decideRestore, PART } from "./restore.ts";

/** Where a damaged journal is kept as it was found, for whoever may still get something out of it. */
const DAMAGED = "damaged";

/** How far a journal can be read: what lies behind is not what was promised, whoever wrote it. */
type Salvage = { readonly segment: number; readonly offset: number; readonly opCount: number };

const salvageOf = async (folder: string, key: Uint8Array): Promise<Salvage> => {
  const { places, end } = await scanJournal(folder, 0);
  const ops = places.get(TYPE.op) ?? [];
  const read = await readOps(folder, key, ops);
  const bad = ops[read.ops.length];
  return { ...(bad ?? end), opCount: read.ops.length };
};

/** Copies the readable part of a journal, durably. */
const copySalvaged = async (from: string, to: string, { segment, offset }: Salvage): Promise<void> => {
  makeFolder(to);
  for (const number of segmentNumbers(from).filter((each) => each <= segment)) {
    const bytes = await readFile(segmentPath(from, number));
    const kept = number === segment ? bytes.subarray(0, offset) : bytes;
    if (kept.length > 0) await writeSynced(segmentPath(to, number), kept);
  }
};

/** The journals of feeds before this one are laid out with the new one: a restore replaces their folder as a whole. */
const copyEarlier = async (from: string, to: string): Promise<void> => {
  if (!existsSync(from)) return;
  for (const feed of await readdir(from)) {
    makeFolder(join(to, feed));
    for (const number of segmentNumbers(join(from, feed)))
      await writeSynced(
        segmentPath(join(to, feed), number),
        await readFile(segmentPath(join(from, feed), number)),
      );
  }
};

/**
 * Makes ready a new journal for a desk whose own is damaged: it goes on under another feed, as a restored desk does
 * (decision 30), because nobody can tell here how far the old feed went. What can be read becomes an earlier journal, is
 * shown and delivered; the rest comes back with the book where the center has it. The damaged folder is kept as it is.
 * `finishRestore` puts it into place. Answers how many own ops could be read.
 */
export const prepareRenewal = async (
  { data, journal }: { readonly data: string; readonly journal: string },
  vault: Vault,
  { keys }: SignedIn,
): Promise<number> => {
  const part = join(data, PART);
  const salvage = await salvageOf(journal, keys.journal);
  await cp(journal, join(makeFolder(join(data, DAMAGED)), vault.feed), { recursive: true, force: true });
  try {
    await rm(part, { recursive: true, force: true });
    makeFolder(part);
    makeFolder(join(part, "journal"));
    await copyEarlier(join(data, "earlier"), join(part, "earlier"));
    await copySalvaged(journal, join(part, "earlier", vault.feed), salvage);
    await writeSynced(join(part, VAULT), vaultBytes(reborn(vault, keys.dataKey)));
    await decideRestore(data);
  } catch (cause) {
    await rm(part, { recursive: true, force: true });
    throw cause;
  }
  return salvage.opCount;
};
