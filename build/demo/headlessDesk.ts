import { randomUUID } from "node:crypto";
import type { Command } from "../../shared/commands/command.ts";
import type { Scene } from "../../shared/commands/scene.ts";
import { DICTIONARY } from "../../shared/dictionary/entities.ts";
import type { Host } from "../../shared/host/contract.ts";
import { canonicalJson, type Json } from "../../shared/kernel/canonicalJson.ts";
import type { Refusal } from "../../shared/kernel/refusals.ts";
import type { Result } from "../../shared/kernel/result.ts";
import { nameReplaced } from "../../shared/ops/draft.ts";
import { applyOp, recordsOf } from "../../shared/ops/fold.ts";
import { type Header, type Mut, PENDING } from "../../shared/ops/op.ts";
import { emptyState, type RecordState } from "../../shared/ops/state.ts";
import { type RecordView, viewOf } from "../../shared/ops/view.ts";

/** The record and the wish. */
export type Wish<Input> = { readonly t: string; readonly id: string; readonly input: Input };

/**
 * A desk without a page: runs the product's own commands against a real host and its journal, holding the folded
 * records in memory. For invented counties, load and tests; a page that opens the same folder finds everything.
 */
export type HeadlessDesk = {
  readonly view: (t: string, id: string) => RecordView;
  readonly views: (t: string) => readonly RecordView[];
  readonly perform: <Input>(
    command: Command<Input>,
    wish: Wish<Input>,
    scene: Scene,
  ) => Promise<Result<string>>;
};

/** Thrown by the demo when a command it relies on was refused: then the demo itself is wrong. */
export const must = <T>(result: Result<T>, what: string): T => {
  if (!result.ok) throw new Error(`${what}: ${describe(result.refusal)}`);
  return result.value;
};
const describe = ({ code, source = "", detail = "" }: Refusal): string => `${code} ${detail} ${source}`;

/** A new record id. */
export const newId = (): string => randomUUID();

/** Opens a headless desk on a host that somebody has signed in to. Ops already in the journal are not read. */
export const openHeadlessDesk = (host: Host): HeadlessDesk => {
  const states = new Map<string, RecordState>();
  const stateOf = (t: string, id: string): RecordState => states.get(`${t}/${id}`) ?? emptyState(t, id);
  return {
    view: (t, id) => viewOf(stateOf(t, id)),
    views: (t) => [...states.values()].filter((state) => state.t === t).map(viewOf),
    perform: async (command, { t, id, input }, scene) => {
      const decided = command(viewOf(stateOf(t, id)), input, scene);
      if (!decided.ok) return decided;
      const muts: readonly Mut[] = nameReplaced(decided.value, stateOf);
      const payload = canonicalJson({ muts } as unknown as Json);
      const step = muts.find((mut) => mut.k === "step");
      const intent = `${t}.${step?.k === "step" ? step.step : muts[0]?.k}`;
      const seen = { epoch: "", seq: 0, head: "" };
      const saved = await host["journal.commit"]({ intent, payload, schema: DICTIONARY, minReader: 1, seen });
      if (!saved.ok) return saved;
      const { op, n } = saved.value;
      const header = JSON.parse(op.header) as Header;
      for (const [kind, record] of recordsOf(muts))
        states.set(
          `${kind}/${record}`,
          applyOp(stateOf(kind, record), { h: op.h, seq: PENDING + n, header, muts }),
        );
      return { ok: true, value: op.h };
    },
  };
};
