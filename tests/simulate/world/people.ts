import { newId } from "../../../renderer/data/newId.ts";
import { nextNumber } from "../../../renderer/data/numbers.ts";
import { perform, type Saved, type Wish } from "../../../renderer/data/perform.ts";
import { stateAt } from "../../../renderer/data/recordStore.ts";
import { catchUp } from "../../../renderer/data/recover.ts";
import { NUMBER_KINDS } from "../../../renderer/sync/refill.ts";
import type { Command } from "../../../shared/commands/command.ts";
import { issueLetter } from "../../../shared/commands/issueLetter.ts";
import { openRecord } from "../../../shared/commands/openRecord.ts";
import { recordFacts } from "../../../shared/commands/recordFacts.ts";
import { recordRow } from "../../../shared/commands/recordRow.ts";
import { resolveConflict } from "../../../shared/commands/resolveConflict.ts";
import { takeStep } from "../../../shared/commands/takeStep.ts";
import type { EntityType } from "../../../shared/dictionary/entities.ts";
import { canonicalJson, type Json } from "../../../shared/kernel/canonicalJson.ts";
import { instantOfMs } from "../../../shared/kernel/instant.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import { viewOf } from "../../../shared/ops/view.ts";
import { now } from "../machine/now.ts";
import { inPage, type Running, type SimulatedDesk } from "./desk.ts";

/** A record everybody here knows of: its kind and id. */
export type Known = { readonly t: EntityType; readonly id: string };

/** What the people of one bureau talk about: the records they have made. */
export type Talk = { readonly records: Known[] };

/** What everybody here may do on the first morning. */
export const ALL_ROLES = ["SYSADMIN", "CLERK", "EXAMINER", "HEAD"] as const;
export type Facts = { readonly [f: string]: Json };
const VALUES = ["甲", "乙", "丙"] as const;
const FREE: Readonly<Partial<Record<EntityType, readonly string[]>>> = {
  consultation: ["gist", "opposingParty", "personName"],
  aidFile: ["caseFacts", "request", "personName"],
};
/** Consultation steps with what they need; two desks that end one consultation differently contest it. */
const STEPS: readonly (readonly [string, () => Facts])[] = [
  ["answer", () => ({})],
  ["convert", () => ({ fileId: `file-${now.chance.pick(["a", "b"])}-0001` })],
  ["close", () => ({})],
];

/** Does one thing through the product's only write door, and remembers what the person was told. */
export const act = async <Input>(
  desk: SimulatedDesk,
  running: Running,
  deed: { readonly command: Command<Input>; readonly wish: Wish<Input> },
): Promise<Result<Saved> | "died"> => {
  const { desk: open } = running;
  return inPage(running, async () => {
    const result = await perform(open, deed.command, deed.wish);
    if (result.ok) desk.saved.push(result.value.h);
    return result;
  });
};

const pickRecord = ({ records }: Talk, t?: EntityType): Known | undefined => {
  const found = t === undefined ? records : records.filter((each) => each.t === t);
  return found.length === 0 ? undefined : now.chance.pick(found);
};

type Deed = (desk: SimulatedDesk, running: Running, talk: Talk) => Promise<unknown>;

const make: Deed = async (desk, running, talk) => {
  const t: EntityType = now.chance.once(3) ? "aidFile" : "consultation";
  const id = newId(now.trueMs);
  const facts: Facts =
    t === "aidFile"
      ? { personName: now.chance.pick(VALUES), caseFacts: now.chance.pick(VALUES) }
      : { askedAt: instantOfMs(now.trueMs), channel: "WINDOW", gist: now.chance.pick(VALUES) };
  const made = await act(desk, running, { command: openRecord, wish: { t, id, input: { facts } } });
  if (made !== "died" && made.ok) talk.records.push({ t, id });
  return made;
};

const write: Deed = async (desk, running, talk) => {
  const at = pickRecord(talk);
  if (at === undefined) return make(desk, running, talk);
  const f = now.chance.pick(FREE[at.t] ?? []);
  const v = now.chance.once(8) ? null : now.chance.pick(VALUES);
  return act(desk, running, { command: recordFacts, wish: { ...at, input: { facts: { [f]: v } } } });
};

