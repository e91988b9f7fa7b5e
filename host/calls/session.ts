import type { Session } from "../../shared/host/contract.ts";
import type { Header } from "../../shared/ops/op.ts";
import { isDiskFull } from "../files.ts";
import type { Opened } from "../identity/accounts.ts";
import { forgetKeys, type SignedIn, signedInAs } from "../identity/keys.ts";
import { type Vault, writeVault } from "../identity/vault.ts";
import { TYPE } from "../journal/frame.ts";
import { readOps } from "../journal/readOps.ts";
import type { Scene } from "../scene.ts";

/** Continues the desk's clock where its newest op left it, and finds out whether that op can be read. */
const takeUpClock = async (scene: Scene, { keys }: SignedIn): Promise<void> => {
  const last = scene.journal.places(TYPE.op).slice(-1);
  const { ops, isWhole } = await readOps(scene.folders.journal, keys.journal, last);
  if (!isWhole) {
    scene.journal.declareDamaged();
    scene.log("journal-damaged", { state: "tail" });
  }
  const header = ops[0] === undefined ? undefined : (JSON.parse(ops[0].header) as Header);
  if (header !== undefined && header.hlc[0] > scene.hlc[0]) scene.hlc = header.hlc;
};

/** Remembers who came last, for the sign-in screen; nobody is kept out because the disk has no room for that. */
const remember = async (scene: Scene, vault: Vault, id: string): Promise<void> => {
  const usedAt = new Date(scene.now()).toISOString();
  const next = { ...vault, users: vault.users.map((user) => (user.id === id ? { ...user, usedAt } : user)) };
  try {
    await writeVault(scene.folders.data, next);
    scene.vault = next;
  } catch (cause) {
    if (!isDiskFull(cause)) throw cause;
  }
};

/** Signs a person in; whoever was signed in before is signed out. */
export const startSession = async (
  scene: Scene,
  vault: Vault,
  { user, dataKey }: Opened,
): Promise<Session> => {
  const signedIn = signedInAs(vault, user, dataKey);
  await takeUpClock(scene, signedIn);
  await remember(scene, vault, user.id);
  endSession(scene);
  scene.signedIn = signedIn;
  scene.log("signed-in");
  return signedIn.session;
};

/** Forgets who is signed in at once, and their keys as soon as no call that began with them is still sealing. */
export const endSession = (scene: Scene): void => {
  const before = scene.signedIn;
  if (before === undefined) return;
  scene.signedIn = undefined;
  scene.letters.clear();
  void Promise.allSettled([...scene.running]).then(() => forgetKeys(before));
};
