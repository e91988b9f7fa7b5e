import { describe, expect, it, vi } from "vitest";
import type { Desk } from "../../../renderer/data/desk.ts";
import type { OpRow } from "../../../renderer/data/deskDb.ts";
import { settleEmptied } from "../../../renderer/data/settleEmptied.ts";
import { canonicalJson } from "../../../shared/kernel/canonicalJson.ts";
import { PENDING } from "../../../shared/ops/op.ts";

vi.stubGlobal("navigator", { locks: { request: (_: string, work: () => unknown) => work() } });

const hash = (letter: string): string => letter.repeat(64);

/** An order to destroy these ops, as it lies on the desk without an effect. */
const anOrder = (verdict: string, ops: readonly string[], seq = 7): OpRow => {
  const kept = { facts: {}, stages: {} };
  const purge = { k: "purge", t: "aidFile", id: "file-0001", of: "archive-0001", ops, kept };
  const head = canonicalJson({ minReader: 1 });
  const payload = canonicalJson({ muts: [purge] } as never);
  const body = { h: hash("d"), header: head, payload, sig: "", actorSig: "", recv: "", verdict };
  return { h: hash("d"), seq, refused: 1, sealed: body } as unknown as OpRow;
};

/** A desk that got these ops without their payload and has these refused orders; what it notes, and what its host erases. */
const aDesk = (
  emptied: readonly string[],
  orders: readonly OpRow[],
  more: Readonly<Record<string, unknown>> = {},
) => {
  const meta = new Map<string, unknown>(Object.entries({ emptied, ...more }));
  let writes = 0;
  const erased: string[] = [];
  const desk = {
    session: { installId: "install-1", feed: "f" },
    seal: { open: async (_: string, __: string, sealed: unknown) => sealed },
    db: {
      ops: {
        where: (index: string) => ({
          equals: () => ({
            toArray: async () => (index === "refused" ? orders : []),
            primaryKeys: async () => [],
          }),
        }),
        bulkGet: async () => [],
      },
      meta: {
        toArray: async () => [...meta].map(([key, value]) => ({ key, value })),
        bulkPut: async (rows: readonly { key: string; value: unknown }[]) => {
          writes += 1;
          for (const { key, value } of rows) meta.set(key, value);
        },
      },
    },
    host: {
      "journal.erase": async ({ ops }: { ops: readonly string[] }) => {
        erased.push(...ops);
        return { ok: true, value: {} };
      },
    },
  } as unknown as Desk;
  const note = (key: string, value: unknown): void => void meta.set(key, value);
  return { desk, erased, noted: (key: string) => meta.get(key), note, writesSoFar: () => writes };
};

describe("what is without its payload at the end of the book (I38, I39)", () => {
  it("I39: is accounted for by an order that came back too late to a restored book, and goes from this desk's journal", async () => {
    const { desk, erased, noted } = aDesk([hash("a")], [anOrder("destroy-list", [hash("a"), hash("b")])]);
    await settleEmptied(desk);
    expect([noted("emptied"), noted("alarm")]).toEqual([[], undefined]);
    // what the book still has stays, though the order names it
    expect(erased).toEqual([hash("a")]);
  });

  it("I38: is told to a person where no order names it, or only one of somebody without the right, or one not booked", async () => {
    for (const orders of [
      [],
      [anOrder("destroy-list", [hash("b")])],
      [anOrder("role-forbids", [hash("a")])],
      [anOrder("destroy-list", [hash("a")], PENDING + 3)],
    ]) {
      const { desk, erased, noted } = aDesk([hash("a")], orders);
      await settleEmptied(desk);
      expect([noted("emptied"), noted("alarm"), erased]).toEqual([[hash("a")], "book-emptied", []]);
    }
  });

  it("I38: a person who has looked is not told again of the same, only of more", async () => {
    const { desk, noted, note, writesSoFar } = aDesk([hash("a")], []);
    await settleEmptied(desk);
    note("alarm", "");
    const writes = writesSoFar();
    await settleEmptied(desk);
    expect([noted("alarm"), writesSoFar()]).toEqual(["", writes]);
    note("emptied", [hash("a"), hash("b")]);
    await settleEmptied(desk);
    expect(noted("alarm")).toBe("book-emptied");
  });

  it("I39: the alarm is taken back when a destruction accounts for all of it, and no other alarm with it", async () => {
    const told = { emptiedTold: [hash("a"), hash("b")] };
    const part = aDesk([hash("b")], [], { ...told, alarm: "book-emptied" });
    await settleEmptied(part.desk);
    expect(part.noted("alarm")).toBe("book-emptied");
    const all = aDesk([], [], { ...told, alarm: "book-emptied" });
    await settleEmptied(all.desk);
    expect([all.noted("alarm"), all.noted("emptiedTold")]).toEqual(["", []]);
    const other = aDesk([], [], { ...told, alarm: "book-changed" });
    await settleEmptied(other.desk);
    expect(other.noted("alarm")).toBe("book-changed");
    const late = [anOrder("destroy-list", [hash("a"), hash("b")])];
    const overtaken = aDesk([hash("a"), hash("b")], late, { ...told, alarm: "book-emptied" });
    await settleEmptied(overtaken.desk);
    expect([overtaken.noted("alarm"), overtaken.erased]).toEqual(["", [hash("a"), hash("b")]]);
  });
});
