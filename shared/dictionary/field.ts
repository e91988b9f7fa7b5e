import { z } from "zod";
import { isCitizenId } from "../kernel/citizenId.ts";
import { type Day, isDay } from "../kernel/day.ts";
import { type Instant, isInstant } from "../kernel/instant.ts";
import type { CodeList } from "./codeList.ts";

/** A text in both languages of the product. */
export type Label = { readonly zh: string; readonly en: string };

/**
 * How concurrent writes of one field meet (see docs/protocol.md): `human` keeps every value until a person resolves,
 * `set` is a list of rows that are added and removed, `append` only grows.
 */
export type Policy = "human" | "set" | "append";

/** What an entry may say about itself. Forms, checks, letters, masks and the printed dictionary all read it. */
export type Traits = {
  /** The article or standard the field rests on, as printed. */
  readonly source?: string;
  /** Personal or case text: sealed at rest, masked in lists. Everything is sensitive unless it says otherwise. */
  readonly open?: true;
  /** May be stored in clear as a Dexie index. Only for open fields (a test holds this). */
  readonly indexed?: true;
  /** Fields of one group conflict as one unit, so that no mixture of two people's entries is ever shown. */
  readonly group?: string;
  /** Longest text in UTF-16 units, or most rows of a list. */
  readonly max?: number;
  /** What the bureau needs the field for (PIPL 6, 28); default: handling the application under 法律援助法. */
  readonly purpose?: Label;
};

export type FieldKind =
  | "text"
  | "longText"
  | "day"
  | "instant"
  | "code"
  | "codes"
  | "flag"
  | "whole"
  | "fen"
  | "citizenId"
  | "ref"
  | "list";

/** One entry of the data dictionary. `T` is the type of its values, `schema` the same statement at run time. */
export type Field<T = unknown> = Traits & {
  readonly kind: FieldKind;
  readonly label: Label;
  readonly policy: Policy;
  readonly schema: z.ZodType<T>;
  readonly choices?: CodeList;
  /** The shape of one row of a list. */
  readonly row?: Shape;
};

/** A named set of fields: a kind of record, or a row of a list. */
export type Shape = Readonly<Record<string, Field>>;

/** The values a shape describes, every one possibly still unknown. */
export type FactsOf<S extends Shape> = {
  readonly [K in keyof S]?: S[K] extends Field<infer T> ? T : never;
};

const TEXT_MAX = 200;
const LONG_MAX = 20_000;
const LIST_MAX = 500;
/** Control characters and bidirectional overrides can make a printed name differ from the stored one. */
const PRINTABLE = /^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]*$/u;

const label = (zh: string, en: string): Label => ({ zh, en });
const plain = (max: number) => z.string().min(1).max(max).regex(PRINTABLE);

type Make<T> = (zh: string, en: string, traits?: Traits) => Field<T>;

/** One line of text. */
export const text: Make<string> = (zh, en, traits = {}) => ({
  kind: "text",
  label: label(zh, en),
  policy: "human",
  schema: plain(traits.max ?? TEXT_MAX),
  ...traits,
});

/** Several lines of text; never merged by machine. */
export const longText: Make<string> = (zh, en, traits = {}) => ({
  kind: "longText",
  label: label(zh, en),
  policy: "human",
  schema: plain(traits.max ?? LONG_MAX),
  ...traits,
});

/** A civil day, `YYYY-MM-DD`, that exists. */
export const day: Make<Day> = (zh, en, traits = {}) => ({
  kind: "day",
  label: label(zh, en),
  policy: "human",
  schema: z.string().refine(isDay) as unknown as z.ZodType<Day>,
  ...traits,
});

/** A civil minute, `YYYY-MM-DDTHH:MM`, at the bureau (China Standard Time). */
export const instant: Make<Instant> = (zh, en, traits = {}) => ({
  kind: "instant",
  label: label(zh, en),
  policy: "human",
  schema: z.string().refine(isInstant) as unknown as z.ZodType<Instant>,
  ...traits,
});

/** Yes or no. */
export const flag: Make<boolean> = (zh, en, traits = {}) => ({
  kind: "flag",
  label: label(zh, en),
  policy: "human",
  schema: z.boolean(),
  open: true,
  ...traits,
});

/** A whole number, zero or more. */
export const whole: Make<number> = (zh, en, traits = {}) => ({
  kind: "whole",
  label: label(zh, en),
  policy: "human",
  schema: z
    .number()
    .int()
    .min(0)
    .max(traits.max ?? 1_000_000_000),
  ...traits,
});

/** An amount of money in fen (分), never a fraction. */
export const fen: Make<number> = (zh, en, traits = {}) => ({
  kind: "fen",
  label: label(zh, en),
  policy: "human",
  schema: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  ...traits,
});

/** A resident identity number with a valid check digit (GB 11643, rule V01). */
export const citizenId: Make<string> = (zh, en, traits = {}) => ({
  kind: "citizenId",
  label: label(zh, en),
  policy: "human",
  schema: z.string().refine(isCitizenId),
  ...traits,
});

/** The id of another record. */
export const ref: Make<string> = (zh, en, traits = {}) => ({
  kind: "ref",
  label: label(zh, en),
  policy: "human",
  schema: z.string().regex(/^[0-9a-zA-Z-]{8,64}$/),
  open: true,
  ...traits,
});

/** One code of a code list. */
export const code =
  <L extends CodeList>(choices: L): Make<keyof L & string> =>
  (zh, en, traits = {}) => ({
    kind: "code",
    label: label(zh, en),
    policy: "human",
    choices,
    schema: z.enum(Object.keys(choices) as [keyof L & string]),
    open: true,
    ...traits,
  });

/** Several codes of a code list, without repetition, in the list's own order. */
export const codes =
  <L extends CodeList>(choices: L): Make<readonly (keyof L & string)[]> =>
  (zh, en, traits = {}) => ({
    kind: "codes",
    label: label(zh, en),
    policy: "human",
    choices,
    schema: z.array(z.enum(Object.keys(choices) as [keyof L & string])).max(Object.keys(choices).length),
    open: true,
    ...traits,
  });

/** Rows that are added and removed one by one; two desks adding a row keep both. */
export const list =
  <S extends Shape>(row: S): Make<readonly FactsOf<S>[]> =>
  (zh, en, traits = {}) => ({
    kind: "list",
    label: label(zh, en),
    policy: "set",
    row,
    schema: z.array(rowSchema(row)).max(traits.max ?? LIST_MAX) as unknown as z.ZodType<
      readonly FactsOf<S>[]
    >,
    ...traits,
  });

/** Entries that only accumulate, such as a work log; they can never conflict. */
export const log =
  <S extends Shape>(row: S): Make<readonly FactsOf<S>[]> =>
  (zh, en, traits = {}) => ({ ...list(row)(zh, en, traits), policy: "append" });

/** The schema of one row: known names only, each optional, no others. */
export const rowSchema = (row: Shape): z.ZodType<Readonly<Record<string, unknown>>> =>
  z.strictObject(
    Object.fromEntries(Object.entries(row).map(([name, field]) => [name, field.schema.optional()])),
  );
