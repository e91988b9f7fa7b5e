import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Keychain } from "../../../host/identity/stationKey.ts";
import { readVault, type Vault } from "../../../host/identity/vault.ts";
import type { Machine } from "../../../host/machine.ts";
import {
  answered,
  codeOf,
  FOUNDER,
  newFolder,
  openMachine,
  removeFolder,
  setUp,
  signIn,
  wish,
} from "./machines.ts";

/** A key store of the machine's edge: its own AES key, which no other store has. */
const aStore = (name = "gnome_libsecret") => {
  const key = randomBytes(32);
  const state = { name: name as string | undefined, isOpen: true, isStale: false, sealed: 0 };
  const keychain: Keychain = {
    backend: () => state.name,
    seal: async (secret) => {
      if (!state.isOpen) return undefined;
      state.sealed += 1;
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
    },
    unseal: async (bytes) => {
      if (!state.isOpen) return undefined;
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(-16));
      try {
        const text = decipher.update(bytes.subarray(12, -16));
        return { secret: Buffer.concat([text, decipher.final()]), isStale: state.isStale };
      } catch {
        return undefined;
      }
    },
  };
  return { keychain, state };
};

const folders: string[] = [];
const machines: Machine[] = [];
const aFolder = (): string => {
  const folder = newFolder();
  folders.push(folder);
  return folder;
};
const open = async (folder: string, keychain?: Keychain): Promise<Machine> => {
  const machine = await openMachine(folder, keychain === undefined ? {} : { keychain });
  machines.push(machine);
  return machine;
};
/** The same folder under another host, as after a restart. */
const again = async (folder: string, keychain?: Keychain): Promise<Machine> => {
  await machines.pop()?.close();
  return open(folder, keychain);
};
afterEach(async () => {
  for (const machine of machines.splice(0)) await machine.close();
  for (const folder of folders.splice(0)) removeFolder(folder);
});

const vaultIn = (folder: string): Vault => {
  const vault = readVault(folder);
  if (vault === undefined) throw new Error("no vault");
  return vault;
};
const CLERK = { login: "clerk1", password: "Willow-river-77" } as const;

/** A desk with two accounts and one op, bound to `store`. */
const aBoundDesk = async (store = aStore()) => {
  const folder = aFolder();
  const { host } = await open(folder, store.keychain);
  const { recoveryKey } = await setUp(host);
  answered(await host["user.add"]({ ...CLERK, staffId: "staff-clerk-1" }));
  answered(await host["journal.commit"](wish("before")));
  answered(await host["station.bind"]({ recoveryKey }));
  return { folder, host, recoveryKey, store };
};

