import type { Keychain } from "./identity/stationKey.ts";
import type { JournalSizes } from "./journal/journal.ts";

/** Turns our own HTML into the bytes of a PDF. */
export type Printer = {
  readonly pdf: (html: string) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

/** What a shell hands the host. Everything but folder, version and shell has a default. */
export type MachineOptions = {
  /** The data folder; made when missing. One host at a time. */
  readonly folder: string;
  readonly version: string;
  readonly shell: "electron" | "browser";
  readonly printer: Printer;
  readonly keychain?: Keychain;
  readonly now?: () => number;
  /** The machine's uptime in seconds; only tests set it. */
  readonly uptimeS?: () => number;
  /** Free space below which the desk is read-only. */
  readonly minFreeBytes?: number;
  readonly sizes?: JournalSizes;
  /** How long a bundle with attachments may become; shorter than the protocol's limit in tests only. */
  readonly bundleBytes?: number;
};
