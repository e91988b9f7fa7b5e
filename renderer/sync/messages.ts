import type { HostCall, Session } from "../../shared/host/contract.ts";
import type { CarryAsk, CarryOutcome } from "../data/desk.ts";
import type { SyncReport } from "./syncReport.ts";

/** What the page tells its worker: begin with this session, ask now, or here is what the host answered. */
export type ToWorker =
  | { readonly is: "begin"; readonly session: Session; readonly databaseName: string }
  /** A person pressed the button, or came back to the window: do not wait for the timer. */
  | { readonly is: "now" }
  /** A person waits for this attachment. */
  | { readonly is: "want"; readonly hash: string }
  /** A file to write for the center, or one of its own to take. */
  | { readonly is: "carry"; readonly id: number; readonly ask: CarryAsk }
  | { readonly is: "answer"; readonly id: number; readonly answer: unknown }
  | { readonly is: "broken"; readonly id: number; readonly message: string };

/** What the worker tells the page. The host is reached through the page, because Electron gives it to pages only. */
export type ToPage =
  | { readonly is: "call"; readonly id: number; readonly call: HostCall; readonly input: unknown }
  | { readonly is: "report"; readonly report: SyncReport }
  | { readonly is: "carried"; readonly id: number; readonly outcome: CarryOutcome }
  | { readonly is: "bug"; readonly message: string };
