import { join } from "node:path";
import { expect } from "vitest";
import { unwrapForUser } from "../../../../host/identity/envelopes.ts";
import { openKeys } from "../../../../host/identity/keys.ts";
import { readVault, type Vault } from "../../../../host/identity/vault.ts";
import { TYPE } from "../../../../host/journal/frame.ts";
import { openJournal } from "../../../../host/journal/journal.ts";
import { readOps } from "../../../../host/journal/readOps.ts";
import { readPlaces } from "../../../../host/journal/readPlaces.ts";
import { sealNote, unsealNote } from "../../../../host/journal/sealRecord.ts";
import type { Header } from "../../../../shared/ops/op.ts";
import { answered, openMachine } from "../../../contract/host/machines.ts";
import { SIZES, type Told } from "./told.ts";

const opened = new Map<string, Buffer | undefined>();

/** The data key by any of the passwords; each envelope is opened once, for it is made to take long. */
const dataKeyOf = async (vault: Vault, passwords: readonly string[]): Promise<Buffer | undefined> => {
  const [user] = vault.users;
  if (user === undefined) return undefined;
  for (const password of passwords) {
    const name = JSON.stringify([user.sealed, password]);
    if (!opened.has(name)) opened.set(name, await unwrapForUser(vault, user, password));
    const key = opened.get(name);
    if (key !== undefined) return key;
  }
  return undefined;
};

/** Everything that was told is there, whole and in order, and the journal goes on. */
const expectKept = async (desk: string, vault: Vault, { ops, notes, passwords }: Told): Promise<void> => {
  const dataKey = await dataKeyOf(vault, passwords);
  expect(dataKey).toBeDefined();
  const keys = openKeys(vault, Buffer.from(dataKey ?? []));
  const folder = join(desk, "journal");
  const journal = await openJournal(folder, SIZES);
  const { ops: found, isWhole } = await readOps(folder, keys.journal, journal.places(TYPE.op));
  expect(isWhole).toBe(true);
  for (const [n, h] of ops) expect(found[n - 1]?.h).toBe(h);
  const headers = found.map(({ header }) => JSON.parse(header) as Header);
  expect(headers.every(({ n, prev }, at) => n === at + 1 && prev === (found[at - 1]?.h ?? ""))).toBe(true);
  const places = journal.places(TYPE.receipt);
  const records = await readPlaces(folder, places);
  const kept = places.map((place, at) => {
    const bytes = records[at] ?? Buffer.alloc(0);
    return unsealNote(keys.journal, { ...place, type: TYPE.receipt }, bytes)?.body;
  });
  expect(kept).toEqual(expect.arrayContaining([...notes]));
  const note = { at: "", login: "", body: "after the cut" };
  await journal.append((spot) => ({
    type: TYPE.audit,
    bytes: sealNote(keys.journal, { ...spot, type: TYPE.audit }, note),
  }));
  await journal.close();
};

/** Starts the real host on a desk that was found after a power cut, and looks into what it makes of it. */
export const expectAfterCut = async (desk: string, told: Told): Promise<void> => {
  const machine = await openMachine(desk, { sizes: SIZES });
  const { isSetUp, readOnly } = answered(await machine.host["app.info"]({}));
  await machine.close();
  expect({ isSetUp: isSetUp || !told.isSetUp, readOnly }).toEqual({ isSetUp: true, readOnly: "no" });
  const vault = readVault(desk);
  if (vault !== undefined) await expectKept(desk, vault, told);
};
