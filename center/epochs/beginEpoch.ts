import { randomBytes, randomUUID } from "node:crypto";
import { lockBook } from "../book/books.ts";
import { bookOwn, type OwnBook, putBy } from "../book/ownOp.ts";
import type { Center } from "../context.ts";

const FEED_BYTES = 12;
/** How the center calls itself in the books. */
export const CENTER_DESK = "省级中心";

/**
 * Begins a new epoch of a bureau's book: a random name, and the point at which the new lineage leaves the old one. The
 * center begins another feed of its own, because ops it wrote and lost may still be on desks. Until the window is
 * closed the book is recovering: it takes what desks offer back, and books nothing else.
 */
export const beginEpoch = async ({ center, tx, bureau }: OwnBook): Promise<string> => {
  const { epoch: prevEpoch, seq, chain } = await lockBook(tx, bureau);
  const [epoch, feed] = [randomUUID(), randomBytes(FEED_BYTES).toString("hex")];
  const startedAt = new Date(center.now()).toISOString();
  await tx.run("update feed set state = 'revoked' where bureau = $1 and is_center", [bureau]);
  await tx.run("insert into feed (bureau, feed, is_center, desk_name, key) values ($1, $2, $3, $4, $5)", [
    bureau,
    feed,
    true,
    CENTER_DESK,
    center.key.publicKey,
  ]);
  await tx.run(
    "update bureau_log set epoch = $2, is_recovering = true, recovering_since = $3 where bureau = $1",
    [bureau, epoch, startedAt],
  );
  await bookOwn(
    { center, tx, bureau },
    {
      intent: "epoch.begin",
      muts: [
        ...putBy(
          { t: "device", id: feed },
          { name: CENTER_DESK, key: center.key.publicKey, state: "ACTIVE", enrolledAt: startedAt },
        ),
        ...putBy({ t: "epoch", id: epoch }, { prevEpoch, seq, chain, startedAt }),
      ],
    },
  );
  center.log.warn({ bureau, epoch, prevEpoch, seq }, "book.newEpoch");
  return epoch;
};

/**
 * A new epoch in every book that this center keeps: the database was restored, or somebody says so. A copy of a hub's
 * book is only shorter now; the hub ships what is missing again. Answers with how many there are.
 */
export const beginEpochs = async (center: Center): Promise<number> => {
  const bureaus = await center.db.atGate((tx) =>
    tx.all<{ bureau: string }>("select bureau from bureau_log where home = 'here'"),
  );
  for (const { bureau } of bureaus)
    await center.db.inBureau(bureau, (tx) => beginEpoch({ center, tx, bureau }));
  return bureaus.length;
};
