import { z } from "zod";
import { canonicalJson, type Json, parseCanonical } from "../kernel/canonicalJson.ts";
import { type Instant, isInstant } from "../kernel/instant.ts";
import { done, type Result, refuse } from "../kernel/result.ts";
import { createSha256 } from "../kernel/sha256.ts";
import { utf8 } from "../kernel/utf8.ts";

/*
 * 移送卷宗文件: what a bureau says of a file that it referred to the agency competent for it (法律援助法第三十八条). The
 * content is canonical JSON and the same in the sealed file, in the record of the agency that received it, and on screen.
 */

const LAL_38 = "《法律援助法》第38条";
/** Longest content in UTF-16 units: years of work on one application. What is longer goes on paper. */
export const REFERRAL_TEXT_MAX = 1_000_000;
const ID_DIGITS = 32;
/** Marks that turn the writing round on a screen, and one that no screen shows: no field takes them, so no desk wrote them. */
const UNPRINTABLE = /[\u007F\u202A-\u202E\u2066-\u2069]/u;

const id = z.string().regex(/^[0-9a-zA-Z-]{1,64}$/);
const name = z.string().max(80);
/** A value as the dictionary of the writer knows it. Its bounds are those of `parseCanonical`, which comes first. */
const json = z.custom<Json>((value) => value !== undefined);
const facts = z.record(z.string().max(60), json);
const instant = z.custom<Instant>((value) => typeof value === "string" && isInstant(value));

const change = z.strictObject({
  k: z.enum(["step", "put", "add", "drop"]),
  /** Name of the step or of the field. */
  name: z.string().max(60),
  v: json,
});
const line = z.strictObject({
  at: instant,
  by: name,
  desk: name,
  reason: z.string().max(4000),
  did: z.array(change).max(500),
});
const record = z.strictObject({ t: z.string().max(40), id, facts });

const content = z.strictObject({
  transferId: id,
  /** 1 for the file itself, one more for every supplement after it. Each says everything, so none is needed for the next. */
  counter: z.number().int().min(1).max(999),
  fileId: id,
  from: z.strictObject({ bureau: id, name }),
  to: name,
  /** Number of the file at the agency that referred it; "" for none. */
  number: z.string().max(60),
  referredAt: instant,
  writtenAt: instant,
  writtenBy: name,
  /** What a supplement adds, in the words of who sent it; "" for the file itself. */
  what: z.string().max(2000),
  records: z.array(record).min(1).max(60),
  history: z.array(line).max(5000),
});

/** What a referral file says. Nothing of it is believed beyond that somebody who had the code wrote it. */
export type Referral = z.infer<typeof content>;
/** One action of its history. */
export type ReferralLine = z.infer<typeof line>;

const digest = (text: string): string => {
  const sum = createSha256();
  sum.update(utf8(text));
  return sum.digest().slice(0, ID_DIGITS);
};

/**
 * The id of a referral, the same for every file about it and for whoever writes it; also the id of the record that is
 * made of it where it arrives, so that two desks that receive the same file meet in one record.
 */
export const transferIdOf = (bureau: string, fileId: string): string =>
  digest(`LAD referral\n${bureau}\n${fileId}`);

/** The id of the application that a received referral becomes, the same at every desk. */
export const fileOfTransfer = (transferId: string): string => digest(`LAD referred file\n${transferId}`);

/** The one text of a content. */
export const referralText = (referral: Referral): string => canonicalJson(referral as unknown as Json);

/**
 * Reads a content: canonical, bounded, of one aid file with the id it names. Refused as `referral-damaged`, and as
 * `secret-case` where the file is one that no such desk may hold.
 */
export const readReferral = (text: string): Result<Referral> => {
  if (text.length > REFERRAL_TEXT_MAX) return refuse("too-large", LAL_38);
  if (UNPRINTABLE.test(text)) return refuse("referral-damaged", LAL_38, "text");
  const parsed = parseCanonical(text);
  if (!parsed.ok) return refuse("referral-damaged", LAL_38, parsed.refusal.code);
  const read = content.safeParse(parsed.value);
  if (!read.success) return refuse("referral-damaged", LAL_38, "content");
  const { transferId, from, fileId, records } = read.data;
  const files = records.filter(({ t }) => t === "aidFile");
  const isWhole = files.length === 1 && files[0]?.id === fileId;
  if (!isWhole || transferId !== transferIdOf(from.bureau, fileId))
    return refuse("referral-damaged", LAL_38, "transferId");
  return files[0]?.facts.sensitivity === "SECRET"
    ? refuse("secret-case", "《法律援助法》第21条", "sensitivity")
    : done(read.data);
};

