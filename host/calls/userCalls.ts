import type { Host, HostInput, Session } from "../../shared/host/contract.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import {
  type Opened,
  openWithPassword,
  openWithRecoveryKey,
  withPassword,
  withUser,
} from "../identity/accounts.ts";
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

const signIn = async (scene: Scene, input: HostInput<"user.signIn">): Promise<Result<Session>> => {
  const vault = vaultOf(scene);
  if (!vault.ok) return vault;
  const opened = await openWithPassword({ vault: vault.value, attempts: scene.attempts }, input);
  if (!opened.ok) {
    scene.log("sign-in-refused", { code: opened.refusal.code });
    return opened;
  }
  return done(await startSession(scene, vault.value, opened.value));
};

const add = async (scene: Scene, input: HostInput<"user.add">): Promise<Nothing> => {
  const [vault, who] = [vaultOf(scene), present(scene)];
  if (!vault.ok) return vault;
  if (!who.ok) return who;
  if (!who.value.isAdmin) return refuse("role-forbids");
  return keep(scene, await withUser(vault.value, input, { dataKey: who.value.keys.dataKey, at: iso(scene) }));
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
  return keep(
    scene,
    await withPassword(vault.value, opened.value, { password: newPassword, at: iso(scene) }),
  );
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
      renew(scene, newPassword, (vault) =>
        openWithPassword({ vault, attempts: scene.attempts }, { login, password: oldPassword }),
      ),
    ),
  "user.recover": ({ login, recoveryKey, newPassword }) =>
    scene.alone(() =>
      renew(scene, newPassword, (vault) =>
        openWithRecoveryKey({ vault, attempts: scene.attempts }, login, recoveryKey),
      ),
    ),
});
