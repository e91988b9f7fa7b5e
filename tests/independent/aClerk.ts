import { perform, type Wish } from "../../renderer/data/perform.ts";
import { stateAt } from "../../renderer/data/recordStore.ts";
import { catchUp } from "../../renderer/data/recover.ts";
import { stateOfBook } from "../../renderer/data/stateOfBook.ts";
import type { Command } from "../../shared/commands/command.ts";
import { openRecord } from "../../shared/commands/openRecord.ts";
import { recordFacts } from "../../shared/commands/recordFacts.ts";
import { recordRow } from "../../shared/commands/recordRow.ts";
import { resolveConflict } from "../../shared/commands/resolveConflict.ts";
import { takeStep } from "../../shared/commands/takeStep.ts";
import type { EntityType } from "../../shared/dictionary/entities.ts";
import { canonicalJson, type Json } from "../../shared/kernel/canonicalJson.ts";
import { instantOfMs } from "../../shared/kernel/instant.ts";
import { laneHeads } from "../../shared/ops/state.ts";
import { viewOf } from "../../shared/ops/view.ts";
import { now } from "../simulate/machine/now.ts";
import { inProcess } from "../simulate/machine/process.ts";
import {
  metaOf,
  type Running,
  type SimulatedDesk,
  switchOn,
  syncTurn,
  untilDeath,
} from "../simulate/world/desk.ts";
import type { World } from "../simulate/world/world.ts";
import type { Clerk, Facts, Value } from "./office.ts";

const DIED = "the program died";
/** More turns than any sound loop takes to come to rest here. */
const TURNS_MAX = 120;
const OP_INDEX = "waiting";

/** A desk of the simulated world as a scenario sees it: switched on when it is needed. */
export const aClerk = (world: World, desk: SimulatedDesk): Clerk => {
  const on = async (): Promise<Running> => {
    const running = desk.running ?? (await switchOn(world, desk));
    if (running === "died") throw new Error(DIED);
    return running;
  };
  const inPage = async <T>(work: (running: Running) => Promise<T>): Promise<T> => {
    const running = await on();
    const { page, host } = running;
    const done = await untilDeath(
      [page, host],
      inProcess(page, () => work(running)),
    );
    if (done === "died") throw new Error(DIED);
    return done;
  };
  const act = <Input>(command: Command<Input>, wish: Wish<Input>): Promise<string> =>
    inPage(async ({ desk: open }) => {
      const result = await perform(open, command, wish);
      if (result.ok) desk.saved.push(result.value.h);
      return result.ok ? "saved" : result.refusal.code;
    });
  const at = (id: string): { readonly t: EntityType; readonly id: string } => ({
    t: id.startsWith("ask") ? "consultation" : id.startsWith("staff") ? "staff" : "aidFile",
    id,
  });
  const state = (id: string) => inPage(({ desk: open }) => stateAt(open, at(id)));
  const rowsOf = async (id: string) =>
    ((await state(id)).rows.materials?.els ?? []).map(({ el, v }) => ({
      el,
      title: String((v as { readonly title: string }).title),
    }));
  const headsOf = async (id: string, f: string) => {
    const { conflicts, contested } = viewOf(await state(id));
    if (f.startsWith("@")) return contested.find(({ lane }) => `@${lane}` === f)?.heads ?? [];
    return conflicts.find((conflict) => conflict.f === f)?.heads ?? [];
  };
  const asJson = (facts: Facts): { readonly [f: string]: Json } => facts as { readonly [f: string]: Json };
  return {
    feed: desk.identity.feed,
    put: (id, facts = { caseFacts: "甲" }) => act(openRecord, { ...at(id), input: { facts: asJson(facts) } }),
    ask: (id) =>
      act(openRecord, {
        ...at(id),
        input: { facts: { askedAt: instantOfMs(now.trueMs), channel: "WINDOW", gist: "工资" } },
      }),
    edit: (id, facts) => act(recordFacts, { ...at(id), input: { facts: asJson(facts) } }),
    addRow: (id, title) =>
      act(recordRow, { ...at(id), input: { f: "materials", row: { kind: "FORM", title, copies: 1 } } }),
    dropRow: async (id, title) => {
      const instead = (await rowsOf(id)).filter((row) => row.title === title).map(({ el }) => el);
      return act(recordRow, { ...at(id), input: { f: "materials", instead } });
    },
    step: (id, step, facts = {}) => act(takeStep, { ...at(id), input: { step, facts: asJson(facts) } }),
    resolve: async (id, f, to) => {
      const choose = typeof to === "number" ? ((await headsOf(id, f))[to]?.h ?? "") : "";
      const value = typeof to === "number" ? {} : { value: to.value as Json };
      return act(resolveConflict, { ...at(id), input: { f, choose, ...value } });
    },
    write: (muts, schema = 1) =>
      inPage(async ({ desk: open }) => {
        const payload = canonicalJson({ muts: muts as Json });
        const seen = { epoch: "", seq: 0, head: "" };
        const kept = await open.host["journal.commit"]({
          intent: "test.strange",
          payload,
          schema,
          minReader: schema,
          seen,
        });
        if (kept.ok) await catchUp(open);
        return kept.ok ? "saved" : kept.refusal.code;
      }),
    shown: async (id) => viewOf(await state(id)).facts,
    heads: async (id, f) => {
      const found = await state(id);
      if (f.startsWith("@")) {
        const lane = found.lanes[f.slice(1)];
        return lane === undefined ? [] : laneHeads(lane).map(({ to, outcome }) => [to, outcome] as Value);
      }
      const byRank = [...(found.cells[f]?.heads ?? [])].sort(
        (a, b) => a.rank - b.rank || (a.h < b.h ? -1 : 1),
      );
      return byRank.map(({ v }) => v);
    },
    rows: async (id) => (await rowsOf(id)).map(({ title }) => title).sort(),
    disputes: async (id) => {
      const { conflicts, contested } = viewOf(await state(id));
      return [...conflicts.map(({ f }) => f), ...contested.map(({ lane }) => `@${lane}`)];
    },
    sync: async (turns = TURNS_MAX) => {
      const running = await on();
      for (let turn = 0; turn < turns; turn += 1) {
        const step = await syncTurn(desk, running);
        if (step === "died") return false;
        if (step.do === "wait" && running.mind.failureCount === 0) return true;
      }
      return false;
    },
    status: async () => {
      const { desk: open } = await on();
      const meta = (key: string): unknown => metaOf(desk.computer, open.db.name, key);
      const ops = [...(desk.computer.databases.get(open.db.name)?.tables.get("ops")?.values() ?? [])];
      return {
        waiting: ops.filter((row) => row[OP_INDEX] !== undefined).length,
        cursor: (meta("cursor") as { readonly seq: number } | undefined)?.seq ?? 0,
        isProven: ((meta("provenAt") as number | undefined) ?? 0) > 0,
        alarm: meta("alarm") !== undefined,
      };
    },
    hash: () => inPage(({ desk: open }) => stateOfBook(open)),
  };
};
