import { z } from "zod";
import { type Json, parseCanonical } from "../kernel/canonicalJson.ts";
import { isText } from "../kernel/isText.ts";
import { done, type Result, refuse } from "../kernel/result.ts";
import { type Header, OP_FORMAT, type Payload, SUITE } from "../ops/op.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const hashOrNone = z.union([hash, z.literal("")]);
const line = (max: number) => z.string().max(max).refine(isText);
const whole = z.number().int().min(0);
/** A number that counts years or versions: whoever names a larger one wants a column to overflow (F72). */
const small = whole.max(1_000_000);

/** Names that would reach the prototype of an object when used as a key; refused wherever a name can stand (F71). */
const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
/** Most changes of one user action; far above the largest form. */
const MUTS_MAX = 2000;

/** Loose: a newer version may add entries, which travel and are kept as they are. */
const HEADER = z.looseObject({
  v: z.number().int(),
  suite: line(40),
  bureau: z.string().regex(/^[0-9a-zA-Z-]{8,64}$/),
  feed: z.string().regex(/^[0-9a-f]{24}$/),
  n: z.number().int().min(1),
  prev: hashOrNone,
  rnd: z.string().regex(/^[0-9a-f]{32}$/),
  intent: line(80).min(1),
  actor: line(64),
  session: line(64),
  desk: line(80),
  app: line(40),
  os: line(80),
  wall: line(40),
  tzo: z.number().int(),
  hlc: z.tuple([whole, whole]),
  mono: z.looseObject({ boot: line(80), ms: whole }),
  seen: z.looseObject({ epoch: line(80), seq: whole, head: hashOrNone }),
  schema: small,
  minReader: small,
  ph: hash,
});

const name = z.string().regex(/^[#@]?[a-zA-Z][0-9a-zA-Z]{0,63}$/);
const record = {
  t: z.string().regex(/^[a-zA-Z][0-9a-zA-Z]{0,39}$/),
  id: z.string().regex(/^[0-9a-zA-Z-]{1,64}$/),
};
const json = z.custom<Json>((value) => value !== undefined);
const hashes = z.array(hash).max(1000);

/** The kinds of change this version can fold. A kind it does not know needs only to name its record (F57, F58). */
const MUTS: Readonly<Record<string, z.ZodType>> = {
  put: z.looseObject({ ...record, f: name, old: json, new: json, sup: hashes }),
  add: z.looseObject({ ...record, f: name, v: json }),
  drop: z.looseObject({
    ...record,
    f: name,
    els: z.array(z.string().regex(/^[0-9a-f]{64}:\d{1,6}$/)).max(1000),
  }),
  append: z.looseObject({ ...record, f: name, v: json }),
  step: z.looseObject({
    ...record,
    lane: name,
    step: name,
    from: line(80),
    to: line(80),
    outcome: json,
    facts: z.record(z.string(), json),
    sup: hashes,
  }),
  number: z.looseObject({
    ...record,
    f: name,
    series: line(20),
    year: small,
    no: whole,
    text: line(80),
    grant: line(64),
    sup: hashes,
  }),
  resolve: z.looseObject({ ...record, f: name, over: hashes, choose: hashOrNone, new: json }),
  purge: z.looseObject({
    ...record,
    of: record.id,
    ops: hashes,
    kept: z.strictObject({ facts: z.record(name, json), stages: z.record(name, line(80)) }),
  }),
};
const UNKNOWN_MUT = z.looseObject({ ...record, k: z.string().min(1).max(40) });

const namesOf = (mut: Readonly<Record<string, unknown>>): readonly unknown[] => [
  mut.k,
  mut.t,
  mut.id,
  mut.f,
  mut.lane,
  mut.step,
];

/** True when the header names a format or suite that is not ours: nothing can be said of its other entries. */
const isOtherVersion = (header: Json): boolean => {
  const { v, suite } = (header ?? {}) as { readonly v?: unknown; readonly suite?: unknown };
  return (Number.isInteger(v) && v !== OP_FORMAT) || (typeof suite === "string" && suite !== SUITE);
};

/**
 * The header of an op from its exact text. Refused: not canonical, an impossible entry, another format or suite.
 */
export const parseHeader = (text: string): Result<Header> => {
  const parsed = parseCanonical(text);
  if (!parsed.ok) return parsed;
  if (isOtherVersion(parsed.value)) return refuse("version-unknown", undefined, "header.v");
  const header = HEADER.safeParse(parsed.value);
  if (!header.success)
    return refuse("malformed", undefined, `header.${header.error.issues[0]?.path.join(".") ?? ""}`);
  const { n, prev, intent } = header.data;
  if (FORBIDDEN_NAMES.has(intent)) return refuse("forbidden-key");
  return (n === 1) === (prev === "")
    ? done(header.data as unknown as Header)
    : refuse("malformed", undefined, "header.prev");
};

/**
 * The payload of an op from its exact text, as far as it must hold before the op may be stored at all: canonical JSON
 * without forbidden names. Whether it can be folded is `isFoldable`'s question.
 */
export const parsePayload = (text: string): Result<Json> => {
  const parsed = parseCanonical(text);
  if (!parsed.ok) return parsed;
  const muts = (parsed.value as { readonly muts?: unknown } | null)?.muts;
  const names = Array.isArray(muts)
    ? muts.flatMap((mut) => (typeof mut === "object" && mut !== null ? namesOf(mut) : []))
    : [];
  return names.some((item) => typeof item === "string" && FORBIDDEN_NAMES.has(item))
    ? refuse("forbidden-key")
    : parsed;
};

const isMut = (mut: unknown): boolean => {
  const k = (mut as { readonly k?: unknown } | null)?.k;
  return (
    typeof k === "string" &&
    (Object.hasOwn(MUTS, k) ? (MUTS[k] as z.ZodType) : UNKNOWN_MUT).safeParse(mut).success
  );
};

/** True when the fold can take the payload; an authentic op that fails here is quarantined, never dropped (F59). */
export const isFoldable = (payload: Json): payload is Payload & { readonly [key: string]: Json } => {
  const muts = (payload as { readonly muts?: unknown } | null)?.muts;
  return Array.isArray(muts) && muts.length <= MUTS_MAX && muts.every(isMut);
};
