import { fieldOf } from "../dictionary/entities.ts";
import { rowSchema } from "../dictionary/field.ts";
import { ISSUED_FIELDS } from "../dictionary/issued.ts";
import type { Json } from "../kernel/canonicalJson.ts";
import { done, refuse } from "../kernel/result.ts";
import type { Draft } from "../ops/draft.ts";
import { isFiled, mayWrite, mayWriteField } from "../workflow/writers.ts";
import type { Command } from "./command.ts";

/** A row to add to a list field; with `instead`, the identities of rows it replaces; without `row`, only removal. */
export type RowInput = {
  readonly f: string;
  readonly row?: { readonly [f: string]: Json };
  readonly instead?: readonly string[];
};

/** Adds, replaces or removes one row of a list, or appends one entry to a log. Rows of other people stay untouched. */
export const recordRow: Command<RowInput> = (view, { f, row, instead = [] }, { actor }) => {
  if (!mayWrite(view.t, actor.roles)) return refuse("role-forbids");
  if (!mayWriteField(view.t, f, actor.roles)) return refuse("role-forbids", undefined, f);
  const field = fieldOf(view.t, f);
  if (field?.row === undefined) return refuse("field-unknown", undefined, f);
  // what was issued and served is recorded by issuing and serving
  if (Object.hasOwn(ISSUED_FIELDS, f)) return refuse("fact-owned", undefined, f);
  const isLog = field.policy === "append";
  // a filed archive takes borrowings and appended correction sheets, nothing else
  if (isFiled(view) && !(isLog && view.t === "archiveFile")) return refuse("filed", "《档案法》第14条", f);
  if (isLog && (row === undefined || instead.length > 0)) return refuse("value-invalid", undefined, f);
  if (row !== undefined && !rowSchema(field.row).safeParse(row).success)
    return refuse("value-invalid", field.source, f);
  const at = { t: view.t, id: view.id, f };
  const drafts: Draft[] = [];
  if (instead.length > 0) drafts.push({ k: "drop", ...at, els: instead });
  if (row !== undefined) drafts.push({ k: isLog ? "append" : "add", ...at, v: row });
  return done(drafts);
};
