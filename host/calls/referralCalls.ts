import { CHUNK_BYTES, chunkCount } from "../../shared/api/blobApi.ts";
import { REFERRAL_ENDING, REFERRAL_FORMAT, REFERRAL_SCANS_MAX } from "../../shared/api/referralApi.ts";
import type { Host, HostInput, HostOutput } from "../../shared/host/contract.ts";
import type { KeptScan } from "../../shared/host/scanCalls.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { getBlob, putBlob } from "../blobs.ts";
import { sha256 } from "../bundles/box.ts";
import { saveExport } from "../exports.ts";
import { signText } from "../identity/deviceKey.ts";
import { newReferralCode, type OpenReferral, openReferral, sealReferral } from "../referral/box.ts";
import { keepScan, readScan, type ScanStore } from "../scans.ts";
import { present, type Scene, vaultOf } from "../scene.ts";
import { writing } from "./storeCalls.ts";

type Scan = { readonly scan: Pick<KeptScan, "id" | "bytes" | "format">; readonly content: Uint8Array };

const contentOf = async (store: ScanStore, { chunks }: KeptScan): Promise<Uint8Array | undefined> => {
  const pieces: Uint8Array[] = [];
  for (const chunk of chunks) {
    const piece = await getBlob(store.folder, store.keys, chunk);
    if (piece === undefined) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};

/** The scans that lie here whole and fit together, in their order; the others go on paper. */
const scansThatFit = async (store: ScanStore, ids: readonly string[]): Promise<readonly Scan[]> => {
  const taken: Scan[] = [];
  let room = REFERRAL_SCANS_MAX;
  for (const each of new Set(ids)) {
    const kept = await readScan(store, each);
    const content = kept === undefined || kept.bytes > room ? undefined : await contentOf(store, kept);
    if (kept === undefined || content === undefined || sha256(content) !== kept.id) continue;
    room -= content.length;
    taken.push({ scan: { id: kept.id, bytes: content.length, format: kept.format }, content });
  }
  return taken;
};

const write = async (
  scene: Scene,
  { name, content, scans }: HostInput<"referral.write">,
): Promise<Result<HostOutput<"referral.write">>> => {
  const vault = vaultOf(scene);
  if (!vault.ok) return vault;
  const { bureau, feed, publicKey } = vault.value;
  return writing(scene, async ({ keys }) => {
    const taken = await scansThatFit({ folder: scene.folders.blobs, keys }, scans);
    const createdAt = new Date(scene.now()).toISOString();
    const manifest = {
      v: REFERRAL_FORMAT,
      suite: "age-scrypt-ed25519",
      kind: "referral",
      from: { bureau, feed, key: publicKey },
      createdAt,
      content,
      scans: taken.map(({ scan }) => scan),
    } as const;
    const code = newReferralCode();
    const parts = taken.map((each) => each.content);
    const file = await sealReferral({ manifest, parts }, code, (text) => signText(keys.device, text));
    const saved = await saveExport(scene.folders.exports, `referral-${name}${REFERRAL_ENDING}`, file);
    if (!saved.ok) return saved;
    scene.log("referral-written", { count: taken.length });
    return done({
      path: saved.value,
      name: saved.value.split(/[/\\]/).at(-1) ?? "",
      code,
      sha256: sha256(file),
      writtenAt: createdAt,
      scans: manifest.scans.map(({ id }) => id),
    });
  });
};

type Opened = OpenReferral & { readonly sha256: string };

/** Opens it for this desk: what this bureau wrote is not for it. */
const opened = async (scene: Scene, { data, code }: HostInput<"referral.open">): Promise<Result<Opened>> => {
  const [vault, who] = [vaultOf(scene), present(scene)];
  if (!vault.ok) return vault;
  if (!who.ok) return who;
  const file = Buffer.from(data, "base64");
  const read = await openReferral(file, code);
  if (!read.ok) return read;
  if (read.value.manifest.from.bureau === vault.value.bureau)
    return refuse("referral-own", "《法律援助法》第38条");
  return done({ ...read.value, sha256: sha256(file) });
};

const keepScans = async (
  scene: Scene,
  input: HostInput<"referral.keepScans">,
): Promise<Result<HostOutput<"referral.keepScans">>> => {
  const read = await opened(scene, input);
  if (!read.ok) return read;
  const { manifest, parts } = read.value;
  return writing(scene, async ({ keys }) => {
    const store = { folder: scene.folders.blobs, keys };
    for (const [at, { id }] of manifest.scans.entries()) {
      const content = parts[at] ?? new Uint8Array();
      const chunks: string[] = [];
      for (let index = 0; index < chunkCount(content.length); index += 1) {
        const piece = content.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
        chunks.push(await putBlob(store.folder, keys, piece));
      }
      const kept = await keepScan(store, chunks, id);
      if (!kept.ok) return kept;
    }
    return done({ scans: manifest.scans.map(({ id }) => id) });
  });
};

const open = async (
  scene: Scene,
  input: HostInput<"referral.open">,
): Promise<Result<HostOutput<"referral.open">>> => {
  const read = await opened(scene, input);
  if (!read.ok) return read;
  const { from, createdAt, content, scans } = read.value.manifest;
  return done({ from, createdAt, content, scans, sha256: read.value.sha256 });
};

type ReferralCall = "referral.write" | "referral.open" | "referral.keepScans";
/** Files that go to another agency with a case that was referred (法律援助法第三十八条). */
export const referralCalls = (scene: Scene): Pick<Host, ReferralCall> => ({
  "referral.write": (input) => write(scene, input),
  "referral.open": (input) => open(scene, input),
  "referral.keepScans": (input) => keepScans(scene, input),
});
