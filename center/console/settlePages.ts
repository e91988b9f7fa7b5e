import { textOf } from "../../shared/kernel/utf8.ts";
import { parseHeader } from "../../shared/sync/opShape.ts";
import type { Tx } from "../db/database.ts";
import { missingDesks } from "../epochs/window.ts";
import { type Html, html } from "./html.ts";
import { form, localTime, type Reader, say } from "./layout.ts";
import type { Word } from "./words.ts";

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
  /** The number below which the book was restored although it had been called stable; 0 where it was not. */
  readonly lostStable: number;
  /** Hashes that offered ops name as the one before them, and that nobody has. */
  readonly lost: readonly string[];
};

/** What is known to be missing: the op before the first of each feed that cannot be placed. */
const lostHashes = async (tx: Tx, bureau: string): Promise<readonly string[]> => {
  const first = await tx.all<{ header: Buffer }>(
    "select distinct on (feed) header from rescued where bureau = $1 and not is_placed order by feed, n",
    [bureau],
  );
  return first.flatMap(({ header }) => {
    const parsed = parseHeader(textOf(header));
    return parsed.ok ? [parsed.value.prev] : [];
  });
};

/** Undecided holds by feed, oldest first, and whether the restored book still waits for desks. */
export const settleOf = async (tx: Tx, bureau: string): Promise<Settle> => {
  const held = await tx.all<HeldRow>(
    `select h.feed, f.desk_name, coalesce(min(h.reason) filter (where h.reason <> 'ended'), 'ended') as reason, count(*)::int as count, min(h.arrived_at) as since
     from held h join feed f on f.bureau = h.bureau and f.feed = h.feed
     where h.bureau = $1 and h.released_seq is null and h.decision = '' group by h.feed, f.desk_name order by 5`,
    [bureau],
  );
  const log = await tx.one<{ is_recovering: boolean; lost_stable: string }>(
    "select is_recovering, lost_stable from bureau_log where bureau = $1",
    [bureau],
  );
  const lostStable = Number(log?.lost_stable ?? 0);
  const isRecovering = log?.is_recovering === true;
  return {
    held,
    isRecovering,
    lostStable,
    lost: await lostHashes(tx, bureau),
    missing: isRecovering ? await missingDesks(tx, bureau) : [],
  };
};

const HELD_WHY: Readonly<Record<string, Word>> = {
  revoked: "heldRevoked",
  former: "heldFormer",
  ended: "heldEnded",
};

/** What may be done about it: what waits only because an enrolment ended is booked by renewing that. */
const heldDeeds = (reader: Reader, bureau: string, { feed, reason }: HeldRow): Html => {
  const whose = html`<input type="hidden" name="feed" value="${feed}">`;
  const keep = html`<button name="decision" value="kept">${say(reader, "keep")}</button>`;
  return reason === "ended"
    ? html`${form(reader, `/console/bureaus/${bureau}/renew`, html`${whose}<button>${say(reader, "renew")}</button>`)}${form(reader, `/console/bureaus/${bureau}/holds`, html`${whose}${keep}`)}`
    : form(
        reader,
        `/console/bureaus/${bureau}/holds`,
        html`${whose}<button name="decision" value="released">${say(reader, "release")}</button> ${keep}`,
      );
};

const heldLine = (reader: Reader, bureau: string, row: HeldRow): Html => html`<tr>
<td>${row.desk_name}<div class="soft mono">${row.feed}</div></td><td>${say(reader, HELD_WHY[row.reason] ?? "heldFork")}</td>
<td class="count">${row.count}</td><td>${localTime(row.since)}</td>
<td>${heldDeeds(reader, bureau, row)}</td></tr>`;

/** The sections about it; nothing where there is nothing to settle. */
export const settleSections = (
  reader: Reader,
  bureau: string,
  { held, isRecovering, missing, lostStable, lost }: Settle,
): Html =>
  html`${
    lostStable === 0
      ? html``
      : html`<p class="bad">${say(reader, "belowStable").replace("{stable}", String(lostStable))}</p>`
  }${
    lost.length === 0
      ? html``
      : html`<p class="bad">${say(reader, "knownLost")}</p><ul>${lost.map((h) => html`<li class="mono">${h}</li>`)}</ul>`
  }${
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
