import type { Desk } from "../../../../renderer/data/desk.ts";
import { DeskDb } from "../../../../renderer/data/deskDb.ts";
import { readMeta, writeMeta } from "../../../../renderer/data/meta.ts";
import { httpCenter } from "../../../../renderer/sync/centerClient.ts";
import { pull } from "../../../../renderer/sync/pull.ts";
import { refill } from "../../../../renderer/sync/refill.ts";
import { freshMind, toolsOf } from "../../../../renderer/sync/syncMind.ts";
import { assert } from "../../../../shared/kernel/assert.ts";

/* Moments at which a test takes something away: a transaction held open, a page of the book half stored. */

/** The next transaction writes all it has to write and then never ends: the browser is to be killed inside it. */
const holdNext = ({ db }: Desk, onHeld: () => void): void => {
  const transaction = db.transaction.bind(db) as unknown as (...all: readonly unknown[]) => Promise<unknown>;
  const held = (mode: unknown, tables: unknown, work: () => Promise<unknown>): Promise<unknown> =>
    transaction(mode, tables, async () => {
      await work();
      onHeld();
      for (;;) await db.meta.get("desk");
    });
  Object.assign(db, { transaction: held });
};

/** The calls of the bench that break something. */
export const breaks = (open: () => Desk) => {
  let isHeld = false;
  const hold = (): void => {
    isHeld = false;
    holdNext(open(), () => {
      isHeld = true;
    });
  };
  return {
    /** As after an update of the app: the database was made by an older dictionary. */
    ageDatabase: async (): Promise<void> => {
      const { db } = open();
      const meta = await readMeta(db);
      if (meta.desk !== undefined) await writeMeta(db, { desk: { ...meta.desk, schema: 0 } });
      db.close();
    },
    /** As after a kill in the middle of a rebuild: a database of the next generation that was never finished. */
    leaveUnfinished: async (): Promise<void> => {
      const { name } = open().db;
      const [start, generation] = [
        name.slice(0, name.lastIndexOf(".")),
        Number(name.slice(name.lastIndexOf(".") + 1)),
      ];
      const half = new DeskDb(`${start}.${generation + 1}`);
      await half.meta.put({ key: "alarm", value: "half" });
      half.close();
    },
    /** The projection of one op fails as it would on a full disk, after the journal has the op. */
    failNextProjection: (): void => {
      const { db } = open();
      const transaction = db.transaction.bind(db);
      Object.assign(db, {
        transaction: () => {
          Object.assign(db, { transaction });
          return Promise.reject(new DOMException("no room", "QuotaExceededError"));
        },
      });
    },
    holdNextTransaction: hold,
    isHeld: (): boolean => isHeld,
    /** One page of the book, in this page instead of the worker. */
    pullHere: async (isHeldOpen: boolean): Promise<string> => {
      const desk = open();
      const status = await desk.host["center.status"]({});
      assert(status.ok, "the desk has a center");
      if (isHeldOpen) hold();
      const outcome = await pull(desk, httpCenter, toolsOf(status.value, freshMind()));
      return outcome.ok ? "ok" : outcome.refusal.code;
    },
    /** Waits for something else inside a transaction, as no code of ours does; answers what became of it. */
    foreignWait: async (): Promise<string> => {
      const { db } = open();
      try {
        await db.transaction("rw", [db.meta], async () => {
          await db.meta.put({ key: "alarm", value: "before" });
          await crypto.subtle.digest("SHA-256", new Uint8Array(1));
          await new Promise((resolve) => setTimeout(resolve, 50));
          await db.meta.put({ key: "alarm", value: "after" });
        });
        return "stored";
      } catch (cause) {
        return cause instanceof Error ? cause.name : "thrown";
      }
    },
    /** Asks the center for numbers as the loop does when they run low, by this page's clock. */
    refillHere: () => refill(open(), httpCenter, { mind: freshMind() }),
    askNumbers: (series: string, year: number, count: number) => httpCenter.numbers({ series, year, count }),
  };
};
