import type { Host, HostInput } from "../../shared/host/contract.ts";
import { done, refuse } from "../../shared/kernel/result.ts";
import { enrolDesk } from "../center/enrolDesk.ts";
import { moveDesk } from "../center/moveDesk.ts";
import { writeVault } from "../identity/vault.ts";
import { present, type Scene, vaultOf } from "../scene.ts";

const enrol = async (scene: Scene, { url, code }: HostInput<"center.enrol">) => {
  const [vault, who] = [vaultOf(scene), present(scene)];
  if (!vault.ok) return vault;
  if (!who.ok) return who;
  if (!who.value.isAdmin) return refuse("role-forbids");
  const { bureau, feed, publicKey, deskName } = vault.value;
  const enrolled = await enrolDesk(
    { feed, publicKey, privateKey: who.value.keys.device },
    { url, code, deskName, bureau },
  );
  if (!enrolled.ok) return enrolled;
  const { bureau: _, deskName: name, ...center } = enrolled.value;
  const next = { ...vault.value, center, deskName: name };
  await writeVault(scene.folders.data, next);
  scene.vault = next;
  scene.log("enrolled");
  return done({ url: center.url, bureau });
};

const move = async (scene: Scene, { url }: HostInput<"center.move">) => {
  const [vault, who] = [vaultOf(scene), present(scene)];
  if (!vault.ok) return vault;
  if (!who.ok) return who;
  if (!who.value.isAdmin) return refuse("role-forbids");
  const center = await moveDesk(scene, vault.value, url);
  if (!center.ok) return center;
  const next = { ...vault.value, center: center.value };
  await writeVault(scene.folders.data, next);
  scene.vault = next;
  scene.log("moved");
  return done({ url: center.value.url });
};

const NO_PROVINCE = { key: "", url: "" };

/** Where the province's center is, and this desk's standing there. */
export const centerCalls = (scene: Scene): Pick<Host, "center.enrol" | "center.move" | "center.status"> => ({
  "center.enrol": (input) => scene.alone(() => enrol(scene, input)),
  "center.move": (input) => scene.alone(() => move(scene, input)),
  "center.status": async () => {
    const center = scene.vault?.center;
    const province = center?.province;
    const isBelow = province !== undefined && province.key !== center?.centerKey;
    return done({
      url: center?.url ?? "",
      isEnrolled: Boolean(center),
      centerKey: center?.centerKey ?? "",
      formerKeys: center?.formerKeys ?? [],
      province: isBelow ? province : NO_PROVINCE,
      isCarried: scene.vault?.carried !== undefined,
    });
  },
});
