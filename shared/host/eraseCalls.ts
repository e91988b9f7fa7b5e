import { z } from "zod";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** More than one destruction of a file names. */
const MAX = 1000;

/** What the machine does when records were destroyed by law. */
export const ERASE_CALLS = {
  /**
   * Takes the payload of these ops out of the journal, durably: header, hash and signature stay where they are, every
   * other record too. Takes these blobs, letters and scans alike, off the disk. What is not here, or is gone already, is
   * passed over; so it may be asked again after a kill. `ops` is how many were found with their payload.
   */
  "journal.erase": {
    input: z.strictObject({ ops: z.array(hash).max(MAX), blobs: z.array(hash).max(MAX) }),
    output: z.strictObject({ ops: z.number().int() }),
  },
} as const;
