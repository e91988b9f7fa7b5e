/*
 * What clients of a running center saw, and whether it can be true. A history is what was asked and answered, in the
 * order of one clock; nothing of the product takes part in judging it.
 */

/** One op as a reader got it: its number, its hash, whose it is and which in their feed, and its verdict. */
export type Read = {
  readonly seq: number;
  readonly h: string;
  readonly feed: string;
  readonly n: number;
  readonly verdict: string;
};

/** Something a client did, from when it asked (`from`) until it had its answer (`to`); Infinity when none came. */
export type Event = { readonly client: string; readonly from: number; readonly to: number } & (
  | {
      readonly did: "push";
      readonly ops: readonly { readonly h: string; readonly n: number }[];
      /** What the answer said is in the book; absent when no answer came. */
      readonly acked?: readonly { readonly h: string; readonly seq: number }[];
    }
  | {
      readonly did: "read";
      readonly after: number;
      readonly ops: readonly Read[];
      /** Where the book ended, as this answer said. */
      readonly head: number;
    }
);

type Reads = Extract<Event, { did: "read" }>;
type Pushes = Extract<Event, { did: "push" }>;

const isRead = (event: Event): event is Reads => event.did === "read";
const isPush = (event: Event): event is Pushes => event.did === "push";

/** Ops that were acknowledged and are not in the last whole book, or under another number. */
const lostUpdates = (events: readonly Event[], book: readonly Read[]): readonly string[] => {
  const booked = new Map(book.map(({ h, seq }) => [h, seq]));
  return events.filter(isPush).flatMap(({ client, acked = [] }) =>
    acked.flatMap(({ h, seq }) => {
      if (!booked.has(h)) return [`lost update: ${client} was told that ${h} is no. ${seq}`];
      return booked.get(h) === seq ? [] : [`moved: ${h} was no. ${seq} and is no. ${booked.get(h)}`];
    }),
  );
};

/** Numbers of one answer that do not follow one another from where the client asked. */
const holes = (events: readonly Event[]): readonly string[] =>
  events
    .filter(isRead)
    .flatMap(({ client, after, ops }) =>
      ops.flatMap(({ seq }, at) =>
        seq === after + 1 + at
          ? []
          : [`out of order: ${client} asked after ${after} and got ${seq} at place ${at + 1}`],
      ),
    );

/** One number that two answers gave to two ops, or with two verdicts; one op under two numbers. */
const twoTruths = (events: readonly Event[]): readonly string[] => {
  const [bySeq, byHash] = [new Map<number, string>(), new Map<string, number>()];
  return events.filter(isRead).flatMap(({ client, ops }) =>
    ops.flatMap(({ seq, h, verdict }) => {
      const [said, number] = [bySeq.get(seq) ?? `${h} ${verdict}`, byHash.get(h) ?? seq];
      bySeq.set(seq, said);
      byHash.set(h, number);
      return [
        ...(said === `${h} ${verdict}`
          ? []
          : [`two histories: ${client} read ${h} ${verdict} at ${seq}, where ${said} was`]),
        ...(number === seq ? [] : [`twice: ${client} read ${h} at ${seq}, and it is at ${number}`]),
      ];
    }),
  );
};

/** Readers to whom the book grew shorter: of one client, whatever it was told before it asked again must still hold. */
const backwards = (events: readonly Event[]): readonly string[] =>
  [...Map.groupBy(events.filter(isRead), ({ client }) => client)].flatMap(([client, reads]) =>
    reads.flatMap((later) => {
      const before = reads.filter(({ to }) => to < later.from).map(({ head }) => head);
      const most = Math.max(0, ...before);
      return later.head >= most
        ? []
        : [`non-monotonic: ${client} saw the book end at ${most}, later at ${later.head}`];
    }),
  );

/** Answers to questions that were asked after an acknowledgement, whoever asked, and end before what it acknowledged. */
const stale = (events: readonly Event[]): readonly string[] => {
  const acks = events
    .filter(isPush)
    .flatMap(({ to, acked = [] }) => acked.map(({ h, seq }) => ({ to, h, seq })));
  return events
    .filter(isRead)
    .flatMap(({ client, from, head }) =>
      acks
        .filter(({ to, seq }) => to < from && seq > head)
        .map(
          ({ h, seq }) =>
            `stale: ${client} was told that the book ends at ${head} after ${h} was acknowledged as ${seq}`,
        ),
    );
};

/** Feeds whose ops stand in the book in another order than they were written in, or of which two stand at one place. */
const brokenFeeds = (book: readonly Read[]): readonly string[] =>
  [...Map.groupBy(book, ({ feed }) => feed)].flatMap(([feed, ops]) =>
    ops.flatMap(({ n, h }, at) =>
      n === at + 1 ? [] : [`feed ${feed}: op ${h} is its no. ${n} and stands at place ${at + 1}`],
    ),
  );

/** Ops in the book that nobody of this history wrote. */
const fromNowhere = (events: readonly Event[], book: readonly Read[]): readonly string[] => {
  const known = new Set(events.filter(isPush).flatMap(({ ops }) => ops.map(({ h }) => h)));
  const writers = new Set(events.filter(isPush).map(({ client }) => client));
  return book
    .filter(({ feed, h }) => writers.has(feed) && !known.has(h))
    .map(({ h, feed }) => `from nowhere: ${h} stands in the book as ${feed}'s, which never wrote it`);
};

/**
 * Everything in a history that cannot be true of a center that never loses and never lies. `book` is what it says in
 * the end, read whole. Clients are named by their feeds.
 */
export const impossibilities = (events: readonly Event[], book: readonly Read[]): readonly string[] => {
  const all = [...events].sort((a, b) => a.to - b.to);
  const end: Reads = {
    did: "read",
    client: "the end",
    from: Infinity,
    to: Infinity,
    after: 0,
    ops: book,
    head: book.length,
  };
  return [
    ...lostUpdates(all, book),
    ...holes([...all, end]),
    ...twoTruths([...all, end]),
    ...backwards([...all, end]),
    ...stale([...all, end]),
    ...brokenFeeds(book),
    ...fromNowhere(all, book),
  ];
};
