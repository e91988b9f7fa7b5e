import { describe, expect, it } from "vitest";
import { STORES } from "../../../renderer/data/deskDb.ts";
import { SHIPPED_LAW } from "../../../renderer/data/deskLaw.ts";
import { indexOf } from "../../../renderer/data/project.ts";
import { ENTITIES, type EntityType } from "../../../shared/dictionary/entities.ts";
import type { Field, Shape } from "../../../shared/dictionary/field.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { RecordView } from "../../../shared/ops/view.ts";

/** Every name an index may hold, and why a stranger may read it. */
// biome-ignore format: a table is read by columns
const ALLOWED: Readonly<Record<string, string>> = {
  t: "kind of record", id: "random id", on: "open day or minute it began", kind: "open code", due: "computed day and one flag",
  stages: "stage codes and due day", disputed: "flag", contested: "flag",
  h: "hash", feed: "random id of a desk", n: "position", seq: "position", waiting: "position", records: "kinds and random ids",
  open: "kinds and random ids", refused: "flag", scans: "flag", no: "block number", rev: "counter", edition: "counter", upTo: "counter",
  key: "name of a setting of ours",
};

const pathsOf = (schema: string): readonly string[] =>
  schema.split(",").flatMap((index) =>
    index
      .trim()
      .replaceAll(/[[\]*&]|\+\+/g, "")
      .split("+"),
  );

const CANARY = "金丝雀";
const DAYS: Readonly<Partial<Record<Field["kind"], Json>>> = {
  day: "1999-09-09",
  instant: "1999-09-09T09:09",
  whole: 987_654,
  fen: 987_654,
};

/** A value that can be recognised, for every field that is not open. */
const secretOf = (name: string, { kind, row }: Field): Json => {
  if (row !== undefined)
    return [
      Object.fromEntries(Object.entries(row).map(([f, field]) => [f, secretOf(`${name}.${f}`, field)])),
    ];
  return DAYS[kind] ?? `${CANARY}${name}`;
};

const everything = (t: EntityType): RecordView => {
  const shape: Shape = ENTITIES[t].shape;
  const facts = Object.entries(shape).flatMap(([name, field]): [string, Json][] =>
    field.open ? [] : [[name, secretOf(name, field)]],
  );
  return { t, id: "record-0001", facts: Object.fromEntries(facts), stages: {}, conflicts: [], contested: [] };
};

describe("what the browser's database holds in clear (《个人信息保护法》第51条)", () => {
  it("every index is on the list of what a stranger may read", () => {
    const paths = Object.values(STORES).flatMap(pathsOf);
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !Object.hasOwn(ALLOWED, path))).toEqual([]);
  });

  it.each(Object.keys(ENTITIES) as EntityType[])("no fact of %s that is not open is in its index", (t) => {
    const view = everything(t);
    const clear = JSON.stringify(indexOf(view, SHIPPED_LAW));
    expect(clear).toContain("record-0001");
    expect([CANARY, "1999-09-09", "987654"].filter((secret) => clear.includes(secret))).toEqual([]);
  });

  it("the check can fail: an open day does stand there", () => {
    const view = { ...everything("aidFile"), facts: { receivedAt: "2026-03-02T09:00" } };
    expect(JSON.stringify(indexOf(view, SHIPPED_LAW))).toContain("2026-03-02");
  });

  it("trap 7: nothing indexed is null or a boolean", () => {
    const view = {
      ...everything("aidFile"),
      conflicts: [{ f: "phone", heads: [] }],
      facts: { origin: "APPLICATION" },
    };
    const values = Object.values(indexOf(view, SHIPPED_LAW)).flat();
    expect(values.filter((value) => value === null || typeof value === "boolean")).toEqual([]);
    expect(indexOf(view, SHIPPED_LAW)).toMatchObject({
      disputed: 1,
      kind: "APPLICATION",
    });
  });
});
