import type { Host, HostInput, Session } from "../../shared/host/contract.ts";
import { assert } from "../../shared/kernel/assert.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import {
  type Opened,
  openWithPassword,
  openWithRecoveryKey,
  withPassword,
  withUser,
} from "../identity/accounts.ts";
import { askStation, cover, keepStation, stationSecret, uncover } from "../identity/stationKey.ts";
import { type Vault, writeVault } from "../identity/vault.ts";
import { present, type Scene, vaultOf } from "../scene.ts";
import { endSession, startSession } from "./session.ts";

const nothing = done({});
type Nothing = Result<Record<string, never>>;
const iso = (scene: Scene): string => new Date(scene.now()).toISOString();

/** Writes a changed vault, if it may be changed. */
const keep = async (scene: Scene, changed: Result<Vault>): Promise<Nothing> => {
  if (!changed.ok) return changed;
  await writeVault(scene.folders.data, changed.value);
  scene.vault = changed.value;
  return nothing;
};

/** The vault with its password envelopes laid open by this station; `station-key-gone` when its key store does not. */
const uncovered = async ({ options }: Scene, vault: Vault): Promise<Result<Vault>> => {
  if (vault.station === null) return done(vault);
  const asked = await askStation(vault.station, options.keychain);
  const plain = asked === undefined ? undefined : uncover(vault, asked.secret);
  return plain === undefined ? refuse("station-key-gone") : done(plain);
};

const openBeneath = async (
  scene: Scene,
  vault: Vault,
  named: HostInput<"user.signIn">,
): Promise<Result<Opened>> => {
  const plain = await uncovered(scene, vault);
  return plain.ok ? openWithPassword({ vault: plain.value, attempts: scene.attempts }, named) : plain;
};

/** A change of accounts beneath the station's layer; new envelopes lie under it like all others. */
const beneath = async (
  vault: Vault,
  dataKey: Uint8Array,
  change: (plain: Vault) => Promise<Result<Vault>>,
): Promise<Result<Vault>> => {
  const secret = stationSecret(vault, dataKey);
  const plain = uncover(vault, secret);
  assert(plain !== undefined, "an envelope was not under the station's layer");
  const changed = await change(plain);
  return changed.ok ? done(cover(changed.value, secret)) : changed;
};

const signIn = async (scene: Scene, input: HostInput<"user.signIn">): Promise<Result<Session>> => {
  const vault = vaultOf(scene);
  if (!vault.ok) return vault;
  const opened = await openBeneath(scene, vault.value, input);
  if (!opened.ok) {
    scene.log("sign-in-refused", { code: opened.refusal.code });
    return opened;
  }
  const kept = await keepStation(vault.value, opened.value.dataKey, scene.options.keychain);
  return done(await startSession(scene, kept, opened.value));
};

const add = async (scene: Scene, input: HostInput<"user.add">): Promise<Nothing> => {
  const [vault, who] = [vaultOf(scene), present(scene)];
  if (!vault.ok) return vault;
  if (!who.ok) return who;
  if (!who.value.isAdmin) return refuse("role-forbids");
  const { dataKey } = who.value.keys;
  return keep(
    scene,
    await beneath(vault.value, dataKey, (plain) => withUser(plain, input, { dataKey, at: iso(scene) })),
  );
};

/** The same change of password, whichever way the person proved who they are. */
const renew = async (
  scene: Scene,
  newPassword: string,
  open: (vault: Vault) => Promise<Result<Opened>>,
): Promise<Nothing> => {
  const vault = vaultOf(scene);
  if (!vault.ok) return vault;
  const opened = await open(vault.value);
  if (!opened.ok) return opened;
  const { dataKey } = opened.value;
  const changed = await beneath(vault.value, dataKey, (plain) =>
    withPassword(plain, opened.value, { password: newPassword, at: iso(scene) }),
  );
  if (!changed.ok) return changed;
  return keep(scene, done(await keepStation(changed.value, dataKey, scene.options.keychain)));
};

const list = async (scene: Scene) => {
  const who = present(scene);
  if (!who.ok) return who;
  return done({ users: (scene.vault?.users ?? []).map(({ login, staffId }) => ({ login, staffId })) });
};

type UserCall =
  | "user.signIn"
  | "user.lock"
  | "user.add"
  | "user.list"
  | "user.changePassword"
  | "user.recover";
/** Accounts of this machine. Rights within the bureau are synced staff records; here only "manages accounts" counts. */
export const userCalls = (scene: Scene): Pick<Host, UserCall> => ({
  "user.signIn": (input) => scene.alone(() => signIn(scene, input)),
  "user.lock": async () => {
    endSession(scene);
    return nothing;
  },
  "user.add": (input) => scene.alone(() => add(scene, input)),
  "user.list": () => list(scene),
  "user.changePassword": ({ login, oldPassword, newPassword }) =>
    scene.alone(() =>
      renew(scene, newPassword, (vault) => openBeneath(scene, vault, { login, password: oldPassword })),
    ),
  "user.recover": ({ login, recoveryKey, newPassword }) =>
    scene.alone(() =>
      renew(scene, newPassword, (vault) =>
        openWithRecoveryKey({ vault, attempts: scene.attempts }, login, recoveryKey),
      ),
    ),
});
