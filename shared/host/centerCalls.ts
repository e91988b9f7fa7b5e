import { z } from "zod";

/** The host calls about the center that keeps the bureau's book, and this desk's standing there. */
export const CENTER_CALLS = {
  /** Sets the province's center and enrols this desk there with a code; the bureau must be the one the code names. */
  "center.enrol": {
    input: z.strictObject({ url: z.url(), code: z.string().min(6).max(40) }),
    output: z.strictObject({ url: z.string(), bureau: z.string().regex(/^[0-9a-zA-Z-]{8,64}$/) }),
  },
  /**
   * Connects this desk to the center that keeps its bureau's book now. Believed only by the province's signature, pinned
   * at the enrolment; `not-home` where that center does not keep it, or an older one asks.
   */
  "center.move": {
    input: z.strictObject({ url: z.url() }),
    output: z.strictObject({ url: z.string() }),
  },
  "center.status": {
    input: z.strictObject({}),
    output: z.strictObject({
      url: z.string(),
      isEnrolled: z.boolean(),
      centerKey: z.string(),
      /** Keys of centers that kept this bureau's book before this one. */
      formerKeys: z.array(z.string()),
      /** The province above the hub that keeps the book; empty texts where the center is the province. */
      province: z.strictObject({ key: z.string(), url: z.string() }),
      /** An enrolment file was read: the request travels with the next bundle. */
      isCarried: z.boolean(),
    }),
  },
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;
