import type { Host, HostInput } from "../../shared/host/contract.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { openWithRecoveryKey } from "../identity/accounts.ts";
import type { SignedIn } from "../identity/keys.ts";
import { bindStation, unbindStation } from "../identity/stationKey.ts";
import { type Vault, writeVault } from "../identity/vault.ts";
import { present, type Scene, vaultOf } from "../scene.ts";

type Nothing = Result<Record<string, never>>;

const administrator = (scene: Scene): Result<{ readonly vault: Vault; readonly who: SignedIn }> => {
  const [vault, who] = [vaultOf(scene), present(scene)];
  if (!vault.ok) return vault;
  if (!who.ok) return who;
  return who.value.isAdmin ? done({ vault: vault.value, who: who.value }) : refuse("role-forbids");
};

const replace = async (scene: Scene, next: Vault): Promise<Nothing> => {
  await writeVault(scene.folders.data, next);
  scene.vault = next;
  scene.log(next.station === null ? "station-unbound" : "station-bound");
  return done({});
};

const bind = async (scene: Scene, { recoveryKey }: HostInput<"station.bind">): Promise<Nothing> => {
  const by = administrator(scene);
  if (!by.ok) return by;
  const { vault, who } = by.value;
  if (vault.station !== null) return refuse("already-done");
  const { keychain } = scene.options;
  if (keychain?.backend() === undefined) return refuse("no-key-store");
  // From now on that paper is what opens the desk if the key store is lost: first it is shown that somebody has it.
  const proven = await openWithRecoveryKey(
    { vault, attempts: scene.attempts },
    who.session.login,
    recoveryKey,
  );
  if (!proven.ok) return proven;
  proven.value.dataKey.fill(0);
  const bound = await bindStation(vault, who.keys.dataKey, keychain);
  return bound === undefined ? refuse("no-key-store") : replace(scene, bound);
};

const unbind = async (scene: Scene): Promise<Nothing> => {
  const by = administrator(scene);
  if (!by.ok) return by;
  const { vault, who } = by.value;
  return vault.station === null
    ? refuse("already-done")
    : replace(scene, unbindStation(vault, who.keys.dataKey));
};

/** Whether passwords open on this computer only (decision 0021). */
export const stationCalls = (scene: Scene): Pick<Host, "station.bind" | "station.unbind"> => ({
  "station.bind": (input) => scene.alone(() => bind(scene, input)),
  "station.unbind": () => scene.alone(() => unbind(scene)),
});
