import { randomBytes } from "node:crypto";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import type { Caller } from "../book/caller.ts";
import type { Center } from "../context.ts";
import type { Tx } from "../db/database.ts";
import { sha256 } from "../hash.ts";
import { isSigned, publicKeyOf } from "../keys/ed25519.ts";

const CHALLENGE_MS = 60_000;
const SESSION_MS = 15 * 60_000;
/** More open challenges or sessions than a province has desks: the oldest give way, memory stays bounded (F69). */
const OPEN_MAX = 20_000;
const SECRET_BYTES = 32;

/** A way in: challenge, signed answer, bearer token for 15 minutes, bound to one desk or one hub. */
export type Sessions<Who> = {
  readonly challenge: (feed: string) => string;
  readonly open: (answer: {
    readonly feed: string;
    readonly challenge: string;
    readonly sig: string;
  }) => Promise<Result<{ readonly token: string; readonly expiresInS: number }>>;
  readonly callerOf: (token: string) => Who | undefined;
};

type Kept<T> = { readonly value: T; readonly until: number };

/** A bounded store of things that end by themselves. */
const expiring = <T>(lifeMs: number, now: () => number) => {
  const kept = new Map<string, Kept<T>>();
  const live = (item: Kept<T> | undefined): T | undefined =>
    item !== undefined && item.until > now() ? item.value : undefined;
  return {
    put: (key: string, value: T): void => {
      for (const [old, { until }] of kept) {
        if (kept.size < OPEN_MAX && until > now()) break;
        kept.delete(old);
      }
      kept.set(key, { value, until: now() + lifeMs });
    },
    get: (key: string): T | undefined => live(kept.get(key)),
    take: (key: string): T | undefined => {
      const item = kept.get(key);
      kept.delete(key);
      return live(item);
    },
  };
};

/** Whom a name stands for; asked at the gate, before anything is proved. */
export type WhoIs<Who> = (tx: Tx, name: string) => Promise<Result<Who>>;

type DeskRow = { readonly bureau: string; readonly key: string; readonly home: string };

/** A desk by its feed; `not-home` when another center keeps its bureau's book and this is the copy. */
export const deskOf: WhoIs<Caller> = async (tx, feed) => {
  const row = await tx.one<DeskRow>(
    "select f.bureau, f.key, l.home from feed f join bureau_log l using (bureau) where f.feed = $1 and not f.is_center",
    [feed],
  );
  if (row === undefined) return refuse("device-unknown");
  return row.home === "hub" ? refuse("not-home") : done({ bureau: row.bureau, feed, key: row.key });
};

/**
 * Sessions live in memory only: after a restart everybody signs a new challenge. Tokens are kept as hashes, so that a
 * copy of the memory image or a log can open nothing.
 */
export const createSessions = <Who extends { readonly key: string }>(
  { db, now }: Pick<Center, "db" | "now">,
  whoIs: WhoIs<Who>,
): Sessions<Who> => {
  const challenges = expiring<string>(CHALLENGE_MS, now);
  const sessions = expiring<Who>(SESSION_MS, now);
  return {
    challenge: (feed) => {
      const challenge = randomBytes(SECRET_BYTES).toString("hex");
      challenges.put(challenge, feed);
      return challenge;
    },
    open: async ({ feed, challenge, sig }) => {
      if (challenges.take(challenge) !== feed) return refuse("signature-invalid", undefined, "challenge");
      const who = await db.atGate((tx) => whoIs(tx, feed));
      if (!who.ok) return who;
      if (!isSigned(publicKeyOf(who.value.key), `LAD session\n${challenge}\n${feed}`, sig))
        return refuse("signature-invalid");
      const token = randomBytes(SECRET_BYTES).toString("hex");
      sessions.put(sha256(token), who.value);
      return done({ token, expiresInS: SESSION_MS / 1000 });
    },
    callerOf: (token) => sessions.get(sha256(token)),
  };
};
