import { join } from "node:path";
import { makeFolder } from "../../host/files.ts";
import { withUser } from "../../host/identity/accounts.ts";
import { type Keys, openKeys } from "../../host/identity/keys.ts";
import { bear, newVault } from "../../host/identity/newVault.ts";
import { readVault, type Vault, writeVault } from "../../host/identity/vault.ts";
import { type Journal, openJournal } from "../../host/journal/journal.ts";
import { lockFolder } from "../../host/lockFolder.ts";
import { must } from "../demo/headlessDesk.ts";
import { DEMO_PASSWORD } from "../demo/staff.ts";
import { FOUNDER } from "./registerActs.ts";
import type { Registers } from "./registers.ts";

/** A desk's data folder, founded and open for writing. */
export type FoundedDesk = {
  readonly vault: Vault;
  readonly keys: Keys;
  readonly journal: Journal;
  readonly close: () => Promise<void>;
};

/** When the year's desk was set up: the early morning of its first day, in UTC. */
const SET_UP_AT = "2025-11-23T22:50:00.000Z";

const vaultOf = async ({
  bureauId,
  staff,
}: Registers): Promise<{ readonly vault: Vault; readonly keys: Keys }> => {
  const birth = bear();
  const founder = staff.find(({ login }) => login === FOUNDER);
  if (founder === undefined) throw new Error("nobody sets the desk up");
  const account = { login: founder.login, staffId: founder.id, isAdmin: true, isFounder: true };
  const first = { account, password: DEMO_PASSWORD, deskName: "甲县一号工位", at: SET_UP_AT };
  let { vault } = await newVault(birth, { bureau: bureauId, center: null }, first);
  for (const { login, id } of staff.filter((row) => row !== founder)) {
    const user = { login, password: DEMO_PASSWORD, staffId: id };
    vault = must(await withUser(vault, user, { dataKey: birth.dataKey, at: SET_UP_AT }), `account ${login}`);
  }
  return { vault, keys: openKeys(vault, birth.dataKey) };
};

/**
 * Founds a desk in an empty folder as the host itself does it, with an account for everybody on the staff. The ids of
 * bureau and staff are those of the invented year, so that the same seed writes the same records. Throws when the
 * folder already holds a desk, or another program has it open.
 */
export const foundDesk = async (folder: string, registers: Registers): Promise<FoundedDesk> => {
  makeFolder(folder);
  const unlock = lockFolder(folder);
  if (unlock === undefined) throw new Error(`another desk has ${folder} open`);
  if (readVault(folder) !== undefined) throw new Error(`there already is a desk in ${folder}`);
  const { vault, keys } = await vaultOf(registers);
  await writeVault(folder, vault);
  const journal = await openJournal(makeFolder(join(folder, "journal")));
  const close = async (): Promise<void> => {
    await journal.close();
    unlock();
  };
  return { vault, keys, journal, close };
};
