import { LIMITS } from "../../shared/api/syncApi.ts";
import { assert } from "../../shared/kernel/assert.ts";
import { done, type Result } from "../../shared/kernel/result.ts";
import { contentRoom } from "../../shared/sync/bundle.ts";
import { decodeFrames } from "../../shared/sync/frames.ts";
import { readSince } from "../book/readSince.ts";
import type { Center } from "../context.ts";

/** Which ops of the book, and in which epoch. */
type Wish = { readonly after: number; readonly to: number; readonly epoch: string };
/** What of an answer may go to them; the rest is for the greeting with its lists, and for attachments. */
const SHARE = 3 / 4;

/**
 * Pages of the book as pull answers them, as far as there is room; one of them always goes. What stays behind comes with
 * the answer to the desk's next file, which says how far this one brought it.
 */
export const pagesSince = async (
  center: Center,
  bureau: string,
  { after, to, epoch }: Wish,
): Promise<Result<readonly Uint8Array[]>> => {
  const pages: Uint8Array[] = [];
  let left = contentRoom(center.config.answerBytes) * SHARE;
  for (let at = after; at < to; ) {
    const page = await readSince(center.db, bureau, { after: at, epoch, max: LIMITS.opsPerPull });
    if (!page.ok) return page;
    const frames = decodeFrames(page.value, LIMITS.opsPerPull);
    assert(frames.ok, "our own page");
    left -= page.value.length;
    if (left < 0 && pages.length > 0) break;
    pages.push(page.value);
    at = frames.value.booked.at(-1)?.seq ?? to;
  }
  return done(pages);
};
