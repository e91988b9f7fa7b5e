import type { CodeOf } from "../dictionary/codeList.ts";
import { AID_FORMS } from "../dictionary/codes/aidForms.ts";
import { CLOSING_ITEMS } from "../dictionary/codes/yearCodes.ts";

export type ClosingItem = CodeOf<typeof CLOSING_ITEMS>;

/** How long files of one kind are kept, by the schedule the archives authority approved (档案法实施条例第十九条). */
export type Retention = {
  readonly isPermanent: boolean;
  /** 0 for files kept for ever. */
  readonly years: number;
  /** Number of the approval. */
  readonly docNo: string;
};

/** The papers of a closing file of one kind, in the order of the file; `optional` ones are listed but not asked for. */
export type ClosingList = {
  readonly mandatory: readonly ClosingItem[];
  readonly optional: readonly ClosingItem[];
};

const RETENTION = "retention.";
const CLOSING = "closingList.";
const YEARS_MAX = 200;

/** The setting under which the retention of a kind of aid is stored. */
export const retentionName = (form: string): string => `${RETENTION}${form}`;
/** The setting under which the closing file of a kind of aid is stored. */
export const closingListName = (form: string): string => `${CLOSING}${form}`;

const formIn = (name: string, prefix: string): CodeOf<typeof AID_FORMS> | undefined => {
  const form = name.startsWith(prefix) ? name.slice(prefix.length) : "";
  return Object.hasOwn(AID_FORMS, form) ? (form as CodeOf<typeof AID_FORMS>) : undefined;
};
/** The kind of aid whose retention a setting is, or undefined. */
export const retentionForm = (name: string) => formIn(name, RETENTION);
/** The kind of aid whose closing file a setting is, or undefined. */
export const closingListForm = (name: string) => formIn(name, CLOSING);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** True for a retention as settings store it: for ever, or for at least one year, always with its approval. */
export const isRetention = (value: unknown): value is Retention =>
  isRecord(value) &&
  typeof value.isPermanent === "boolean" &&
  Number.isSafeInteger(value.years) &&
  Number(value.years) <= YEARS_MAX &&
  (value.isPermanent ? value.years === 0 : Number(value.years) > 0) &&
  typeof value.docNo === "string" &&
  value.docNo.trim() !== "";

const areItems = (value: unknown): value is readonly ClosingItem[] =>
  Array.isArray(value) &&
  value.every((item) => typeof item === "string" && Object.hasOwn(CLOSING_ITEMS, item));

/** True for a closing list as settings store it: known papers, each named once, at least one of them mandatory. */
export const isClosingList = (value: unknown): value is ClosingList => {
  if (!isRecord(value) || !areItems(value.mandatory) || !areItems(value.optional)) return false;
  const all = [...value.mandatory, ...value.optional];
  return value.mandatory.length > 0 && new Set(all).size === all.length;
};
