import { createContext, type ReactNode, use } from "react";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import { type Result, refuse } from "../../shared/kernel/result.ts";

/** One row change of a list field: the row to add, and the identities of the rows it replaces. */
export type RowChange = {
  readonly f: string;
  readonly row?: { readonly [f: string]: Json };
  readonly instead?: readonly string[];
};
/** One row of a list field with its identity, by which it is replaced or removed. */
export type RowElement = { readonly el: string; readonly v: Json };
/** Which record is meant. A RecordView is one. */
export type RecordRef = { readonly t: string; readonly id: string };

/**
 * What the kit needs from the desk: it knows no database and no host. Every method answers once the journal holds the
 * change, or with the refusal.
 */
export type UiPort = {
  readonly saveFacts: (record: RecordRef, facts: { readonly [f: string]: Json }) => Promise<Result<unknown>>;
  readonly saveRow: (record: RecordRef, change: RowChange) => Promise<Result<unknown>>;
  /** A hook: the rows of a list field or log, live; undefined while loading. */
  readonly useRows: (record: RecordRef, f: string) => readonly RowElement[] | undefined;
  /** Records in the audit notes that a masked value is shown in full, and why. Never the value itself. */
  readonly noteReveal: (what: string, purpose: string, record?: RecordRef) => Promise<Result<unknown>>;
};

const PortContext = createContext<UiPort>({
  saveFacts: async () => refuse("signed-out"),
  saveRow: async () => refuse("signed-out"),
  useRows: () => undefined,
  noteReveal: async () => refuse("signed-out"),
});

/** Connects the kit to the desk that is open. */
export const UiPortProvider = ({
  port,
  children,
}: {
  readonly port: UiPort;
  readonly children: ReactNode;
}) => <PortContext value={port}>{children}</PortContext>;

/** The desk as the kit sees it. Signed out, everything is refused. */
export const useUiPort = (): UiPort => use(PortContext);
