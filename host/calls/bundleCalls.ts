import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { type DownManifest, manifestText } from "../../shared/api/bundleApi.ts";
import type { Host, HostInput, HostOutput } from "../../shared/host/contract.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { BUNDLE_ENDING, bundleText, encodeBundle, REPORT, signedBundle } from "../../shared/sync/bundle.ts";
import { openAnswer } from "../bundles/answer.ts";
import { openBundle, sealTo, sha256 } from "../bundles/box.ts";
import { carriedIn, centerKeyOf, sealCarried } from "../bundles/carried.ts";
import { type Runs, runsOf } from "../bundles/runs.ts";
import { putOnStick } from "../bundles/stick.ts";
import { saveExport } from "../exports.ts";
import { isDiskFull } from "../files.ts";
import { signText } from "../identity/deviceKey.ts";
import type { SignedIn } from "../identity/keys.ts";
import { type Vault, writeVault } from "../identity/vault.ts";
import { present, type Scene, vaultOf } from "../scene.ts";
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
  const opened = await openBundle(Buffer.from(data, "base64"), { code });
  if (!opened.ok) return opened;
  const { manifest } = opened.value;
  if (manifest.kind !== "enrol") return refuse("bundle-damaged");
  if (manifest.bureau !== "" && manifest.bureau !== vault.bureau) return refuse("wrong-bureau");
  const { feed, bureau, deskName, publicKey } = vault;
  const request = {
    code,
    feed,
    bureau,
    bureauName: "",
    deskName,
    key: publicKey,
    proof: signText(who.keys.device, `LAD enrol\n${code}\n${feed}`),
  };
  const carried = sealCarried(who.keys, { centerKey: manifest.from.key, enrol: request });
  await keep(scene, { ...vault, carried });
  scene.log("enrolment-carried");
  return done({});
};

/** Signs the content with the desk's key and encrypts it to the center's. */
const fileOf = async (
  { who, vault }: Here,
  centerKey: string,
  {
    input,
    runs,
    about,
  }: {
    readonly input: HostInput<"bundle.write">;
    readonly runs: Runs;
    readonly about: { readonly bundleId: string; readonly createdAt: string; readonly counter: number };
  },
): Promise<Uint8Array> => {
  const carried = vault.center === null ? carriedIn(vault, who.keys) : undefined;
  const manifest = manifestText({
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
  });
  const content = encodeBundle(manifest, runs.parts);
  return sealTo(centerKey, signedBundle(content, signText(who.keys.device, bundleText(sha256(content)))));
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
  const runs = await runsOf(journalCalls(scene)["journal.read"], input.feeds);
  if (!runs.ok) return runs;
  const counter = (at.value.vault.bundles ?? 0) + 1;
  const about = { bundleId: randomUUID(), createdAt: new Date(scene.now()).toISOString(), counter };
  const file = await fileOf(at.value, centerKey, { input, runs: runs.value, about });
  const name = `${REPORT}${about.bundleId}${BUNDLE_ENDING}`;
  try {
    const saved = await saveExport(scene.folders.exports, name, file);
    if (!saved.ok) return saved;
    await keep(scene, { ...at.value.vault, bundles: counter });
    const opCount = runs.value.ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    scene.log("bundle-written", { count: opCount });
    const { bundleId, createdAt } = about;
    const { stick: folder = "" } = at.value.vault;
    const onStick = folder !== "" && (await putOnStick(folder, name, file));
    const stick = folder === "" ? "none" : onStick ? "written" : "failed";
    const path = onStick ? join(folder, name) : saved.value;
    return done({ path, name, bundleId, sha256: sha256(file), opCount, writtenAt: createdAt, stick });
  } catch (cause) {
    if (isDiskFull(cause)) return refuse("disk-full");
    throw cause;
  }
};

/** The answer of a center ends an enrolment by file: its address stays empty until there is a network. */
const enrolled = (vault: Vault, { desk }: DownManifest): Vault => {
  const { carried: _, ...rest } = vault;
  const { bureau: _bureau, deskName, ...center } = desk;
  return { ...rest, deskName, center: { url: "", ...center } };
};

const read = async (
  scene: Scene,
  { data }: HostInput<"bundle.read">,
): Promise<Result<HostOutput<"bundle.read">>> => {
  const at = here(scene);
  if (!at.ok) return at;
  const opened = await openAnswer(scene, Buffer.from(data, "base64"));
  if (!opened.ok) return opened;
  const { vault } = at.value;
  const { manifest, parts } = opened.value;
  if (vault.center === null) await keep(scene, enrolled(vault, manifest));
  scene.log("bundle-read", { count: parts.length });
  const { answers, createdAt, hello, pushes } = manifest;
  return done({
    answers,
    createdAt,
    hello,
    pushes,
    pages: parts.map((part) => Buffer.from(part).toString("base64")),
  });
};

type BundleCall = "bundle.enrol" | "bundle.write" | "bundle.read";
/** Files that are carried to the center and back where there is no network (docs/protocol.md §10). */
export const bundleCalls = (scene: Scene): Pick<Host, BundleCall> => ({
  "bundle.enrol": (input) => scene.alone(() => enrol(scene, input)),
  "bundle.write": (input) => scene.alone(() => write(scene, input)),
  "bundle.read": (input) => scene.alone(() => read(scene, input)),
});
