import type { Command } from "../../shared/commands/command.ts";
import type { Scene } from "../../shared/commands/scene.ts";
import { DICTIONARY, type EntityType } from "../../shared/dictionary/entities.ts";
import { canonicalJson, type Json } from "../../shared/kernel/canonicalJson.ts";
import { done, type Result } from "../../shared/kernel/result.ts";
import { type Draft, nameReplaced } from "../../shared/ops/draft.ts";
import type { Op, Payload } from "../../shared/ops/op.ts";
import type { RecordState } from "../../shared/ops/state.ts";
import { viewOf } from "../../shared/ops/view.ts";
import type { Desk } from "./desk.ts";
import { asOnlyWriter } from "./lock.ts";
import { readMeta } from "./meta.ts";
import { numbersFree } from "./numbers.ts";
import { recordKey } from "./opRow.ts";
import { type At, stateAt } from "./recordStore.ts";
import { ownOp, readJournal } from "./recover.ts";
import { reindexIfLawChanged } from "./reindex.ts";
import { sceneOf } from "./scene.ts";
import { storeOps } from "./store.ts";

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

/** What the action is called in statistics: its first step, else the kind of change. */
const intentOf = (drafts: readonly Draft[], { t }: At): string => {
  const step = drafts.find((draft) => draft.k === "step");
  if (step?.k === "step") return `${step.t}.${step.step}`;
  return `${t}.${drafts.some(({ k }) => k === "resolve") ? "resolve" : "record"}`;
};

const statesOf = async (desk: Desk, drafts: readonly Draft[]): Promise<ReadonlyMap<string, RecordState>> => {
  const ats = [...new Map(drafts.map(({ t, id }) => [recordKey(t, id), { t, id }])).entries()];
  return new Map(await Promise.all(ats.map(async ([key, at]) => [key, await stateAt(desk, at)] as const)));
};

const payloadOf = async (
  desk: Desk,
  drafts: readonly Draft[],
  { reason, effects, blobs }: Wish<unknown>,
): Promise<string> => {
  const states = await statesOf(desk, drafts);
  const muts = nameReplaced(drafts, (t, id) => states.get(recordKey(t, id)));
  const payload = { muts, ...(reason && { reason }), ...(effects && { effects }), ...(blobs && { blobs }) };
  return canonicalJson(payload as unknown as Json);
};

/** After the journal has it, nothing may say "not saved": a database that fails now is caught up before the next write. */
const project = async (desk: Desk, op: Op, n: number): Promise<void> => {
  const { journal } = await readMeta(desk.db);
  const { feed } = desk.session;
  const isNext = (journal?.feed === feed ? journal.n : 0) === n - 1;
  if (isNext) await storeOps(desk, [ownOp(op, 0)], { journal: { feed, n, h: op.h } });
  else await readJournal(desk);
};

const commit = async (desk: Desk, intent: string, payload: string): Promise<Result<Saved>> => {
  const { cursor } = await readMeta(desk.db);
  const seen = { epoch: cursor.epoch, seq: cursor.seq, head: cursor.seq === 0 ? "" : cursor.chain };
  const written = await desk.host["journal.commit"]({
    intent,
    payload,
    schema: DICTIONARY,
    minReader: MIN_READER,
    seen,
  });
  if (!written.ok) return written;
  const { op, n } = written.value;
  try {
    await project(desk, op, n);
  } catch (cause) {
    desk.health.isBehind = true;
    desk.onTrouble(cause);
  }
  return done({ h: op.h, saved: true });
};

const act = async <Input>(desk: Desk, command: Command<Input>, wish: Wish<Input>): Promise<Result<Saved>> => {
  const view = viewOf(await stateAt(desk, wish));
  const drafts = command(view, wish.input, await sceneOf(desk, wish.assignment));
  if (!drafts.ok) return drafts;
  const free = await numbersFree(desk, drafts.value);
  if (!free.ok) return free;
  return commit(desk, intentOf(drafts.value, wish), await payloadOf(desk, drafts.value, wish));
};

/**
 * The only way anything changes on this desk. Loads the record as it is shown, runs the pure command, names the writes it
 * replaces, and has the host's journal keep the op. Answers `saved` when the journal has it, or the lawful "no".
 * Throws only when the machine fails before that; then nothing was saved.
 */
export const perform = async <Input>(
  desk: Desk,
  command: Command<Input>,
  wish: Wish<Input>,
): Promise<Result<Saved>> => {
  const result = await asOnlyWriter(desk.session.installId, async () => {
    if (desk.health.isBehind) await readJournal(desk);
    return act(desk, command, wish);
  });
  // a parameter of the bureau moves due days everywhere; nobody waits for that
  if (result.ok && wish.t === "bureau") reindexIfLawChanged(desk).catch(desk.onTrouble);
  return result;
};
