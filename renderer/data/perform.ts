import type { Command } from "../../shared/commands/command.ts";
import type { Scene } from "../../shared/commands/scene.ts";
import { DICTIONARY, type EntityType } from "../../shared/dictionary/entities.ts";
import type { HostOutput } from "../../shared/host/contract.ts";
import { canonicalJson, type Json } from "../../shared/kernel/canonicalJson.ts";
import { done, type Result } from "../../shared/kernel/result.ts";
import { type Draft, nameReplaced } from "../../shared/ops/draft.ts";
import type { Op, Payload } from "../../shared/ops/op.ts";
import { viewOf } from "../../shared/ops/view.ts";
import type { Desk } from "./desk.ts";
import { ownOp } from "./firstBuild.ts";
import { asOnlyWriter } from "./lock.ts";
import { lookUpsFor } from "./lookUps.ts";
import { keptAt, type Memory, recall } from "./memory.ts";
import { numbersFree } from "./numbers.ts";
import { readOwn, recordKey } from "./opRow.ts";
import { type At, heldOfNone, shownState } from "./recordStore.ts";
import { readJournal } from "./recover.ts";
import { reindexIfLawChanged } from "./reindex.ts";
import { sceneOf } from "./scene.ts";
import { storeNews } from "./store.ts";

/** The oldest dictionary that can read what this version writes. */
const MIN_READER = 1;

/** What is wanted of which record, and what goes with the op. */
export type Wish<Input> = {
  readonly t: EntityType;
  readonly id: string;
  readonly input: Input;
  /** Stated reason, kept in the op. */
  readonly reason?: string;
  /** What has already left the house because of this. */
  readonly effects?: Payload["effects"];
  readonly blobs?: Payload["blobs"];
  /** For an assignment: the person chosen with the findings of the conflict search. */
  readonly assignment?: Scene["law"]["assignment"];
};

/** The action is in the journal: it survives from here on. `h` names it. */
export type Saved = { readonly h: string; readonly saved: true };

/** One turn at the write lock: the desk, and what is known of its database for as long as it lasts. */
type Turn = { readonly desk: Desk; readonly memory: Memory };
type Committed = HostOutput<"journal.commit">;

/** What the action is called in statistics: its first step, else the kind of change. */
const intentOf = (drafts: readonly Draft[], { t }: At): string => {
  const step = drafts.find((draft) => draft.k === "step");
  if (step?.k === "step") return `${step.t}.${step.step}`;
  if (drafts.some(({ k }) => k === "purge")) return `${t}.purge`;
  return `${t}.${drafts.some(({ k }) => k === "resolve") ? "resolve" : "record"}`;
};

const payloadOf = async (
  { desk, memory }: Turn,
  drafts: readonly Draft[],
  { reason, effects, blobs }: Wish<unknown>,
): Promise<string> => {
  const ats = [...new Map(drafts.map(({ t, id }) => [recordKey(t, id), { t, id }])).values()];
  const kept = await keptAt(desk, memory, ats);
  const states = new Map(ats.map(({ t, id }, index) => [recordKey(t, id), kept[index]?.held]));
  const muts = nameReplaced(drafts, (t, id) => {
    const held = states.get(recordKey(t, id));
    return held === undefined ? undefined : shownState(held);
  });
  const payload = { muts, ...(reason && { reason }), ...(effects && { effects }), ...(blobs && { blobs }) };
  return canonicalJson(payload as unknown as Json);
};

const project = async ({ desk, memory }: Turn, op: Op, n: number): Promise<void> => {
  const { feed } = desk.session;
  const { journal } = memory.meta;
  const isNext = (journal?.feed === feed ? journal.n : 0) === n - 1;
  if (!isNext) return readJournal(desk);
  const news = [readOwn(ownOp(op, n, 0))];
  await storeNews(desk, { memory, news }, { journal: { feed, n, h: op.h } });
};

/** After the journal has it, nothing may say "not saved": a database that fails now is caught up before the next write. */
const show = async (turn: Turn, { op, n }: Committed): Promise<void> => {
  try {
    await project(turn, op, n);
  } catch (cause) {
    turn.desk.health.isBehind = true;
    turn.desk.onTrouble(cause);
  }
};

const commit = ({ desk, memory }: Turn, intent: string, payload: string): Promise<Result<Committed>> => {
  const { cursor } = memory.meta;
  const seen = { epoch: cursor.epoch, seq: cursor.seq, head: cursor.seq === 0 ? "" : cursor.chain };
  return desk.host["journal.commit"]({ intent, payload, schema: DICTIONARY, minReader: MIN_READER, seen });
};

const act = async <Input>(
  turn: Turn,
  command: Command<Input>,
  wish: Wish<Input>,
): Promise<Result<Committed>> => {
  const { desk, memory } = turn;
  const [scene, [kept]] = await Promise.all([
    sceneOf(desk, memory, wish.assignment),
    keptAt(desk, memory, [wish]),
  ]);
  const { held } = kept ?? { held: heldOfNone(wish.t, wish.id) };
  const view = viewOf(shownState(held));
  const extra = await lookUpsFor(desk, view, wish.input);
  const drafts = command(view, wish.input, { ...scene, law: { ...scene.law, ...extra } });
  if (!drafts.ok) return drafts;
  const free = numbersFree(memory.meta, drafts.value);
  if (!free.ok) return free;
  return commit(turn, intentOf(drafts.value, wish), await payloadOf(turn, drafts.value, wish));
};

/** An action under way: whether it is saved, and when questions to the database see it. `shown` comes after `saved`. */
export type Performing = { readonly saved: Promise<Result<Saved>>; readonly shown: Promise<void> };

/**
 * The only way anything changes on this desk. Loads the record as it is shown, runs the pure command, names the writes it
 * replaces, and has the host's journal keep the op. `saved` answers when the journal has it, or with the lawful "no"; the
 * write lock is held until it is shown. Both reject only when the machine fails before that; then nothing was saved.
 */
export const begin = <Input>(desk: Desk, command: Command<Input>, wish: Wish<Input>): Performing => {
  const saved = Promise.withResolvers<Result<Saved>>();
  const shown = asOnlyWriter(desk.session.installId, async () => {
    if (desk.health.isBehind) await readJournal(desk);
    const turn: Turn = { desk, memory: await recall(desk) };
    const written = await act(turn, command, wish);
    saved.resolve(written.ok ? done({ h: written.value.op.h, saved: true }) : written);
    if (!written.ok) return;
    // whoever waits for "saved" goes first
    await saved.promise;
    await show(turn, written.value);
    // a parameter of the bureau moves due days everywhere; nobody waits for that
    if (wish.t === "bureau") reindexIfLawChanged(desk).catch(desk.onTrouble);
  });
  shown.catch(saved.reject);
  return { saved: saved.promise, shown };
};

/** As `begin`, for screens that go on with what the database answers: resolves when what was saved is also shown. */
export const perform = async <Input>(
  desk: Desk,
  command: Command<Input>,
  wish: Wish<Input>,
): Promise<Result<Saved>> => {
  const { saved, shown } = begin(desk, command, wish);
  const [result] = await Promise.all([saved, shown]);
  return result;
};
