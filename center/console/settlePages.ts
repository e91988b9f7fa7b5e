import type { Tx } from "../db/database.ts";
import { missingDesks } from "../epochs/window.ts";
import { type Html, html } from "./html.ts";
import { form, localTime, type Reader, say } from "./layout.ts";

/** Ops of one feed that wait for a person's word. */
export type HeldRow = {
  readonly feed: string;
  readonly desk_name: string;
  readonly reason: string;
  readonly count: number;
  readonly since: Date;
};

/** What of one bureau a person at the province has to settle. */
export type Settle = {
  readonly held: readonly HeldRow[];
  readonly isRecovering: boolean;
  readonly missing: readonly string[];
};

/** Undecided holds by feed, oldest first, and whether the restored book still waits for desks. */
export const settleOf = async (tx: Tx, bureau: string): Promise<Settle> => {
  const held = await tx.all<HeldRow>(
    `select h.feed, f.desk_name, min(h.reason) as reason, count(*)::int as count, min(h.arrived_at) as since
     from held h join feed f on f.bureau = h.bureau and f.feed = h.feed
     where h.bureau = $1 and h.released_seq is null and h.decision = '' group by h.feed, f.desk_name order by 5`,
    [bureau],
  );
  const log = await tx.one<{ is_recovering: boolean }>(
    "select is_recovering from bureau_log where bureau = $1",
    [bureau],
  );
  const isRecovering = log?.is_recovering === true;
  return { held, isRecovering, missing: isRecovering ? await missingDesks(tx, bureau) : [] };
};

const heldLine = (reader: Reader, bureau: string, row: HeldRow): Html => html`<tr>
<td>${row.desk_name}<div class="soft mono">${row.feed}</div></td><td>${say(reader, row.reason === "revoked" ? "heldRevoked" : "heldFork")}</td>
<td class="count">${row.count}</td><td>${localTime(row.since)}</td>
<td>${form(reader, `/console/bureaus/${bureau}/holds`, html`<input type="hidden" name="feed" value="${row.feed}"><button name="decision" value="released">${say(reader, "release")}</button> <button name="decision" value="kept">${say(reader, "keep")}</button>`)}</td></tr>`;

/** The sections about it; nothing where there is nothing to settle. */
export const settleSections = (
  reader: Reader,
  bureau: string,
  { held, isRecovering, missing }: Settle,
): Html =>
  html`${
    isRecovering
      ? html`<div class="panel"><p class="bad">${say(reader, "recovering")}</p><p>${say(reader, "missing")}${missing.join("、")}</p>
${form(reader, `/console/bureaus/${bureau}/recovered`, html`<button>${say(reader, "closeWindow")}</button>`)}</div>`
      : html``
  }${
    held.length === 0
      ? html``
      : html`<h2>${say(reader, "held")}</h2><p>${say(reader, "heldNote")}</p><table><tr><th scope="col">${say(reader, "which")}</th><th scope="col">${say(reader, "why")}</th><th scope="col" class="count">${say(reader, "count")}</th><th scope="col">${say(reader, "received")}</th><th></th></tr>
${held.map((row) => heldLine(reader, bureau, row))}</table>`
  }`;
