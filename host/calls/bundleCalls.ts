import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { BUNDLE, manifestText, type UpManifest } from "../../shared/api/bundleApi.ts";
import type { Host, HostInput, HostOutput } from "../../shared/host/contract.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import {
  BUNDLE_ENDING,
  BUNDLE_MAX,
  bundlePieces,
  contentRoom,
  lengthOf,
  REPORT,
} from "../../shared/sync/bundle.ts";
import { sealTo, sha256 } from "../bundles/box.ts";
import { carriedIn, centerKeyOf, sealCarried } from "../bundles/carried.ts";
import { enclose } from "../bundles/enclose.ts";
import { openEnrolFile } from "../bundles/enrolFile.ts";
import { type Runs, runsOf } from "../bundles/runs.ts";
import { putOnStick } from "../bundles/stick.ts";
import { enrolQuestion } from "../center/enrolQuestion.ts";
import { saveExport } from "../exports.ts";
import { isDiskFull } from "../files.ts";
import { signText } from "../identity/deviceKey.ts";
import type { SignedIn } from "../identity/keys.ts";
import { type Vault, writeVault } from "../identity/vault.ts";
import { present, type Scene, vaultOf } from "../scene.ts";
import { type AnswerCall, answerCalls } from "./answerCalls.ts";
import { journalCalls } from "./journalCalls.ts";

type Here = { readonly who: SignedIn; readonly vault: Vault };

const here = (scene: Scene): Result<Here> => {
  const [vault, who] = [vaultOf(scene), present(scene)];
  if (!vault.ok) return vault;
  return who.ok ? done({ who: who.value, vault: vault.value }) : who;
};

const keep = async (scene: Scene, next: Vault): Promise<void> => {
  await writeVault(scene.folders.data, next);
  scene.vault = next;
};

const enrol = async (
  scene: Scene,
  { data, code }: HostInput<"bundle.enrol">,
): Promise<Result<Record<string, never>>> => {
  const at = here(scene);
  if (!at.ok) return at;
  const { who, vault } = at.value;
  if (!who.isAdmin) return refuse("role-forbids");
  if (vault.center !== null) return refuse("already-done");
  const opened = await openEnrolFile(data, code);
  if (!opened.ok) return opened;
  const { centerKey, bureau: named } = opened.value;
  if (named !== "" && named !== vault.bureau) return refuse("wrong-bureau");
  const { feed, bureau, deskName, publicKey } = vault;
  const enrol = enrolQuestion({ feed, publicKey, privateKey: who.keys.device }, { code, deskName, bureau });
  const carried = sealCarried(who.keys, { centerKey, enrol });
  await keep(scene, { ...vault, carried });
  scene.log("enrolment-carried");
  return done({});
};

type Written = {
  readonly input: HostInput<"bundle.write">;
  readonly runs: Runs;
  readonly about: { readonly bundleId: string; readonly createdAt: string; readonly counter: number };
};

const manifestOf = ({ who, vault }: Here, centerKey: string, { input, runs, about }: Written): UpManifest => {
  const carried = vault.center === null ? carriedIn(vault, who.keys) : undefined;
  return {
    v: 1,
    suite: "age-x25519-ed25519",
    kind: "up",
    ...about,
    bureau: vault.bureau,
    from: { feed: vault.feed, key: vault.publicKey },
    to: centerKey,
    ranges: runs.ranges,
    ...(carried !== undefined && { enrol: carried.enrol }),
    hello: input.hello,
    numbers: input.numbers,
    ...(input.rescue !== undefined && { rescue: input.rescue.length }),
  };
};

type Filled = { readonly file: Uint8Array; readonly scanCount: number; readonly cutCount: number };

