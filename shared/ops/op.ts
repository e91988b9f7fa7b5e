import type { Json } from "../kernel/canonicalJson.ts";

/** SHA-256 as 64 lower-case hex digits. */
export type Hash = string;
/** The only signature suite of format 1: Ed25519 over the header bytes, SHA-256 for every hash. */
export const SUITE = "ed25519-sha256";
/** The op format written by this version. */
export const OP_FORMAT = 1;
/** Largest op on the wire: header and payload together, in bytes. Longer text or scans are blobs. */
export const OP_BYTES_MAX = 256 * 1024;

/**
 * The signed part of an op: who, where, when, and its place in the feed. Canonical JSON; stored, hashed and signed as
 * exactly these bytes and never written again from its parsed form (docs/protocol.md §2).
 */
export type Header = {
  readonly v: number;
  readonly suite: string;
  /** The tenant. Must equal the bureau of the feed's enrolment. */
  readonly bureau: string;
  /** One incarnation of one desk: 24 hex digits. */
  readonly feed: string;
  /** Position in the feed, from 1, and the hash of the op before it ("" for the first). */
  readonly n: number;
  readonly prev: Hash | "";
  /** 32 hex digits of chance: two cloned desks never make one op out of two equal edits. */
  readonly rnd: string;
  /** The wish as the product names it, e.g. "aidFile.grant". For people and statistics; the fold does not read it. */
  readonly intent: string;
  /** The staff record that acted, and its sign-in session. */
  readonly actor: string;
  readonly session: string;
  /** The staff record for whom the actor acted, when that is somebody else. */
  readonly onBehalf?: string;
  /** Name of the desk, version of the app, operating system: evidence only. */
  readonly desk: string;
  readonly app: string;
  readonly os: string;
  /** The desk's claimed time (UTC, milliseconds) and its offset in minutes. */
  readonly wall: string;
  readonly tzo: number;
  readonly hlc: readonly [number, number];
  /** Monotonic evidence: which boot of the host, and milliseconds since it. */
  readonly mono: { readonly boot: string; readonly ms: number };
  /** The last state of the book this desk had verified when it acted. A lower bound in time, and what the author saw. */
  readonly seen: { readonly epoch: string; readonly seq: number; readonly head: Hash | "" };
  /** Dictionary version of the writer, and the oldest dictionary that can read it. */
  readonly schema: number;
  readonly minReader: number;
  /** SHA-256 of the payload bytes. */
  readonly ph: Hash;
};

/** What an op changes. `t` and `id` name the record; `f` names a field, or a conflict group as "#group". */
export type Mut =
  | {
      readonly k: "put";
      readonly t: string;
      readonly id: string;
      readonly f: string;
      readonly old: Json;
      readonly new: Json;
      readonly sup: readonly Hash[];
    }
  | { readonly k: "add"; readonly t: string; readonly id: string; readonly f: string; readonly v: Json }
  | {
      readonly k: "drop";
      readonly t: string;
      readonly id: string;
      readonly f: string;
      readonly els: readonly string[];
    }
  | { readonly k: "append"; readonly t: string; readonly id: string; readonly f: string; readonly v: Json }
  | {
      readonly k: "step";
      readonly t: string;
      readonly id: string;
      readonly lane: string;
      readonly step: string;
      readonly from: string;
      readonly to: string;
      readonly outcome: Json;
      readonly facts: { readonly [f: string]: Json };
      readonly sup: readonly Hash[];
    }
  | {
      readonly k: "number";
      readonly t: string;
      readonly id: string;
      readonly f: string;
      readonly series: string;
      readonly year: number;
      readonly no: number;
      readonly text: string;
      readonly grant: string;
      readonly sup: readonly Hash[];
    }
  | {
      readonly k: "resolve";
      readonly t: string;
      readonly id: string;
      readonly f: string;
      readonly over: readonly Hash[];
      readonly choose: Hash | "";
      readonly new: Json;
    }
  | {
      readonly k: "purge";
      readonly t: string;
      readonly id: string;
      readonly of: string;
      readonly ops: readonly Hash[];
      readonly kept: Kept;
    };

/** What stays of a destroyed record: its entry in the register, without a person. */
export type Kept = {
  readonly facts: { readonly [f: string]: Json };
  readonly stages: { readonly [lane: string]: string };
};

/** What has already left the house because of this op; raises the priority of a later dispute. */
export type Effect = "printed" | "served" | "paid";

/** The content of an op: all changes of one user action. Canonical JSON; may later be destroyed by law, the header stays. */
export type Payload = {
  readonly muts: readonly Mut[];
  readonly reason?: string;
  readonly effects?: readonly Effect[];
  readonly blobs?: readonly { readonly id: Hash; readonly bytes: number; readonly type: string }[];
};

/**
 * An op as it is stored and sent: exact bytes as text, its identity, and its signatures (hex; actor's may be ""). Its
 * payload is "" once it was destroyed by law: no payload is empty, and everything else still proves itself (I39).
 */
export type Op = {
  readonly h: Hash;
  readonly header: string;
  readonly payload: string;
  readonly sig: string;
  readonly actorSig: string;
};

/** True for an op whose payload was destroyed by law. */
export const isErased = ({ payload }: Pick<Op, "payload">): boolean => payload === "";

/** What the center said of an op when it booked it: "ok", or the refusal code of an op that is kept without effect. */
export type Verdict = string;

/** An op in its bureau's book. */
export type BookedOp = Op & { readonly seq: number; readonly recv: string; readonly verdict: Verdict };

/** An op parsed for folding. `seq` is its number in the book, or `PENDING + n` while it is only on this desk. */
export type FoldOp = {
  readonly h: Hash;
  readonly seq: number;
  readonly header: Header;
  readonly muts: readonly Mut[];
};

/** Above every number of a book: own ops that are not booked yet follow in feed order. */
export const PENDING = 2 ** 50;
