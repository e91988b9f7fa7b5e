import type { Sha256 } from "../../shared/kernel/sha256.ts";
import type { DeskDb } from "../data/deskDb.ts";
import type { DeskLaw } from "../data/deskLaw.ts";
import type { Meta } from "../data/meta.ts";
import type { ProvedManifest } from "./snapshotClient.ts";
import type { Weather } from "./weather.ts";

/** A first load under way. Lost with the worker: what is stored says where it goes on. */
export type Bootstrap = ProvedManifest & {
  readonly db: DeskDb;
  readonly law: DeskLaw;
  /** Of the records stored so far, for the state hash of all. */
  readonly hasher: Sha256;
  /** Chunks stored, or being stored. */
  index: number;
  reached: Pick<Meta, "sheet" | "edition">;
  /** The last chunk on its way into the database, and the next on its way from the center. */
  storing: Promise<void>;
  next: Promise<Weather<Uint8Array<ArrayBuffer>>> | undefined;
  readonly beganAt: number;
  readonly beganWith: number;
};
