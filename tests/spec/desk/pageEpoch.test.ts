import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isOfEpoch, pageOf } from "../../../renderer/sync/pull.ts";
import { canonicalJson } from "../../../shared/kernel/canonicalJson.ts";
import { encodeBooked, withTrailer } from "../../../shared/sync/frames.ts";
import { aBook, aSigner, put } from "./aBook.ts";

/** A page as docs/protocol.md §4 writes it, with whatever its trailer says of the epoch. */
const aPage = (named: { readonly epoch?: string }): Uint8Array<ArrayBuffer> => {
  const { ops, book, chainAt } = aBook();
  book(aSigner(), [put("notes", "来访")]);
  const body = encodeBooked(ops);
  const sha256 = createHash("sha256").update(body).digest("hex");
  const end = { to: 1, chain: chainAt(1), stable: 0, head: 1, count: 1, sha256 };
  return withTrailer(body, canonicalJson({ ...end, ...named }));
};

describe("I13, I20: a page is of the epoch that its trailer names", () => {
  it("and of no other, whatever follows the same point of both", async () => {
    const page = await pageOf(aPage({ epoch: "before" }), 10);
    expect(page.ok).toBe(true);
    if (!page.ok) return;
    expect(isOfEpoch(page.value, "before")).toBe(true);
    expect(isOfEpoch(page.value, "after the restore")).toBe(false);
  });

  it("one that names none is no page of the book", async () => {
    expect(await pageOf(aPage({}), 10)).toMatchObject({ refusal: { code: "malformed", detail: "trailer" } });
  });
});
