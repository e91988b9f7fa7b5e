import type { Host, HostOutput } from "../../shared/host/contract.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { isDiskFull } from "../files.ts";
import { prepareRenewal } from "../renewJournal.ts";
import { present, type Scene, vaultOf } from "../scene.ts";
import { openRestored } from "./openRestored.ts";
import { endSession } from "./session.ts";

const renew = async (scene: Scene): Promise<Result<HostOutput<"journal.renew">>> => {
  const [vault, who] = [vaultOf(scene), present(scene)];
  if (!vault.ok) return vault;
  if (!who.ok) return who;
  if (!who.value.isAdmin) return refuse("role-forbids");
  if (!scene.journal.isDamaged()) return refuse("already-done", undefined, "journal");
  if (scene.disk.isFull()) return refuse("disk-full");
  try {
    const opCount = await prepareRenewal(scene.folders, vault.value, who.value);
    endSession(scene);
    await openRestored(scene);
    scene.log("journal-renewed", { count: opCount });
    return done({ opCount });
  } catch (cause) {
    if (isDiskFull(cause)) return refuse("disk-full");
    throw cause;
  }
};

/** The way on after the journal was damaged. */
export const renewCalls = (scene: Scene): Pick<Host, "journal.renew"> => ({
  "journal.renew": () => scene.alone(() => renew(scene)),
});