/** Signs the content with the desk's key and encrypts it to the center's. Attachments have what room the ops leave. */
const fileOf = async (
  { scene, at, centerKey }: { readonly scene: Scene; readonly at: Here; readonly centerKey: string },
  written: Written,
): Promise<Filled> => {
  const { keys } = at.who;
  const manifest = manifestOf(at, centerKey, written);
  const offered = (written.input.rescue ?? []).map((body) => Buffer.from(body, "base64"));
  const parts = [...written.runs.parts, ...offered];
  const sign = (text: string): string => signText(keys.device, text);
  const { scans } = written.input;
  if (scans === undefined) {
    const file = await sealTo(centerKey, { manifest: manifestText(manifest), parts }, sign);
    return { file, scanCount: 0, cutCount: 0 };
  }
  const room = contentRoom(scene.options.bundleBytes ?? BUNDLE_MAX);
  const store = { folder: scene.folders.blobs, keys };
  const { blobs, chunks, asks, wanted, cutCount } = await enclose(store, scans, (about) => {
    const beside = manifestText({ ...manifest, ...about, v: BUNDLE, blobs: [] });
    return room - lengthOf(bundlePieces({ manifest: beside, parts }));
  });
  const whole = manifestText({ ...manifest, v: BUNDLE, blobs, asks, wanted });
  const file = await sealTo(centerKey, { manifest: whole, parts, chunks }, sign);
  return { file, scanCount: blobs.length, cutCount };
};

const save = async (
  scene: Scene,
  { vault }: Here,
  { bundleId, file }: { readonly bundleId: string; readonly file: Uint8Array },
): Promise<Result<Pick<HostOutput<"bundle.write">, "path" | "name" | "stick">>> => {
  const name = `${REPORT}${bundleId}${BUNDLE_ENDING}`;
  const saved = await saveExport(scene.folders.exports, name, file);
  if (!saved.ok) return saved;
  const { stick: folder = "" } = vault;
  const onStick = folder !== "" && (await putOnStick(folder, name, file));
  const stick = folder === "" ? "none" : onStick ? "written" : "failed";
  return done({ path: onStick ? join(folder, name) : saved.value, name, stick });
};

/** What of a file may go to own ops: a quarter is for the manifest and attachments, and what is offered back goes first. */
const opsRoom = (scene: Scene, rescue: HostInput<"bundle.write">["rescue"] = []): number => {
  const offered = rescue.reduce((sum, body) => sum + Buffer.byteLength(body, "base64"), 0);
  return (contentRoom(scene.options.bundleBytes ?? BUNDLE_MAX) * 3) / 4 - offered;
};

const write = async (
  scene: Scene,
  input: HostInput<"bundle.write">,
): Promise<Result<HostOutput<"bundle.write">>> => {
  const at = here(scene);
  if (!at.ok) return at;
  const centerKey = centerKeyOf(at.value.vault, at.value.who.keys);
  if (centerKey === undefined) return refuse("center-not-set");
  if (scene.disk.isFull()) return refuse("disk-full");
  const room = opsRoom(scene, input.rescue);
  const runs = await runsOf(journalCalls(scene)["journal.read"], { feeds: input.feeds, room });
  if (!runs.ok) return runs;
  const counter = (at.value.vault.bundles ?? 0) + 1;
  const about = { bundleId: randomUUID(), createdAt: new Date(scene.now()).toISOString(), counter };
  const { bundleId, createdAt } = about;
  const filled = await fileOf({ scene, at: at.value, centerKey }, { input, runs: runs.value, about });
  try {
    const saved = await save(scene, at.value, { bundleId, file: filled.file });
    if (!saved.ok) return saved;
    await keep(scene, { ...at.value.vault, bundles: counter });
    const opCount = runs.value.ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    scene.log("bundle-written", { count: opCount });
    const { file, ...scans } = filled;
    return done({
      ...saved.value,
      bundleId,
      sha256: sha256(file),
      opCount,
      opsLater: runs.value.laterCount,
      ...scans,
      writtenAt: createdAt,
    });
  } catch (cause) {
    if (isDiskFull(cause)) return refuse("disk-full");
    throw cause;
  }
};

type BundleCall = "bundle.enrol" | "bundle.write" | AnswerCall;
/** Files that are carried to the center and back where there is no network (docs/protocol.md §10). */
export const bundleCalls = (scene: Scene): Pick<Host, BundleCall> => ({
  "bundle.enrol": (input) => scene.alone(() => enrol(scene, input)),
  "bundle.write": (input) => scene.alone(() => write(scene, input)),
  ...answerCalls(scene),
});