describe("security row 33: passwords bound to the computer's key store (decision 0021)", () => {
  it("is made by an administrator who has the recovery key, where there is a store, and once", async () => {
    const [folder, store] = [aFolder(), aStore()];
    store.state.name = undefined;
    const { host } = await open(folder, store.keychain);
    const { recoveryKey } = await setUp(host);
    answered(await host["user.add"]({ ...CLERK, staffId: "staff-clerk-1" }));
    expect(answered(await host["app.info"]({}))).toMatchObject({ hasKeychain: false, isStationBound: false });
    expect(codeOf(await host["station.bind"]({ recoveryKey }))).toBe("no-key-store");
    store.state.name = "gnome_libsecret";
    const other = `${recoveryKey.startsWith("0") ? "1" : "0"}${recoveryKey.slice(1)}`;
    expect(codeOf(await host["station.bind"]({ recoveryKey: other }))).toBe("recovery-key-invalid");
    store.state.isOpen = false;
    expect(codeOf(await host["station.bind"]({ recoveryKey }))).toBe("no-key-store");
    expect([vaultIn(folder).station, store.state.sealed]).toEqual([null, 0]);
    store.state.isOpen = true;
    answered(await host["station.bind"]({ recoveryKey }));
    expect(codeOf(await host["station.bind"]({ recoveryKey }))).toBe("already-done");
    expect(answered(await host["app.info"]({}))).toMatchObject({ hasKeychain: true, isStationBound: true });
    answered(await host["user.signIn"](CLERK));
    expect(codeOf(await host["station.bind"]({ recoveryKey }))).toBe("role-forbids");
    expect(codeOf(await host["station.unbind"]({}))).toBe("role-forbids");
    answered(await host["user.lock"]({}));
    expect(codeOf(await host["station.unbind"]({}))).toBe("signed-out");
  });

  it("the store alone shows nothing: a restarted desk answers only after a password", async () => {
    const { folder, store } = await aBoundDesk();
    const { host } = await again(folder, store.keychain);
    expect(codeOf(await host["journal.read"]({ after: 0, limit: 1 }))).toBe("signed-out");
    expect(codeOf(await host["user.signIn"]({ ...CLERK, password: "wrong" }))).toBe("sign-in-failed");
    const { wrap, sealed } = vaultIn(folder).station ?? { wrap: "", sealed: "" };
    const secret = (await store.keychain.unseal(Buffer.from(wrap, "base64")))?.secret;
    const { pageKey } = answered(await host["user.signIn"](CLERK));
    expect(answered(await host["journal.read"]({ after: 0, limit: 9 })).ops).toHaveLength(1);
    // What the store keeps is no key of the data, and nothing that lies in the vault in clear.
    expect(secret).toHaveLength(32);
    expect(Buffer.from(secret ?? "").toString("base64")).not.toBe(pageKey);
    expect(readFileSync(join(folder, "vault.json"), "utf8")).not.toContain(
      Buffer.from(secret ?? "").toString("base64"),
    );
    expect(sealed).not.toBe(wrap);
  });

  it("a stolen copy does not answer to the right password, here or under another store; the paper opens it", async () => {
    const { folder, recoveryKey } = await aBoundDesk();
    const copy = aFolder();
    cpSync(join(folder, "vault.json"), join(copy, "vault.json"));
    cpSync(join(folder, "journal"), join(copy, "journal"), { recursive: true });
    for (const keychain of [undefined, aStore().keychain]) {
      const { host } = await open(copy, keychain);
      expect(codeOf(await signIn(host))).toBe("station-key-gone");
      expect(codeOf(await host["user.changePassword"]({ ...CHANGE, login: FOUNDER.login }))).toBe(
        "station-key-gone",
      );
      await machines.pop()?.close();
    }
    const { host } = await open(copy);
    const newPassword = "Cedar-lantern-58";
    answered(await host["user.recover"]({ login: "founder", recoveryKey, newPassword }));
    answered(await host["user.signIn"]({ login: "founder", password: newPassword }));
    expect(answered(await host["journal.read"]({ after: 0, limit: 9 })).ops).toHaveLength(1);
  });

  it("a store that is gone costs one use of the paper; then every password opens again, unbound", async () => {
    const { folder, recoveryKey } = await aBoundDesk();
    const { host } = await again(folder);
    expect(codeOf(await host["user.signIn"](CLERK))).toBe("station-key-gone");
    const newPassword = "Cedar-lantern-58";
    answered(await host["user.recover"]({ login: "founder", recoveryKey, newPassword }));
    expect(vaultIn(folder).station).toBeNull();
    answered(await host["user.signIn"](CLERK));
    answered(await host["user.signIn"]({ login: "founder", password: newPassword }));
  });

  it("a store that changed is bound anew by one use of the paper; the old one is of no use afterwards", async () => {
    const { folder, recoveryKey, store } = await aBoundDesk();
    const next = aStore("kwallet6");
    const { host } = await again(folder, next.keychain);
    const newPassword = "Cedar-lantern-58";
    answered(await host["user.recover"]({ login: "founder", recoveryKey, newPassword }));
    expect(vaultIn(folder).station?.backend).toBe("kwallet6");
    answered(await host["user.signIn"](CLERK));
    const old = await again(folder, store.keychain);
    expect(codeOf(await old.host["user.signIn"](CLERK))).toBe("station-key-gone");
  });

  it("a store that exchanged its key gets the secret anew at the next sign-in", async () => {
    const { folder, host, store } = await aBoundDesk();
    const before = vaultIn(folder).station?.wrap;
    answered(await host["user.signIn"](CLERK));
    expect(vaultIn(folder).station?.wrap).toBe(before);
    store.state.isStale = true;
    answered(await host["user.signIn"](CLERK));
    expect(vaultIn(folder).station?.wrap).not.toBe(before);
    store.state.isStale = false;
    answered(await host["user.signIn"](CLERK));
  });

  it("new accounts and changed passwords lie under the binding like all others", async () => {
    const { folder, host, store } = await aBoundDesk();
    answered(await signIn(host));
    const clerk2 = { login: "clerk2", password: "Maple-harbour-31" };
    answered(await host["user.add"]({ ...clerk2, staffId: "staff-clerk-2" }));
    answered(await host["user.changePassword"](CHANGE));
    for (const named of [clerk2, { login: CLERK.login, password: CHANGE.newPassword }]) {
      const bare = await again(folder);
      expect(codeOf(await bare.host["user.signIn"](named))).toBe("station-key-gone");
      const bound = await again(folder, store.keychain);
      answered(await bound.host["user.signIn"](named));
    }
  });

  it("is given up by an administrator; then a copy opens with a password again", async () => {
    const { folder, host } = await aBoundDesk();
    answered(await host["station.unbind"]({}));
    expect(codeOf(await host["station.unbind"]({}))).toBe("already-done");
    expect(answered(await host["app.info"]({})).isStationBound).toBe(false);
    const { host: bare } = await again(folder);
    answered(await bare["user.signIn"](CLERK));
    answered(await signIn(bare));
  });
});

const CHANGE = { login: CLERK.login, oldPassword: CLERK.password, newPassword: "Birch-meadow-93" } as const;