const addRow: Deed = async (desk, running, talk) => {
  const at = pickRecord(talk, "aidFile");
  if (at === undefined) return make(desk, running, talk);
  const state = await inPage(running, () => stateAt(running.desk, at));
  if (state === "died") return state;
  const els = state.rows.materials?.els ?? [];
  const instead = els.length > 0 && now.chance.once(2) ? [now.chance.pick(els).el] : [];
  const row = { kind: "FORM", title: now.chance.pick(VALUES), copies: 1 };
  return act(desk, running, { command: recordRow, wish: { ...at, input: { f: "materials", row, instead } } });
};

const step: Deed = async (desk, running, talk) => {
  const at = pickRecord(talk, "consultation");
  if (at === undefined) return make(desk, running, talk);
  const [name, facts] = now.chance.pick(STEPS);
  if (name === "answer")
    await act(desk, running, {
      command: recordFacts,
      wish: { ...at, input: { facts: { answer: "可以申请", toldRightToApply: true } } },
    });
  if (running.page.isDead) return "died";
  return act(desk, running, { command: takeStep, wish: { ...at, input: { step: name, facts: facts() } } });
};

const resolve: Deed = async (desk, running, talk) => {
  const at = pickRecord(talk);
  if (at === undefined) return make(desk, running, talk);
  const state = await inPage(running, () => stateAt(running.desk, at));
  if (state === "died") return state;
  const { conflicts, contested } = viewOf(state);
  const open = [
    ...conflicts.map(({ f, heads }) => ({ f, heads: heads.map(({ h }) => h) })),
    ...contested.map(({ lane, heads }) => ({ f: `@${lane}`, heads: heads.map(({ h }) => h) })),
  ];
  if (open.length === 0) return write(desk, running, talk);
  const { f, heads } = now.chance.pick(open);
  return act(desk, running, {
    command: resolveConflict,
    wish: { ...at, input: { f, choose: now.chance.pick(heads) } },
  });
};

const hex = (digit: string): string => digit.repeat(64);
const letter: Deed = async (desk, running, talk) => {
  const at = pickRecord(talk, "aidFile");
  if (at === undefined) return make(desk, running, talk);
  const number = await inPage(running, () => nextNumber(running.desk, NUMBER_KINDS[0] ?? ""));
  if (number === "died") return number;
  const input = {
    form: "FZ-002",
    templateVersion: "1",
    templateHash: "0".repeat(64),
    pdfHash: hex("a"),
    docxHash: hex("b"),
    number,
    numberFact: "applicationNo",
  } as const;
  return act(desk, running, { command: issueLetter, wish: { ...at, input } });
};

/** Writes past the commands, as only a program of another version would. */
export const commitRaw = (running: Running, muts: Json, schema: number): Promise<unknown> => {
  const { desk } = running;
  const seen = { epoch: "", seq: 0, head: "" };
  const wish = { intent: "test.strange", payload: canonicalJson({ muts }), schema, minReader: schema, seen };
  return inPage(running, async () => {
    await desk.host["journal.commit"](wish);
    await catchUp(desk);
  });
};

/** An op that no fold can take, or that a newer version wrote: both are kept, and nothing after them waits (F58, F59). */
const strange: Deed = async (_, running) => {
  const isNewer = now.chance.once(2);
  const muts = isNewer ? [{ k: "teleport", t: "future", id: "future-0001" }] : "nonsense";
  return commitRaw(running, muts, isNewer ? 99 : 1);
};

/** What people do all day, and how often of a hundred. */
export const DEEDS: readonly (readonly [string, number, Deed])[] = [
  ["make", 14, make],
  ["write", 36, write],
  ["addRow", 10, addRow],
  ["step", 16, step],
  ["resolve", 14, resolve],
  ["letter", 6, letter],
  ["strange", 4, strange],
];
