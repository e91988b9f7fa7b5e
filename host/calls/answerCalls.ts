import type { DownManifest } from "../../shared/api/bundleApi.ts";
import type { Host, HostInput, HostOutput } from "../../shared/host/contract.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { BUNDLE_MAX } from "../../shared/sync/bundle.ts";
import { openAnswer } from "../bundles/answer.ts";
import { keepScans } from "../bundles/keepScans.ts";
import { fromStick } from "../bundles/stick.ts";
import { type Vault, writeVault } from "../identity/vault.ts";
import { present, type Scene, vaultOf } from "../scene.ts";
import { writing } from "./storeCalls.ts";

/** What lies in memory between the calls, encrypted as it came: a file that is being sent, and the answer that was read. */
type Memory = { sent: Buffer[]; read: Buffer | undefined };

const NOTHING = Buffer.alloc(0);

const part = async (
  scene: Scene,
  memory: Memory,
  { at, data }: HostInput<"bundle.part">,
): Promise<Result<HostOutput<"bundle.part">>> => {
  const who = present(scene);
  if (!who.ok) return who;
  if (at === 0) Object.assign(memory, { sent: [], read: undefined });
  const size = memory.sent.reduce((sum, { length }) => sum + length, 0);
  if (size !== at) return refuse("gap", undefined, String(size));
  const piece = Buffer.from(data, "base64");
  if (size + piece.length > BUNDLE_MAX) return refuse("too-large", undefined, "bundle");
  memory.sent.push(piece);
  return done({ bytes: size + piece.length });
};

/** The answer of a center ends an enrolment by file: its address stays empty until there is a network. */
const enrolled = (vault: Vault, { desk }: DownManifest): Vault => {
  const { carried: _, ...rest } = vault;
  const { bureau: _bureau, deskName, ...center } = desk;
  return { ...rest, deskName, center: { url: "", ...center } };
};

const fileOf = async (vault: Vault, memory: Memory, name: string): Promise<Result<Buffer>> => {
  if (name === "") return done(Buffer.concat(memory.sent));
  const found = await fromStick(vault.stick ?? "", name);
  return found === undefined ? refuse("folder-missing") : done(found);
};

const read = async (
  scene: Scene,
  memory: Memory,
  { name }: HostInput<"bundle.read">,
): Promise<Result<HostOutput<"bundle.read">>> => {
  const at = vaultOf(scene);
  if (!at.ok) return at;
  const file = await fileOf(at.value, memory, name);
  Object.assign(memory, { sent: [], read: undefined });
  if (!file.ok) return file;
  const opened = await openAnswer(scene, file.value);
  if (!opened.ok) return opened;
  memory.read = file.value;
  const { manifest, parts } = opened.value;
  if (at.value.center === null) {
    const next = enrolled(at.value, manifest);
    await writeVault(scene.folders.data, next);
    scene.vault = next;
  }
  scene.log("bundle-read", { count: parts.length });
  const { answers, createdAt, pushes, states, blobs = [] } = manifest;
  const { bundle = 1, ...hello } = manifest.hello;
  return done({
    answers,
    createdAt,
    hello,
    pushes,
    bundle,
    held: (states?.held ?? []).map(({ id }) => id),
    wanted: states?.wanted ?? [],
    unnamed: states?.unnamed ?? [],
    scans: blobs.map(({ id }) => id),
    pages: parts.map((page) => Buffer.from(page).toString("base64")),
  });
};

const keep = async (
  scene: Scene,
  memory: Memory,
  { ids }: HostInput<"bundle.keep">,
): Promise<Result<HostOutput<"bundle.keep">>> => {
  const opened = await openAnswer(scene, memory.read ?? NOTHING);
  if (!opened.ok) return opened;
  const { manifest, chunks } = opened.value;
  return writing(scene, async ({ keys }) => {
    const store = { folder: scene.folders.blobs, keys };
    const kept = await keepScans(store, { blobs: manifest.blobs ?? [], chunks }, new Set(ids));
    memory.read = undefined;
    return done(kept);
  });
};

/** The calls about answers. */
export type AnswerCall = "bundle.part" | "bundle.read" | "bundle.keep";
/** The center's answers, carried here where there is no network (docs/protocol.md §10). */
export const answerCalls = (scene: Scene): Pick<Host, AnswerCall> => {
  const memory: Memory = { sent: [], read: undefined };
  return {
    "bundle.part": (input) => scene.alone(() => part(scene, memory, input)),
    "bundle.read": (input) => scene.alone(() => read(scene, memory, input)),
    "bundle.keep": (input) => scene.alone(() => keep(scene, memory, input)),
  };
};
