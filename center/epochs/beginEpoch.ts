import { randomBytes, randomUUID } from "node:crypto";
import { centerFeedOf, lockBook } from "../book/books.ts";
import { bookOwn, type OwnBook, putBy } from "../book/ownOp.ts";
import type { Center } from "../context.ts";

const FEED_BYTES = 12;

/**
 * Begins a new epoch of a bureau's book: a random name, and the point at which the new lineage leaves the old one. The
 * center begins another feed of its own, because ops it wrote and lost may still be on desks. Until the window is
 * closed the book is recovering: it takes what desks offer back, and books nothing else.
 */
export const beginEpoch = async ({ center, tx, bureau }: OwnBook): Promise<string> => {
  const { epoch: prevEpoch, seq, chain } = await lockBook(tx, bureau);
  const old = await centerFeedOf(tx, bureau);
  const [epoch, feed] = [randomUUID(), randomBytes(FEED_BYTES).toString("hex")];
  const startedAt = new Date(center.now()).toISOString();
  await tx.run("update feed set state = 'revoked' where bureau = $1 and feed = $2", [bureau, old.feed]);
  await tx.run("insert into feed (bureau, feed, is_center, desk_name, key) values ($1, $2, $3, $4, $5)", [
    bureau,
    feed,
    true,
    old.deskName,
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
          { name: old.deskName, key: center.key.publicKey, state: "ACTIVE", enrolledAt: startedAt },
        ),
        ...putBy({ t: "epoch", id: epoch }, { prevEpoch, seq, chain, startedAt }),
      ],
    },
  );
  center.log.warn({ bureau, epoch, prevEpoch, seq }, "book.newEpoch");
  return epoch;
};

/** A new epoch in every book: the database was restored, or somebody says so. Answers with how many there are. */
export const beginEpochs = async (center: Center): Promise<number> => {
  const bureaus = await center.db.atGate((tx) => tx.all<{ bureau: string }>("select bureau from bureau"));
  for (const { bureau } of bureaus)
    await center.db.inBureau(bureau, (tx) => beginEpoch({ center, tx, bureau }));
  return bureaus.length;
};
