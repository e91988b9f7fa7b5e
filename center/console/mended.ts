import { ENTITIES, isEntityType } from "../../shared/dictionary/entities.ts";
import type { Tx } from "../db/database.ts";
import { type Html, html } from "./html.ts";
import { labelOf, localTime, type Reader, say } from "./layout.ts";

/** A record that was found edited beside the book, and when it was made anew. */
export type MendedRow = { readonly t: string; readonly id: string; readonly found_at: Date };

/** As many as a person looks through. */
const SHOWN = 50;

/** The records of a bureau that were found edited, the newest first. */
export const mendedRows = (tx: Tx, bureau: string): Promise<readonly MendedRow[]> =>
  tx.all<MendedRow>(
    "select t, id, found_at from mended where bureau = $1 order by found_at desc, t, id limit $2",
    [bureau, SHOWN],
  );

const line = (reader: Reader, bureau: string, { t, id, found_at }: MendedRow): Html => html`<tr>
<td>${isEntityType(t) ? labelOf(reader, ENTITIES[t].label) : t}</td>
<td><a class="mono" href="/console/bureaus/${bureau}/${t}/${id}">${id}</a></td><td>${localTime(found_at)}</td></tr>`;

/** The section about them; nothing where none was ever found. */
export const mendedSection = (reader: Reader, bureau: string, rows: readonly MendedRow[]): Html =>
  rows.length === 0
    ? html``
    : html`<h2>${say(reader, "mended")}</h2><p class="bad" role="alert">${say(reader, "mendedNote")}</p>
<table><tr><th scope="col">${say(reader, "kind")}</th><th scope="col">${say(reader, "number")}</th><th scope="col">${say(reader, "foundAt")}</th></tr>
${rows.map((row) => line(reader, bureau, row))}</table>`;
