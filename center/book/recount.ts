import type { Center } from "../context.ts";
import type { Tx } from "../db/database.ts";
import { everyNight } from "../snapshots/nightly.ts";
import { lockBook } from "./books.ts";
import { isWhole } from "./isWhole.ts";
import { saveStates } from "./project.ts";
import { differing, type RecordKey, type Refolded } from "./refold.ts";

/** Records folded between two looks at what else there is to do. */
const AT_ONCE = 50;
const DAY_MS = 24 * 3_600_000;
const FIRST: RecordKey = { t: "", id: "" };

/** The next records of a bureau: those its ops are about, and those that merely stand there. */
const keysAfter = (tx: Tx, bureau: string, { t, id }: RecordKey): Promise<readonly RecordKey[]> =>
  tx.all<RecordKey>(
    `(select distinct t, id from op_entity where bureau = $1 and (t, id) > ($2, $3) order by t, id limit $4)
     union (select t, id from entity where bureau = $1 and (t, id) > ($2, $3) order by t, id limit $4)
     order by t, id limit $4`,
    [bureau, t, id, AT_ONCE],
  );

/** Puts what the ops make into the place of what was found, unless the book has gone on and they are equal by now. */
const mend = ({ db }: Center, bureau: string, keys: readonly RecordKey[]): Promise<readonly Refolded[]> =>
  db.inBureau(bureau, async (tx) => {
    await lockBook(tx, bureau);
    const wrong = await differing(tx, bureau, keys);
    await saveStates(
      tx,
      bureau,
      wrong.flatMap(({ state }) => state ?? []),
    );
    for (const { t, id, state } of wrong) {
      if (state === undefined)
        await tx.run("delete from entity where bureau = $1 and t = $2 and id = $3", [bureau, t, id]);
      await tx.run("insert into mended (bureau, t, id, found_at) values ($1, $2, $3, now())", [
        bureau,
        t,
        id,
      ]);
    }
    return wrong;
  });

const recountBureau = async (center: Center, bureau: string, signal: AbortSignal): Promise<number> => {
  if (!(await center.db.inBureauAsOfNow(bureau, (tx) => isWhole(tx, bureau)))) {
    center.log.warn({ bureau }, "book.notWhole");
    return 0;
  }
  let count = 0;
  for (let after: RecordKey | undefined = FIRST; after !== undefined && !signal.aborted; ) {
    const from: RecordKey = after;
    const { keys, wrong } = await center.db.inBureauAsOfNow(bureau, async (tx) => {
      const keys = await keysAfter(tx, bureau, from);
      return { keys, wrong: await differing(tx, bureau, keys) };
    });
    const mended = wrong.length === 0 ? [] : await mend(center, bureau, wrong);
    for (const { t, id } of mended) center.log.warn({ bureau, t, id }, "record.mended");
    count += mended.length;
    after = keys.at(-1);
  }
  return count;
};

/**
 * Folds every record of every book anew and compares it with what is stored beside the book. What somebody edited there
 * is noticed, named and made anew from the ops (F77); a book that is not whole itself is left alone. Answers how many.
 */
const recount = async (center: Center, signal: AbortSignal): Promise<number> => {
  const bureaus = await center.db.atGate((tx) => tx.all<{ bureau: string }>("select bureau from bureau"));
  let count = 0;
  for (const { bureau } of bureaus) count += await recountBureau(center, bureau, signal);
  return count;
};

/** Recounts at work; `stop` ends one after what it is at, `now` begins one and waits for it. */
export type Recounts = { readonly now: () => Promise<number>; readonly stop: () => Promise<void> };

/** Recounts once beside the work of the center, and then once every night. */
export const startRecounts = (center: Center): Recounts => {
  const over = new AbortController();
  let begunAt = center.now();
  const run = (): Promise<number> => {
    begunAt = center.now();
    return recount(center, over.signal);
  };
  let last: Promise<unknown> = Promise.resolve();
  const beside = async (): Promise<void> => {
    last = run().catch((cause: { code?: string }) => {
      center.log.warn({ code: cause.code ?? "" }, "recount.failed");
    });
    await last;
  };
  void beside();
  const endNights = everyNight(center, async () => {
    if (center.now() - begunAt > DAY_MS / 2) await beside();
  });
  return {
    now: run,
    stop: async () => {
      endNights();
      over.abort();
      await last;
    },
  };
};
