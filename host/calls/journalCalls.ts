import type { Host, HostInput, HostOutput } from "../../shared/host/contract.ts";
import { assert } from "../../shared/kernel/assert.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import type { Op } from "../../shared/ops/op.ts";
import { isDiskFull } from "../files.ts";
import type { SignedIn } from "../identity/keys.ts";
import type { Vault } from "../identity/vault.ts";
import { TYPE } from "../journal/frame.ts";
import type { Draft, Spot } from "../journal/journal.ts";
import { checkPayload, makeOp, type Wish } from "../journal/makeOp.ts";
import { readOps } from "../journal/readOps.ts";
import { readPlaces } from "../journal/readPlaces.ts";
import type { Place } from "../journal/scanJournal.ts";
import { type Note, sealNote, sealOp, unsealNote } from "../journal/sealRecord.ts";
import { present, type Scene, writable } from "../scene.ts";

/** Who acts, once it is clear that something may be written. */
const writer = (scene: Scene): Result<SignedIn> => {
  const may = writable(scene);
  return may.ok ? present(scene) : may;
};

/** Appends one record; a full disk or a failing one is the machine's lawful "no", anything else is a bug. */
const append = async (scene: Scene, make: (spot: Spot) => Draft): Promise<Result<void>> => {
  try {
    await scene.journal.append(make);
    return done(undefined);
  } catch (cause) {
    if (isDiskFull(cause)) return refuse("disk-full");
    if (!scene.journal.isDamaged()) throw cause;
    scene.log("journal-failed", { error: cause instanceof Error ? cause.name : "" });
    return refuse("journal-damaged");
  }
};

const wishOf = (scene: Scene, who: SignedIn, vault: Vault): Omit<Wish, "input"> => ({
  signer: {
    bureau: vault.bureau,
    feed: vault.feed,
    deskName: vault.deskName,
    version: scene.options.version,
    privateKey: who.keys.device,
  },
  author: who.session,
  clocks: { wallMs: scene.now(), boot: scene.boot, uptimeMs: performance.now() },
});

const commit = async (
  scene: Scene,
  input: HostInput<"journal.commit">,
): Promise<Result<HostOutput<"journal.commit">>> => {
  const who = writer(scene);
  if (!who.ok) return who;
  const checked = checkPayload(input.payload);
  if (!checked.ok) return checked;
  const { vault } = scene;
  assert(vault !== undefined, "nobody signs in without a vault");
  let made: { readonly op: Op; readonly n: number } | undefined;
  const saved = await append(scene, (spot) => {
    const { op, hlc } = makeOp({ ...wishOf(scene, who.value, vault), input }, spot.head, scene.hlc);
    scene.hlc = hlc;
    made = { op, n: spot.head.n + 1 };
    return {
      type: TYPE.op,
      bytes: sealOp(who.value.keys.journal, spot, made),
      head: { n: made.n, h: op.h },
    };
  });
  if (!saved.ok) return saved;
  assert(made !== undefined, "a saved op was made");
  return done(made);
};

/** A page of ops stays small enough for one answer, whatever the ops hold; the first always fits. */
const PAGE_BYTES = 8 * 1024 * 1024;
const onePage = (places: readonly Place[]): readonly Place[] => {
  let bytes = 0;
  const end = places.findIndex(({ length }, at) => {
    bytes += length;
    return at > 0 && bytes > PAGE_BYTES;
  });
  return end === -1 ? places : places.slice(0, end);
};

const readEarlier = async (
  scene: Scene,
  { keys }: SignedIn,
  { after, limit, feed }: HostInput<"journal.read">,
): Promise<Result<HostOutput<"journal.read">>> => {
  const journal = scene.earlier.find((each) => each.feed === feed);
  if (journal === undefined) return refuse("not-found", undefined, "feed");
  const places = onePage(journal.places.slice(after, after + limit));
  const { ops } = await readOps(journal.folder, keys.journal, places);
  if (places.length > 0 && ops.length === 0) return refuse("journal-damaged", undefined, "earlier");
  return done({ ops: [...ops], headN: journal.head.n, headHash: journal.head.h });
};

const read = async (
  scene: Scene,
  { after, limit, feed }: HostInput<"journal.read">,
): Promise<Result<HostOutput<"journal.read">>> => {
  const who = present(scene);
  if (!who.ok) return who;
  if (feed !== undefined && feed !== who.value.session.feed)
    return readEarlier(scene, who.value, { after, limit, feed });
  const { n: headN, h: headHash } = scene.journal.head();
  const places = onePage(scene.journal.places(TYPE.op).slice(after, after + limit));
  const { ops, isWhole } = await readOps(scene.folders.journal, who.value.keys.journal, places);
  if (!isWhole) {
    scene.journal.declareDamaged();
    scene.log("journal-damaged", { state: "read", count: after + ops.length });
    // Nothing readable here: an empty page would be asked for again and again.
    if (ops.length === 0) return refuse("journal-damaged");
  }
  return done({ ops: [...ops], headN, headHash });
};

const note = async (scene: Scene, { kind, body }: HostInput<"journal.note">) => {
  const who = writer(scene);
  if (!who.ok) return who;
  const { session, keys } = who.value;
  const entry: Note = { at: new Date(scene.now()).toISOString(), login: session.login, body };
  const saved = await append(scene, (spot) => ({
    type: TYPE[kind],
    bytes: sealNote(keys.journal, { ...spot, type: TYPE[kind] }, entry),
  }));
  return saved.ok ? done({}) : saved;
};

const notes = async (
  scene: Scene,
  { kind, limit }: HostInput<"journal.notes">,
): Promise<Result<HostOutput<"journal.notes">>> => {
  const who = present(scene);
  if (!who.ok) return who;
  const places = scene.journal.places(TYPE[kind]).slice(-limit).reverse();
  const records = await readPlaces(scene.folders.journal, places);
  const found = places.flatMap((place, index) => {
    const bytes = records[index];
    return (bytes && unsealNote(who.value.keys.journal, { ...place, type: TYPE[kind] }, bytes)) ?? [];
  });
  return done({ notes: found });
};

type JournalCall = "journal.commit" | "journal.read" | "journal.note" | "journal.notes";
/** The desk's own ops and local events: what "saved" means. */
export const journalCalls = (scene: Scene): Pick<Host, JournalCall> => ({
  "journal.commit": (input) => commit(scene, input),
  "journal.read": (input) => read(scene, input),
  "journal.note": (input) => note(scene, input),
  "journal.notes": (input) => notes(scene, input),
});
