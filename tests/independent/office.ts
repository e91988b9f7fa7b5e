/*
 * What the scenarios of this folder know of the product: an office with a few desks, and a province. They were thought out
 * by others for other engines (PouchDB: conflicts, replication, sync, random fuzzing; Actual Budget: adversarial sync) and
 * are told here anew, in the words of a legal aid office, against the real commands, journal, database code, sync loop, book and
 * judge on the simulator's machine (docs/simulator.md).
 *
 * Where the model differs on purpose, the scenarios ask for what we promise instead:
 * - Nothing is deleted. "Delete" is emptying a field or removing a row; a case stays (decision 5).
 * - A conflict is per field or group of fields, not per document, and no rule picks a winner to be kept: all values stay,
 *   the line booked first is shown, and a named person resolves (PouchDB: the longest line wins).
 * - No clock decides anything (Actual: the later stamp wins).
 * - Procedures are contested, not merged. What nobody had the right to do is booked with a verdict and without effect: the book
 *   goes on after it (PouchDB: denied documents are skipped).
 * - Replication is always between a desk and the province; desks do not speak to each other.
 */

export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };
export type Facts = { readonly [f: string]: Value };

/** What may happen to one request on its way to the province and back. */
export type Mishap =
  | "lostRequest"
  | "lostReply"
  | "twice"
  | "parallel"
  | "laterAgain"
  | "cutRequest"
  | "cutReply"
  | "wrongReply"
  | "staleReply"
  | "portal"
  | "busy"
  | "arrives";

/** One desk and the person at it. Writing answers "saved" or the code of the refusal. */
export type Clerk = {
  /** Opens an aid file; the same id at two desks is the same file. */
  readonly put: (id: string, facts?: Facts) => Promise<string>;
  readonly edit: (id: string, facts: Facts) => Promise<string>;
  readonly addRow: (id: string, title: string) => Promise<string>;
  /** Removes the rows of this title that this desk sees. */
  readonly dropRow: (id: string, title: string) => Promise<string>;
  readonly ask: (id: string) => Promise<string>;
  /** Takes a step of a consultation. */
  readonly step: (id: string, name: string, facts?: Facts) => Promise<string>;
  /** Settles a conflict on the value at this place of `heads` (0 is the shown one), or on a third value. */
  readonly resolve: (id: string, f: string, to: number | { readonly value: Value }) => Promise<string>;
  /** An op as another version of the program would write it, past every check of this one. */
  readonly write: (muts: Value, schema?: number) => Promise<string>;
  readonly shown: (id: string) => Promise<Facts>;
  /** Every value of a field that nobody has replaced, the shown one first. */
  readonly heads: (id: string, f: string) => Promise<readonly Value[]>;
  readonly rows: (id: string) => Promise<readonly string[]>;
  /** Fields in conflict and, as "@lane", contested procedures. */
  readonly disputes: (id: string) => Promise<readonly string[]>;
  /** Lets the sync loop run until it rests, or for so many turns. True when it came to rest. */
  readonly sync: (turns?: number) => Promise<boolean>;
  /** What the desk itself says: ops of its own that wait, how far it knows the book, whether it proved to be in sync, its alarm. */
  readonly status: () => Promise<{
    readonly waiting: number;
    readonly cursor: number;
    readonly isProven: boolean;
    readonly alarm: boolean;
  }>;
  /** The state hash of the book as this desk shows it. */
  readonly hash: () => Promise<string>;
  readonly feed: string;
};

export type Entry = {
  readonly seq: number;
  readonly h: string;
  readonly feed: string;
  readonly intent: string;
  readonly verdict: string;
};

/** A bureau with desks that are enrolled, in sync and have everybody's rights, and the province it reports to. */
export type Office = {
  readonly clerks: readonly [Clerk, Clerk, Clerk];
  readonly book: () => readonly Entry[];
  /** The state hash of the book, folded anew from its ops. */
  readonly bookHash: () => Promise<string>;
  /** What happens to the next requests, in order. */
  readonly mishaps: (...next: readonly Mishap[]) => void;
  /** Of a hundred requests, so many meet a mishap from now on. */
  readonly badLine: (percent: number) => void;
  /** Whatever was under way arrives now, out of order. */
  readonly late: () => Promise<void>;
  /** The computer is switched off; "power": without warning, what no disk had is lost. */
  readonly off: (clerk: Clerk, how?: "page" | "all" | "power") => void;
  /** The program dies after so many of its next dealings with the world. */
  readonly doom: (clerk: Clerk, ports: number) => void;
  readonly wipe: (clerk: Clerk) => void;
  readonly clock: (clerk: Clerk, offByMs: number) => void;
  /** Two desks sync at the same moment; chance decides who goes first, again and again. */
  readonly together: (one: Clerk, two: Clerk) => Promise<void>;
  readonly restartCenter: () => void;
  readonly backUpCenter: () => void;
  readonly restoreCenter: () => void;
  /** Takes an image of a desk's disk; the answer puts it back. */
  readonly image: (clerk: Clerk) => () => void;
  readonly revoke: (clerk: Clerk) => Promise<void>;
  readonly roles: (by: Clerk, of: Clerk, roles: readonly string[]) => Promise<string>;
  /** How many ops are kept outside the book until a person decides. */
  readonly held: () => number;
  readonly wait: (ms: number) => void;
  /** Draws from the scenario's own seed. */
  readonly pick: <T>(from: readonly T[]) => T;
  /** Puts line and disks right, lets everybody sync until nothing moves, and names every invariant (I1–I40) that does not hold. */
  readonly settle: () => Promise<readonly string[]>;
};

/** One scenario: what must hold, in plain words, and how it is tried. */
export type Scenario = { readonly title: string; readonly play: (office: Office) => Promise<void> };
