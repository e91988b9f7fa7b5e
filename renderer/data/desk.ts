import type { Host, HostOutput, Session } from "../../shared/host/contract.ts";
import { type Result, refuse } from "../../shared/kernel/result.ts";
import type { Store } from "./recordStore.ts";

/*
 * The desk's data, as screens use it:
 *
 *   const desk = await openDesk(session, host)      once after sign-in; then <DeskContext value={desk}>
 *   const desk = useDesk()                          in any component below it
 *   const files = useAnswer(dueFiles({ limit: 50 }), [])   undefined while loading; asks again when data changes
 *   const result = await perform(desk, takeStep, { t: "aidFile", id, input: { step: "grant", facts } })
 *   const { saved } = begin(desk, recordFacts, …)          the same, for a form that only has to say "saved"
 *
 * Questions live in questions/*: bounded, indexed, never writing. `perform` is the only way anything changes: it is
 * saved when the journal of the host has it; this database is a projection that can be rebuilt at any time.
 */

/** A file that was written for the center, for its carry slip. */
export type WrittenBundle = HostOutput<"bundle.write"> & {
  /** False for a center that is not known to take attachments: its next answer may tell. */
  readonly takesScans: boolean;
  /** Attachments that are whole only here, also when this file has arrived. */
  readonly laterCount: number;
};
/** How much of the center's file was new here, and up to where its book is known now. */
export type TakenBundle = {
  readonly newCount: number;
  readonly bookSeq: number;
  /** How much of the book found no room in the file. */
  readonly bookLater: number;
  /** Attachments that the center is known to hold since, and those that came with it. */
  readonly scansHeld: number;
  readonly scansCame: number;
};

/** What a screen may ask of syncing; set by whoever starts it. */
export type DeskSync = {
  /** Asks the center now instead of at the next tick; does nothing while syncing is not started. */
  askNow: () => void;
  /** Somebody waits for the attachment with this hash; does nothing while syncing is not started. */
  want: (hash: string) => void;
  /** Writes a file for a center that no network reaches, or takes its answer. `busy` while not started. */
  carry: (ask: CarryAsk) => Promise<CarryOutcome>;
};
/** Write a file, or take one: a file that a person chose, or the one of this name in the watched folder. */
export type CarryAsk =
  | { readonly do: "write" }
  | { readonly do: "read"; readonly file: Blob }
  | { readonly do: "read"; readonly name: string };
/** What became of it. */
export type CarryOutcome = Result<WrittenBundle | TakenBundle>;

/** Syncing that nobody has started. */
export const quietSync = (): DeskSync => ({
  askNow: () => undefined,
  want: () => undefined,
  carry: () => Promise.resolve(refuse("busy")),
});

/** One signed-in desk: its database, its keys and its machine. */
export type Desk = Store & {
  readonly host: Host;
  readonly session: Session;
  /** Whether the database missed something the journal has; the next write catches up first. */
  readonly health: { isBehind: boolean };
  readonly sync: DeskSync;
  /** Told when something failed that must not stop the person: the projection after a save. Logged, not shown. */
  readonly onTrouble: (cause: unknown) => void;
};

/** Every feed this desk has written, in the order in which it wrote them: before its restores, and the present one. */
export const ownFeeds = ({ earlier, feed }: Session): readonly string[] => [...earlier, feed];

/** True for an op of this desk, also one from before a restore. */
export const isOwn = (session: Session, feed: string): boolean => ownFeeds(session).includes(feed);
