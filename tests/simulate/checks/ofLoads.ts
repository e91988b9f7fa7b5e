import { CHAIN_START } from "../../../shared/sync/chain.ts";
import type { Check } from "./check.ts";

/* What must hold of desks that began with a snapshot. */

/**
 * The ops below a snapshot come afterwards, and lead to it (I29); whoever was stopped reads no further. A desk that has them
 * all follows a restored center back below its snapshot: then the book it began with has ended.
 */
export const bootstrap: Check = ({ desks, book, happened }) =>
  desks.flatMap(({ meta, name, feed }) => {
    const { snapshot, history, alarm } = meta;
    if (snapshot === undefined) return [];
    const isStopped = happened.has(`revoked ${feed}`);
    const end = book[snapshot.seq - 1]?.chain ?? CHAIN_START;
    return [
      ...(alarm === "snapshot-differs" ? [`${name} was told that its snapshot is not the book`] : []),
      ...(end === snapshot.chain || isStopped || happened.has("restore")
        ? []
        : [`${name} began with another book`]),
      ...(history.seq === history.to || isStopped
        ? []
        : [`${name} lacks the ops from ${history.seq} to ${history.to}`]),
    ];
  });

/** The databases of a computer that reads the book: the one in use is left when everything is at rest, no other (R23). */
export const oneDatabase: Check = ({ desks, happened }) =>
  desks
    .filter(({ feed }) => !happened.has(`revoked ${feed}`))
    .map(({ desk, name }) => ({ name, count: desk.computer.databases.size }))
    .filter(({ count }) => count !== 1)
    .map(({ name, count }) => `${name} has ${count} databases`);
