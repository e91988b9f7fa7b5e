import { createHash } from "node:crypto";
import type { Command } from "../../shared/commands/command.ts";
import { recordFacts } from "../../shared/commands/recordFacts.ts";
import { recordRow } from "../../shared/commands/recordRow.ts";
import type { Scene } from "../../shared/commands/scene.ts";
import { takeStep } from "../../shared/commands/takeStep.ts";
import { canonicalJson, type Json } from "../../shared/kernel/canonicalJson.ts";
import { done, type Result } from "../../shared/kernel/result.ts";
import { nameReplaced } from "../../shared/ops/draft.ts";
import { applyOp } from "../../shared/ops/fold.ts";
import type { FoldOp, Header, Mut } from "../../shared/ops/op.ts";
import { emptyState, type RecordState } from "../../shared/ops/state.ts";
import { type RecordView, viewOf } from "../../shared/ops/view.ts";
import type { Told } from "../../shared/workflow/buildReferral.ts";
import { APPLICATION_FACTS } from "./aView.ts";

/** What one op said, kept where a desk keeps it; answers its hash. */
export type Commit = (payload: string) => Promise<string>;

/** Keeps nothing: for what is pure. */
export const nowhere: Commit = async (payload) => createHash("sha256").update(payload).digest("hex");

/** One desk of a bureau that has no center: commands, and the fold of what they wrote. */
export type BooklessDesk = {
  readonly scene: Scene;
  readonly perform: <Input>(
    command: Command<Input>,
    at: { readonly t: string; readonly id: string },
    input: Input,
  ) => Promise<Result<void>>;
  /** An op of another desk of the bureau, as a pull brings it. */
  readonly take: (op: FoldOp) => void;
  readonly ops: readonly FoldOp[];
  readonly state: (t: string, id: string) => RecordState;
  readonly view: (t: string, id: string) => RecordView;
  readonly history: (t: string, id: string) => readonly Told[];
};

const FEED_DIGITS = 24;

/** A desk of the bureau, acting as `scene` says; every op is committed before it is folded. */
export const aBooklessDesk = (name: string, scene: Scene, commit: Commit = nowhere): BooklessDesk => {
  const states = new Map<string, RecordState>();
  const ops: FoldOp[] = [];
  const feed = createHash("sha256").update(name).digest("hex").slice(0, FEED_DIGITS);
  const state = (t: string, id: string): RecordState => states.get(`${t}/${id}`) ?? emptyState(t, id);
  const take = (op: FoldOp): void => {
    ops.push(op);
    for (const key of new Set(op.muts.map(({ t, id }) => `${t}/${id}`))) {
      const [t = "", id = ""] = key.split("/");
      states.set(key, applyOp(state(t, id), op));
    }
  };
  return {
    scene,
    perform: async (command, { t, id }, input) => {
      const drafts = command(viewOf(state(t, id)), input, scene);
      if (!drafts.ok) return drafts;
      const muts = nameReplaced(drafts.value, state);
      const h = await commit(canonicalJson({ muts, reason: `${name} ${ops.length}` } as unknown as Json));
      const header = {
        feed,
        actor: scene.actor.id,
        wall: `2026-03-0${1 + (ops.length % 9)}T01:00:00.000Z`,
        desk: name,
      };
      take({ h, seq: ops.length + 1, header: header as Header, muts });
      return done(undefined);
    },
    take,
    ops,
    state,
    view: (t, id) => viewOf(state(t, id)),
    history: (t, id) =>
      ops
        .filter(({ muts }) => muts.some((mut: Mut) => mut.t === t && mut.id === id))
        .map(({ header, muts }) => ({
          claimedAt: header.wall,
          actor: header.actor,
          desk: header.desk,
          reason: "",
          muts,
          verdict: "ok",
        })),
  };
};

const orFail = (result: Result<unknown>): void => {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} ${result.refusal.detail ?? ""}`);
};

/** Registers, receives and refers one invented application on this desk. */
export const referredOn = async (
  desk: BooklessDesk,
  id: string,
  facts: { readonly [f: string]: Json } = {},
): Promise<void> => {
  const at = { t: "aidFile", id };
  const { materials, ...stated } = APPLICATION_FACTS;
  orFail(
    await desk.perform(recordFacts, at, {
      facts: { origin: "APPLICATION", ...stated, phone: "13800001234", ...facts },
    }),
  );
  orFail(
    await desk.perform(recordRow, at, {
      f: "materials",
      row: (materials as Record<string, Json>[])[0] ?? {},
    }),
  );
  orFail(await desk.perform(recordRow, at, { f: "opposingParties", row: { name: "乙某建筑有限公司" } }));
  orFail(await desk.perform(takeStep, at, { step: "receive", facts: {} }));
  orFail(await desk.perform(takeStep, at, { step: "refer", facts: { referredTo: "乙县法律援助中心" } }));
};
