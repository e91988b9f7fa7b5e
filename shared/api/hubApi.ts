import { z } from "zod";
import { isText } from "../kernel/isText.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const signature = z.string().regex(/^[0-9a-f]{128}$/);
const hub = z.string().regex(/^[0-9a-f]{24}$/);
const seq = z.number().int().min(0);

/** Routes between a county's hub and the province, below the province's base address (docs/protocol.md §13). */
export const HUB_ROUTES = {
  enrol: "/v1/hub/enrol",
  challenge: "/v1/hub/challenge",
  session: "/v1/hub/session",
  hello: "/v1/hub/hello",
  ship: "/v1/hub/ship",
  rescue: "/v1/hub/rescue",
  publications: "/v1/hub/publications",
  blobState: "/v1/hub/blobs/state",
  blobOpen: "/v1/hub/blobs/open",
  blobChunk: "/v1/hub/blobs/chunk",
  blobComplete: "/v1/hub/blobs/complete",
  /** Asked by a desk that was told to move: who keeps its bureau's book, as the province signed it. */
  terms: "/v1/terms",
} as const;

/** A hub asks to be known: its own id and key, and `LAD hub\n<code>\n<hub>` signed with that key. */
export const hubEnrolRequest = z.strictObject({
  code: z.string().min(6).max(40),
  hub,
  name: z.string().min(1).max(80).refine(isText),
  key: hash,
  proof: signature,
});
export const hubEnrolReply = z.object({ key: hash });

/**
 * Who keeps the book of a bureau from number `seq` (with chain value `chain`) on: the holder of `key`. `sig` is the
 * province's over `LAD term\n<bureau>\n<no>\n<key>\n<seq>\n<chain>\n<at>`; the highest `no` counts.
 */
export const term = z.object({
  no: z.number().int().min(1),
  key: hash,
  seq,
  chain: hash,
  at: z.string().max(40),
  sig: signature,
});
export const terms = z.object({ terms: z.array(term).max(100) });

/** The end of a book as its keeper signed it: `LAD head\n<bureau>\n<epoch>\n<seq>\n<chain>`. */
const head = { epoch: z.string().regex(/^[0-9a-zA-Z-]{1,80}$/), seq, chain: hash, sig: signature };

/** How a hub greets, once for every book it keeps: where the book ends, and what is wrong, by a code of ours. */
export const hubHelloRequest = z.strictObject({
  bureau: z.string().regex(/^[0-9a-zA-Z-]{8,64}$/),
  name: z.string().max(80).refine(isText),
  ...head,
  trouble: z.enum(["", "diverged", "handed-over"]),
});

/** The province has the book up to `seq`, durably: `LAD shipped\n<bureau>\n<epoch>\n<seq>\n<chain>\n<at>`, signed by it. */
export const shipped = z.object({ ...head, at: z.string().max(40) });

/** Where the province's copy ends, who keeps the book, and how far verified backups of the province cover it. */
export const hubHelloReply = z.object({
  terms: terms.shape.terms,
  copy: z.object({ seq, chain: hash }),
  stable: seq,
});
/** What travels beside a page of the book: whose it is, and the keeper's signature over the end of the page. */
export const shipQuery = z.strictObject({
  bureau: hubHelloRequest.shape.bureau,
  epoch: head.epoch,
  seq: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  chain: hash,
  sig: signature,
});
export const shipReply = z.object({ shipped, stable: seq });

/** Beside what is asked and brought of attachments: whose book names them, the attachment as the province calls it, which chunk. */
export const hubBureauQuery = z.strictObject({ bureau: hubHelloRequest.shape.bureau });
export const hubBlobQuery = hubBureauQuery.extend({ name: hash });
export const hubChunkQuery = hubBlobQuery.extend({
  index: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number),
});

/** What the province has published; a hub books what its bureaus do not have yet. */
export const publicationsReply = z.object({
  publications: z.array(
    z.object({
      id: z.string().regex(/^[0-9a-zA-Z-]{1,64}$/),
      facts: z.object({
        kind: z.enum(["CALENDAR", "PARAMETER"]),
        docNo: z.string().max(60),
        body: z.string().max(20_000),
        publishedAt: z.string().max(40),
      }),
    }),
  ),
});

export type HubEnrolRequest = z.infer<typeof hubEnrolRequest>;
export type HubHelloRequest = z.infer<typeof hubHelloRequest>;
export type HubHelloReply = z.infer<typeof hubHelloReply>;
export type ShipQuery = z.infer<typeof shipQuery>;
export type ShipReply = z.infer<typeof shipReply>;
export type Shipped = z.infer<typeof shipped>;
export type Term = z.infer<typeof term>;

/** What the province signs of a term. */
export const termText = (bureau: string, { no, key, seq: from, chain, at }: Omit<Term, "sig">): string =>
  `LAD term\n${bureau}\n${no}\n${key}\n${from}\n${chain}\n${at}`;

/** What the province signs when it has a hub's book up to a number. */
export const shippedText = (bureau: string, { epoch, seq: to, chain, at }: Omit<Shipped, "sig">): string =>
  `LAD shipped\n${bureau}\n${epoch}\n${to}\n${chain}\n${at}`;

/** What the keeper of a book signs of its end. */
export const headText = (
  bureau: string,
  { epoch, seq: to, chain }: Pick<Shipped, "epoch" | "seq" | "chain">,
): string => `LAD head\n${bureau}\n${epoch}\n${to}\n${chain}`;
