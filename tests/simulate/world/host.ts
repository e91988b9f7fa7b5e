import { createHash, type KeyObject } from "node:crypto";
import { answerCalls } from "../../../host/calls/answerCalls.ts";
import { bundleCalls } from "../../../host/calls/bundleCalls.ts";
import { eraseCalls } from "../../../host/calls/eraseCalls.ts";
import { journalCalls } from "../../../host/calls/journalCalls.ts";
import type { Vault } from "../../../host/identity/vault.ts";
import { TYPE } from "../../../host/journal/frame.ts";
import { openJournal } from "../../../host/journal/journal.ts";
import { readOps } from "../../../host/journal/readOps.ts";
import { oneByOne } from "../../../host/oneByOne.ts";
import type { Scene } from "../../../host/scene.ts";
import type { Host, HostCall, Session } from "../../../shared/host/contract.ts";
import type { Header } from "../../../shared/ops/op.ts";
import { copied } from "../machine/frozen.ts";
import { randomUUID } from "../machine/nodeCrypto.ts";
import { readFileSync } from "../machine/nodeFiles.ts";
import { existsSync } from "../machine/nodeFs.ts";
import { foreign, inProcess, type Process, port } from "../machine/process.ts";

/** Small enough that a trace rolls over several segments and meets a full disk. */
const SIZES = { segmentBytes: 24 * 1024, reserveBytes: 16 * 1024 };
/** Below this the desk is read-only, as on a real machine, only smaller. */
const MIN_FREE = 12 * 1024;

/** Who this computer is: its feed, its key, its bureau, and the person who sits there. */
export type Identity = {
  readonly bureau: string;
  readonly feed: string;
  readonly deskName: string;
  readonly installId: string;
  readonly publicKey: string;
  readonly privateKey: KeyObject;
  readonly staffId: string;
  readonly login: string;
  readonly isFounder: boolean;
};
/** The line of a desk that also carries files: there, down for a while, or none was ever laid. */
export type Line = "there" | "down" | "none";
/** What a desk that carries files is at the moment. */
export type Carrier = { line: Line };
/** What people here have written, payload by payload under its hash: more than the world knows after a destruction. */
export type Said = Map<string, string>;
export type OpenHost = { readonly host: Host; readonly session: Session; readonly scene: Scene };

export const JOURNAL_KEY = Buffer.alloc(32, 7);
/** For the names of attachments, of which this world has none. */
const BLOB_KEY = Buffer.alloc(32, 8);
const PAGE_KEY = Buffer.alloc(32, 9).toString("base64");

const sessionOf = (who: Identity): Session => ({
  staffId: who.staffId,
  login: who.login,
  sessionId: randomUUID(),
  pageKey: PAGE_KEY,
  installId: who.installId,
  bureau: who.bureau,
  feed: who.feed,
  earlier: [],
  isFounder: who.isFounder,
});

/** What a desk that carries files has besides: its folders and its vault, which is on the disk. */
const carriedSceneOf = (scene: Scene, who: Identity, center: { readonly publicKey: string }): void => {
  const data = `/${who.installId}`;
  const { bureau, feed, deskName, publicKey } = who;
  const place = { url: "", epoch: "", centerFeed: "", centerKey: center.publicKey };
  const fresh = { bureau, feed, deskName, publicKey, center: place } as unknown as Vault;
  const kept = existsSync(`${data}/vault.json`) ? readFileSync(`${data}/vault.json`, "utf8") : undefined;
  Object.assign(scene, {
    folders: { ...scene.folders, data, exports: `${data}/exports` },
    vault: kept === undefined ? fresh : (JSON.parse(String(kept)) as Vault),
    alone: oneByOne(),
  });
};

const sceneOf = async (process: Process, who: Identity): Promise<Scene> => {
  const { computer } = process;
  const folder = `/${who.installId}/journal`;
  const session = sessionOf(who);
  const journal = await openJournal(folder, SIZES);
  const scene = {
    options: { version: "0.0.0" },
    folders: { journal: folder, blobs: `/${who.installId}/blobs` },
    journal,
    disk: { isFull: () => computer.disk.freeBytes < MIN_FREE, freeBytes: () => computer.disk.freeBytes },
    log: () => undefined,
    now: computer.wallMs,
    boot: randomUUID(),
    vault: { bureau: who.bureau, feed: who.feed, deskName: who.deskName },
    signedIn: {
      session,
      isAdmin: true,
      keys: {
        journal: Buffer.from(JOURNAL_KEY),
        device: who.privateKey,
        blobs: BLOB_KEY,
        blobNames: BLOB_KEY,
      },
    },
    earlier: [],
    hlc: [0, 0],
  } as unknown as Scene;
  // as host/calls/session.ts takes up the clock at sign-in
  const { ops, isWhole } = await readOps(folder, JOURNAL_KEY, journal.places(TYPE.op).slice(-1));
  if (!isWhole) journal.declareDamaged();
  const last = ops[0] === undefined ? undefined : (JSON.parse(ops[0].header) as Header);
  if (last !== undefined) scene.hlc = last.hlc;
  // the reserve is a second file beside the journal: taken when there is space for it
  journal.reserve.restore();
  return scene;
};

/** What a host is told of the world around it. */
type Around = {
  readonly center: { readonly publicKey: string };
  readonly carrier?: Carrier;
  readonly said?: Said;
};

const remember = (said: Said | undefined, call: HostCall, input: unknown): void => {
  const { payload } = input as { readonly payload?: unknown };
  if (call === "journal.commit" && typeof payload === "string")
    said?.set(createHash("sha256").update(payload).digest("hex"), payload);
};

/** The host of this computer as the page sees it: the real journal over the simulated disk. */
export const openHost = async (
  process: Process,
  who: Identity,
  { center, carrier, said }: Around,
): Promise<OpenHost> => {
  const scene = await inProcess(process, () => sceneOf(process, who));
  if (carrier !== undefined) inProcess(process, () => carriedSceneOf(scene, who, center));
  const calls: Partial<Host> = {
    ...journalCalls(scene),
    ...eraseCalls(scene),
    ...(carrier !== undefined && { ...bundleCalls(scene), ...answerCalls(scene) }),
    // no attachments in this world
    "scan.list": async () => ({ ok: true, value: { scans: [] } }),
    "center.status": async () => ({
      ok: true,
      value: {
        url: carrier?.line === "none" ? "" : "https://center",
        isEnrolled: true,
        centerKey: center.publicKey,
        formerKeys: [],
        province: { key: "", url: "" },
        isCarried: false,
      },
    }),
  };
  const ask = (call: HostCall) => async (input: unknown) => {
    foreign();
    await port();
    remember(said, call, input);
    // both transports copy what crosses them
    const answer = await inProcess(process, () =>
      (calls[call] as (input: unknown) => Promise<unknown>)(copied(input)),
    );
    await port();
    return copied(answer);
  };
  const host = Object.fromEntries(
    Object.keys(calls).map((call) => [call, ask(call as HostCall)]),
  ) as unknown as Host;
  return { host, session: scene.signedIn?.session as Session, scene };
};
