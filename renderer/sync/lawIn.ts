import type { SnapshotChunk } from "../../shared/api/snapshotApi.ts";
import type { RecordState } from "../../shared/ops/state.ts";
import type { Desk } from "../data/desk.ts";
import type { DeskLaw } from "../data/deskLaw.ts";
import { LAW_KINDS, lawOfStates } from "../data/staging.ts";
import type { Center } from "./centerClient.ts";
import { openChunk } from "./snapshotClient.ts";
import { came, rough, type Weather } from "./weather.ts";

/** The chunks in which records may be on which the law of due days rests. */
const withLaw = (chunks: readonly SnapshotChunk[]): readonly SnapshotChunk[] =>
  chunks.filter(({ from, to }) => LAW_KINDS.some((kind) => from <= kind && kind <= to));

/** The law of due days as a snapshot has it, before anything of it is stored: its chunks are looked at for that alone. */
export const lawIn = async (
  desk: Desk,
  center: Center,
  chunks: readonly SnapshotChunk[],
): Promise<Weather<DeskLaw>> => {
  const states: RecordState[] = [];
  for (const chunk of withLaw(chunks)) {
    const bytes = await center.chunk(chunk);
    if (!bytes.ok) return bytes;
    const opened = await openChunk(bytes.value, chunk);
    if (!opened.ok) return rough(opened.refusal);
    states.push(...opened.value.map(({ state }) => state));
  }
  return came(lawOfStates(states, desk.wallMs()));
};
