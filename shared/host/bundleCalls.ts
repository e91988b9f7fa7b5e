import { z } from "zod";
import { CHUNKS_MAX } from "../api/blobApi.ts";
import { LISTED_MAX, RESCUE_MAX } from "../api/bundleApi.ts";
import { helloReply, helloRequest, numbersRequest, pushReply } from "../api/syncApi.ts";

const bytes = z.base64();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.string().regex(/^[0-9a-zA-Z-]{8,64}$/);
const feed = z.string().regex(/^[0-9a-f]{24}$/);
const nothing = z.strictObject({});
/** An attachment of which chunks are missing; all of them when their indexes are not named. */
const lacked = z.strictObject({
  id: hash,
  missing: z.array(z.number().int().min(0)).max(CHUNKS_MAX).optional(),
});
const most = LISTED_MAX;
/** A center's enrolment file, and the code on paper that opens it. */
export const enrolFile = z.strictObject({ data: bytes, code: z.string().min(6).max(40) });

/** The host calls about files that are carried to the center and back (docs/protocol.md §10). */
export const BUNDLE_CALLS = {
  /**
   * Reads the center's enrolment file, which the code on paper opens: from now on bundles for this center can be
   * written, and the first one carries the request to be enrolled. `code-invalid`; the administrator's.
   */
  "bundle.enrol": {
    input: enrolFile,
    output: nothing,
  },
  /**
   * Writes own ops into a bundle file for the center, in the export folder. `feeds`: which, each after a position;
   * `hello` and `numbers` are what the page would have asked the center itself. `scans`, for a center that takes
   * attachments: those it lacks, oldest first, of which as many chunks as fit travel behind the ops; those it is asked
   * about; those this desk would have. `rescue`, for the same center: bodies of requests that offer back what it lost.
   */
  "bundle.write": {
    input: z.strictObject({
      hello: helloRequest,
      numbers: z.array(numbersRequest).max(100),
      feeds: z.array(z.strictObject({ feed, after: z.number().int().min(0) })).max(100),
      rescue: z.array(bytes).max(RESCUE_MAX).optional(),
      scans: z
        .strictObject({
          send: z.array(lacked).max(most),
          asks: z.array(hash).max(most),
          wanted: z
            .array(z.strictObject({ id: hash, chunks: z.array(hash).max(CHUNKS_MAX).optional() }))
            .max(most),
        })
        .optional(),
    }),
    output: z.strictObject({
      path: z.string(),
      name: z.string(),
      bundleId: id,
      sha256: hash,
      opCount: z.number().int(),
      /** Ops that found no room in this file: they go into one that is written when its answer was taken. */
      opsLater: z.number().int(),
      /** Attachments of which this file holds chunks, and how many of them end in a later one. */
      scanCount: z.number().int(),
      cutCount: z.number().int(),
      writtenAt: z.string(),
      /** Whether it also lies in the watched folder: none is set, it does, or the stick did not take it. */
      stick: z.enum(["none", "written", "failed"]),
    }),
  },
  /** The watched folder as it is now. Whoever is signed in may ask, again and again. */
  "bundle.stick": {
    input: nothing,
    output: z.strictObject({
      /** "" when none is watched. */
      folder: z.string(),
      isThere: z.boolean(),
      /** Answers for this desk, each proved as a whole: `told` says how far they tell. Newest file first. */
      answers: z.array(
        z.strictObject({
          name: z.string(),
          bytes: z.number(),
          at: z.string(),
          createdAt: z.string(),
          told: z.strictObject({
            epoch: z.string(),
            seq: z.number().int(),
            n: z.number().int(),
            answers: id,
          }),
        }),
      ),
      /** Files that a code on paper opens. */
      enrolments: z.array(z.string()),
      /** Sticks that are plugged in, to choose from. */
      places: z.array(z.string()),
    }),
  },
  /** Watches another folder, or with "" none. `folder-missing`; the administrator's. */
  "bundle.setStick": { input: z.strictObject({ folder: z.string().max(400) }), output: nothing },
  /** The bytes of a bundle file in the watched folder. `folder-missing` when it is gone. */
  "bundle.fetch": {
    input: z.strictObject({ name: z.string().min(1).max(120) }),
    output: z.strictObject({ data: bytes }),
  },
  /** One piece of the center's answer that a person chose, at its place; 0 begins anew. */
  "bundle.part": {
    input: z.strictObject({ at: z.number().int().min(0), data: bytes }),
    output: z.strictObject({ bytes: z.number().int() }),
  },
  /**
   * Opens the center's answer: the file of this name in the watched folder, or with "" the one sent in pieces. Everything
   * is proved, nothing changed yet but that this desk is enrolled. Its attachments are taken by `bundle.keep`.
   */
  "bundle.read": {
    input: z.strictObject({ name: z.string().max(120) }),
    output: z.strictObject({
      answers: id,
      createdAt: z.string(),
      hello: helloReply,
      pushes: z.array(z.strictObject({ feed, reply: pushReply })),
      /** The newest version of bundles that the center takes. */
      bundle: z.number().int(),
      /** How attachments stand at the center: those it holds, those it waits for, and those its book does not name. */
      held: z.array(hash),
      wanted: z.array(lacked),
      unnamed: z.array(hash),
      /** Attachments of which chunks are in it. */
      scans: z.array(hash),
      pages: z.array(bytes),
    }),
  },
  /**
   * Takes these attachments out of the answer that was read last, each chunk by its hash and each whole by its own.
   * `kept` are whole now; of `begun` chunks are missing, and all their chunks are named.
   */
  "bundle.keep": {
    input: z.strictObject({ ids: z.array(hash).max(most) }),
    output: z.strictObject({
      kept: z.array(hash),
      begun: z.array(z.strictObject({ id: hash, chunks: z.array(hash) })),
    }),
  },
} as const;