/** The facts of the file itself, as the agency that referred it left them. */
export const referredFacts = ({ records }: Referral): Readonly<Record<string, Json>> =>
  records.find(({ t }) => t === "aidFile")?.facts ?? {};

/** A piece of a content, as the receiving record keeps it. */
export type ParcelText = { readonly counter: number; readonly part: number; readonly content: string };

/** Units of one piece; a field takes 20 000. */
const PIECE = 15_000;

/** Cuts a content into pieces that a field can hold, never inside a character. */
export const piecesOf = (counter: number, text: string): readonly ParcelText[] => {
  const pieces: ParcelText[] = [];
  for (let at = 0; at < text.length; ) {
    const isInside = text.charCodeAt(at + PIECE - 1) >= 0xd800 && text.charCodeAt(at + PIECE - 1) < 0xdc00;
    const end = at + PIECE - (isInside ? 1 : 0);
    pieces.push({ counter, part: pieces.length, content: text.slice(at, end) });
    at = end;
  }
  return pieces;
};

type Row = { readonly [f: string]: Json };
const rowsOf = (value: Json | undefined): readonly Row[] => (Array.isArray(value) ? (value as Row[]) : []);

/** One referral file that a record received, as its row says; the first of equal counters. */
export type Parcel = {
  readonly counter: number;
  readonly parts: number;
  readonly writtenAt?: string;
  readonly writtenBy?: string;
  readonly receivedAt?: string;
  readonly what?: string;
  readonly hash?: string;
  readonly key?: string;
  readonly onPaper?: number;
};

/** The files that a record of kind `transfer` received, each once, oldest first: two desks may have taken the same one. */
export const parcelsOf = (transfer: { readonly [f: string]: Json }): readonly Parcel[] => {
  const byCounter = new Map<Json | undefined, Row>();
  for (const row of rowsOf(transfer.parcels))
    if (!byCounter.has(row.counter)) byCounter.set(row.counter, row);
  return [...byCounter.values()].map((row) => row as Parcel).toSorted((a, b) => a.counter - b.counter);
};

/** What one of these files said; undefined when a piece of it is not here yet. */
export const referralIn = (
  transfer: { readonly [f: string]: Json },
  { counter, parts }: Pick<Parcel, "counter" | "parts">,
): Referral | undefined => {
  const pieces = new Map(
    rowsOf(transfer.parcelTexts)
      .filter((row) => row.counter === counter)
      .map((row) => [row.part, String(row.content)]),
  );
  const texts = Array.from({ length: parts }, (_, part) => pieces.get(part));
  if (texts.some((text) => text === undefined)) return undefined;
  const read = readReferral(texts.join(""));
  return read.ok ? read.value : undefined;
};

/** The supplement that waits for somebody to go through it; undefined where there is none. */
export const openSupplement = (transfer: { readonly [f: string]: Json }): Parcel | undefined => {
  const last = parcelsOf(transfer).at(-1);
  const reviewed = typeof transfer.parcelReviewed === "number" ? transfer.parcelReviewed : 0;
  const isFirst = parcelsOf(transfer).length === 1;
  return last === undefined || isFirst || last.counter <= reviewed ? undefined : last;
};

/** One fact that a supplement says otherwise than the file before it. */
export type NewFact = { readonly f: string; readonly before: Json; readonly now: Json };

/** What a later file says otherwise than an earlier one, by field. Rows of lists are compared as a whole. */
export const newFacts = (before: Referral, now: Referral): readonly NewFact[] => {
  const [old, fresh] = [referredFacts(before), referredFacts(now)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(fresh)])].sort();
  return names
    .map((f): NewFact => ({ f, before: old[f] ?? null, now: fresh[f] ?? null }))
    .filter(({ before: was, now: is }) => canonicalJson(was) !== canonicalJson(is));
};

const textOfLine = (each: ReferralLine): string => canonicalJson(each as unknown as Json);

/** What happened at the other agency after the earlier file was written. */
export const newLines = (before: Referral, now: Referral): readonly ReferralLine[] => {
  const known = new Set(before.history.map(textOfLine));
  return now.history.filter((each) => !known.has(textOfLine(each)));
};
