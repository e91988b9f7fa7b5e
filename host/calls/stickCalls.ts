import type { Host, HostInput, HostOutput } from "../../shared/host/contract.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { openAnswer } from "../bundles/answer.ts";
import { filesOn, fromStick, isFolder, pluggedIn, type Seen } from "../bundles/stick.ts";
import { writeVault } from "../identity/vault.ts";
import { present, type Scene, vaultOf } from "../scene.ts";

type Stick = HostOutput<"bundle.stick">;
type Offered = Stick["answers"][number] | "enrolment" | "foreign";

/** How an age file that a code opens begins; whom any other is for shows only when it is opened. */
const BY_CODE = "age-encryption.org/v1\n-> scrypt ";

/** What a file is to this desk. Looked at once for every state of the file: opening costs, and the folder is asked often. */
const kindOf = async (scene: Scene, folder: string, { name, bytes, atMs }: Seen): Promise<Offered> => {
  const data = await fromStick(folder, name);
  if (data === undefined) return "foreign";
  if (data.subarray(0, BY_CODE.length).toString("latin1") === BY_CODE) return "enrolment";
  const opened = await openAnswer(scene, data);
  if (!opened.ok) return "foreign";
  const { hello, createdAt, answers } = opened.value.manifest;
  const told = { epoch: hello.epoch, seq: hello.head.seq, n: hello.feedHead.n, answers };
  return { name, bytes, at: new Date(atMs).toISOString(), createdAt, told };
};

const look = async (scene: Scene, known: Map<string, Offered>): Promise<Result<Stick>> => {
  const [vault, who] = [vaultOf(scene), present(scene)];
  if (!vault.ok) return vault;
  if (!who.ok) return who;
  const { stick: folder = "" } = vault.value;
  const isThere = folder !== "" && (await isFolder(folder));
  const answers: Stick["answers"] = [];
  const enrolments: string[] = [];
  for (const file of isThere ? await filesOn(folder) : []) {
    const key = [folder, file.name, file.bytes, file.atMs, vault.value.center?.centerKey].join("|");
    const kind = known.get(key) ?? (await kindOf(scene, folder, file));
    known.set(key, kind);
    if (kind === "enrolment") enrolments.push(file.name);
    else if (kind !== "foreign") answers.push(kind);
  }
  return done({ folder, isThere, answers, enrolments, places: [...(await pluggedIn())] });
};

const choose = async (
  scene: Scene,
  { folder }: HostInput<"bundle.setStick">,
): Promise<Result<Record<string, never>>> => {
  const [vault, who] = [vaultOf(scene), present(scene)];
  if (!vault.ok) return vault;
  if (!who.ok) return who;
  if (!who.value.isAdmin) return refuse("role-forbids");
  if (folder !== "" && !(await isFolder(folder))) return refuse("folder-missing");
  const { stick: _, ...rest } = vault.value;
  const next = folder === "" ? rest : { ...rest, stick: folder };
  await writeVault(scene.folders.data, next);
  scene.vault = next;
  scene.log("stick-chosen");
  return done({});
};

const fetchFile = async (
  scene: Scene,
  { name }: HostInput<"bundle.fetch">,
): Promise<Result<HostOutput<"bundle.fetch">>> => {
  const [vault, who] = [vaultOf(scene), present(scene)];
  if (!vault.ok) return vault;
  if (!who.ok) return who;
  const data = await fromStick(vault.value.stick ?? "", name);
  return data === undefined ? refuse("folder-missing") : done({ data: data.toString("base64") });
};

type StickCall = "bundle.stick" | "bundle.setStick" | "bundle.fetch";
/** The folder that is watched for files of the center, usually a stick (docs/protocol.md §10). */
export const stickCalls = (scene: Scene): Pick<Host, StickCall> => {
  const known = new Map<string, Offered>();
  return {
    "bundle.stick": () => look(scene, known),
    "bundle.setStick": (input) => scene.alone(() => choose(scene, input)),
    "bundle.fetch": (input) => fetchFile(scene, input),
  };
};
