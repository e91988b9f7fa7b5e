import { unpacked } from "../../shared/api/parcel.ts";
import { completeBlob, openBlob, putChunk } from "../blobs/blobs.ts";
import type { Center } from "../context.ts";
import type { UpBundle } from "./readUp.ts";

type Enclosed = ReturnType<typeof unpacked>[number];

/** What became of an attachment of a file: whole now, not (yet), or the store takes nothing now. */
type Outcome = "held" | "waits" | "busy";

/** Takes one attachment through the functions that the routes call: whatever is not right of it is as if it had not come. */
const takeOne = async (center: Center, bureau: string, enclosed: Enclosed): Promise<Outcome> => {
  const { id, manifest, has, chunks } = enclosed;
  const opened = await openBlob(center, bureau, { id, manifest });
  if (!opened.ok || opened.value.isHeld) return "waits";
  const { name } = opened.value;
  const missing = new Set(opened.value.missing);
  for (const [at, index] of has.entries()) {
    const bytes = chunks[at];
    if (bytes === undefined || !missing.has(index)) continue;
    const stored = await putChunk(center, bureau, { name, index, bytes });
    if (stored.ok) missing.delete(index);
    else if (stored.refusal.code === "busy") return "busy";
  }
  if (missing.size > 0) return "waits";
  return (await completeBlob(center, bureau, name)).ok ? "held" : "waits";
};

/**
 * Takes the attachments of a bundle, chunk by chunk, after its ops: only what the book names now, each chunk by its hash
 * and each whole by its own (I30). Killed in between, the same file goes on with what is missing; where the store has no
 * room, the rest waits for another file. Answers how many are whole since.
 */
export const takeBlobs = async (
  center: Center,
  { caller: { bureau }, manifest: { blobs = [] }, chunks }: UpBundle,
): Promise<number> => {
  let heldCount = 0;
  for (const enclosed of unpacked({ blobs, chunks })) {
    const outcome = await takeOne(center, bureau, enclosed);
    if (outcome === "busy") break;
    if (outcome === "held") heldCount += 1;
  }
  return heldCount;
};
