import { change, found, key, NONE, type Statement } from "./statement.ts";
import { insertRow, putRow, rowAt } from "./tables.ts";

const insertFeed: Statement = (tx, [bureau, feed, is_center, desk_name, publicKey, not_after = null]) => {
  const end = not_after === null ? null : new Date(String(not_after));
  const names = { bureau, feed, is_center, desk_name, key: publicKey, not_after: end };
  insertRow(tx, "feed", [key(feed), { ...names, state: "open", n: "0", h: "", head_seq: "0" }]);
  return NONE;
};

const timeOf = (time: unknown): Date | null => (time === null ? null : new Date(String(time)));
const NO_CLOCK = { clock_at: null, doubt_at: null };

/** What the end of an enrolment is to the database (center/desks/admit.ts, center/desks/steadyClock.ts). */
export const END_STATEMENTS: Readonly<Record<string, Statement>> = {
  "insert into feed (bureau, feed, is_center, desk_name, key) values ($1, $2, $3, $4, $5)": insertFeed,
  "insert into feed (bureau, feed, is_center, desk_name, key, not_after) values ($1, $2, $3, $4, $5, $6)":
    insertFeed,
  "update feed set not_after = $3 where bureau = $1 and feed = $2": (tx, [, feed, at]) =>
    change(tx, "feed", { key: key(feed), patch: { not_after: new Date(String(at)) } }),
  "select clock_at, doubt_at from center": (tx) => found(rowAt(tx, "center", "one") ?? NO_CLOCK),
  "update center set clock_at = $1, doubt_at = $2": (tx, [clock_at, doubt_at]) => {
    putRow(tx, "center", ["one", { clock_at: timeOf(clock_at), doubt_at: timeOf(doubt_at) }]);
    return NONE;
  },
  "update feed set not_after = greatest(not_after, $3) where bureau = $1 and feed = $2 and not is_center": (
    tx,
    [, feed, at],
  ) => {
    const row = rowAt(tx, "feed", key(feed));
    if (row === undefined || row.is_center === true) return NONE;
    const [old, not_after] = [row.not_after as Date | null, new Date(String(at))];
    return old !== null && old > not_after
      ? NONE
      : change(tx, "feed", { key: key(feed), patch: { not_after } });
  },
};
