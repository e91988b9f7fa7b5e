import type { UpManifest } from "../../shared/api/bundleApi.ts";
import { LIMITS } from "../../shared/api/syncApi.ts";
import type { HostInput, HostOutput } from "../../shared/host/contract.ts";
import { assert } from "../../shared/kernel/assert.ts";
import { canonicalJson } from "../../shared/kernel/canonicalJson.ts";
import { done, type Result } from "../../shared/kernel/result.ts";
import type { Op } from "../../shared/ops/op.ts";
import { encodeOps, withTrailer } from "../../shared/sync/frames.ts";
import { parseHeader } from "../../shared/sync/opShape.ts";
import { withinBytes } from "../../shared/sync/withinBytes.ts";
import { sha256 } from "./box.ts";

type Read = (input: HostInput<"journal.read">) => Promise<Result<HostOutput<"journal.read">>>;

/** What a bundle carries of some feeds: its ranges, and for each the body of a push. */
export type Runs = {
  readonly ranges: UpManifest["ranges"];
  readonly parts: readonly Uint8Array[];
  /** Ops that found no room; they wait for a later file. */
  readonly laterCount: number;
};

/** The body of a push (docs/protocol.md §4), byte for byte as over the network. */
const bodyOf = (ops: readonly Op[]): Uint8Array => {
  const body = encodeOps(ops);
  return withTrailer(body, canonicalJson({ count: ops.length, sha256: sha256(body) }));
};

const rangeOf = (feed: string, ops: readonly Op[]): UpManifest["ranges"][number] => {
  const [first, last] = [ops[0], ops.at(-1)];
  assert(first !== undefined && last !== undefined, "a run has ops");
  const header = parseHeader(first.header);
  assert(header.ok, "our own header");
  const { n, prev } = header.value;
  return { feed, from: n, to: n + ops.length - 1, prev, last: last.h };
};

/** What is to be read, and how many bytes of the file it may take. */
type Wish = { readonly feeds: HostInput<"bundle.write">["feeds"]; readonly room: number };

/**
 * Reads the ops of each feed after its position from the journal, in runs as long as a push may be, as far as there is
 * room. One run always goes: a file that could take none would never get anywhere.
 */
export const runsOf = async (read: Read, { feeds, room }: Wish): Promise<Result<Runs>> => {
  const ranges: UpManifest["ranges"] = [];
  const parts: Uint8Array[] = [];
  let [bytes, laterCount] = [0, 0];
  for (const { feed, after } of feeds)
    for (let at = after; ; ) {
      const page = await read({ after: at, limit: LIMITS.opsPerPush, feed });
      if (!page.ok) return page;
      const ops = withinBytes(page.value.ops, Math.min(LIMITS.pushBytes, room));
      if (ops.length === 0) break;
      const body = bodyOf(ops);
      // in order: behind the first op that stays, everything of any feed stays
      if (laterCount > 0 || (bytes > 0 && bytes + body.length > room)) {
        laterCount += page.value.headN - at;
        break;
      }
      ranges.push(rangeOf(feed, ops));
      parts.push(body);
      bytes += body.length;
      at += ops.length;
    }
  return done({ ranges, parts, laterCount });
};
