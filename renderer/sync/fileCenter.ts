import type { HelloReply } from "../../shared/api/syncApi.ts";
import type { HostOutput } from "../../shared/host/contract.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import type { BookedOp } from "../../shared/ops/op.ts";
import { decodeFrames, encodeBooked, withTrailer } from "../../shared/sync/frames.ts";
import type { Center, PullQuery } from "./centerClient.ts";
import { came, rough } from "./weather.ts";

/** The center's answer as the host opened it. */
export type Answer = HostOutput<"bundle.read">;

type Page = { readonly booked: readonly BookedOp[]; readonly trailer: string };

const OPS_MAX = 1000;

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);

/** The pages of an answer taken apart; what is inside each op is proved by the pull that takes it. */
export const pagesOf = ({ pages }: Pick<Answer, "pages">): Result<readonly Page[]> => {
  const frames = pages.map((page) => decodeFrames(bytesOf(page), OPS_MAX));
  const bad = frames.find((one) => !one.ok);
  if (bad?.ok === false) return refuse("bundle-damaged", undefined, bad.refusal.detail);
  return done(frames.flatMap((one) => (one.ok ? [one.value] : [])));
};

/** From where an answer's pages tell the book: the number of their first op, or one after the end when there is none. */
export const firstSeq = (pages: readonly Page[], { head }: Pick<HelloReply, "head">): number =>
  pages[0]?.booked[0]?.seq ?? head.seq + 1;

/** Up to where they tell it: a book may have been longer than its file. */
export const lastSeq = (pages: readonly Page[], { head }: Pick<HelloReply, "head">): number =>
  pages.at(-1)?.booked.at(-1)?.seq ?? head.seq;

/** The ops of a page after a number; the trailer's own hash no longer fits a shorter page, its chain value still must. */
const rest = ({ booked, trailer }: Page, after: number): Uint8Array<ArrayBuffer> => {
  const { sha256: _, ...end } = JSON.parse(trailer) as {
    readonly sha256?: string;
    readonly [f: string]: unknown;
  };
  const keys = Object.keys(end).sort();
  const text = JSON.stringify(Object.fromEntries(keys.map((key) => [key, end[key]])));
  return withTrailer(encodeBooked(booked.filter(({ seq }) => seq > after)), text);
};

const nothing = () => Promise.resolve(rough<never>({ code: "busy", detail: "file" }));

/**
 * A center that is a file: it says what the real one wrote down, to the same questions. So a file is taken by the very
 * code that syncs over the network, with all its proofs (I26). A desk that meanwhile knows more of the book than when
 * it asked is answered from there on; that both have one history, the chain proves.
 */
export const fileCenter = ({ hello, pushes }: Answer, pages: readonly Page[]): Center => ({
  hello: ({ cursor }) => {
    const isWithin =
      cursor.epoch === hello.epoch && cursor.seq > hello.common && cursor.seq <= hello.head.seq;
    return Promise.resolve(came(isWithin ? { ...hello, common: cursor.seq } : hello));
  },
  push: (_, feed) => {
    const found = feed === undefined ? pushes.at(-1) : pushes.find((one) => one.feed === feed);
    return found === undefined ? nothing() : Promise.resolve(came(found.reply));
  },
  pull: ({ after }: PullQuery) => {
    const page = pages.find(({ booked }) => (booked.at(-1)?.seq ?? 0) > after);
    return page === undefined ? nothing() : Promise.resolve(came(rest(page, after)));
  },
  numbers: nothing,
  rescue: nothing,
  snapshot: () => Promise.resolve(came({ state: "none" })),
  chunk: nothing,
});
