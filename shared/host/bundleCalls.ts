import { z } from "zod";
import { helloReply, helloRequest, numbersRequest, pushReply } from "../api/syncApi.ts";

const bytes = z.base64();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.string().regex(/^[0-9a-zA-Z-]{8,64}$/);
const feed = z.string().regex(/^[0-9a-f]{24}$/);
const nothing = z.strictObject({});

/** The host calls about files that are carried to the center and back (docs/protocol.md §10). */
export const BUNDLE_CALLS = {
  /**
   * Reads the center's enrolment file, which the code on paper opens: from now on bundles for this center can be
   * written, and the first one carries the request to be enrolled. `code-invalid`; the administrator's.
   */
  "bundle.enrol": {
    input: z.strictObject({ data: bytes, code: z.string().min(6).max(40) }),
    output: nothing,
  },
  /**
   * Writes own ops into a bundle file for the center, in the export folder. `feeds`: which, each after a position;
   * `hello` and `numbers` are what the page would have asked the center itself.
   */
  "bundle.write": {
    input: z.strictObject({
      hello: helloRequest,
      numbers: z.array(numbersRequest).max(100),
      feeds: z.array(z.strictObject({ feed, after: z.number().int().min(0) })).max(100),
    }),
    output: z.strictObject({
      path: z.string(),
      name: z.string(),
      bundleId: id,
      sha256: hash,
      opCount: z.number().int(),
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
          told: z.strictObject({ epoch: z.string(), seq: z.number().int(), n: z.number().int() }),
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
  /** Opens the center's answer: everything proved, nothing changed yet but that this desk is enrolled. */
  "bundle.read": {
    input: z.strictObject({ data: bytes }),
    output: z.strictObject({
      answers: id,
      createdAt: z.string(),
      hello: helloReply,
      pushes: z.array(z.strictObject({ feed, reply: pushReply })),
      pages: z.array(bytes),
    }),
  },
} as const;
