import type { Shipped } from "../../shared/api/hubApi.ts";
import { type Html, html } from "./html.ts";
import { age, form, input, localTime, page, type Reader, say } from "./layout.ts";
import type { Word } from "./words.ts";

/** A hub as the province knows it. */
export type HubRow = {
  readonly hub: string;
  readonly name: string;
  readonly state: "open" | "revoked";
  readonly trouble: string;
  readonly enrolled_at: Date;
  readonly seen_at: Date | null;
};
/** A book, who keeps it, and at a hub the province's last receipt for it (JSON). */
export type BookRow = {
  readonly bureau: string;
  readonly name: string;
  readonly hub: string;
  readonly home: "here" | "hub" | "gone";
  readonly seq: string;
  readonly shipped: string;
};
/** At a hub: its province. */
export type UpRow = { readonly url: string; readonly key: string; readonly seen_at: Date | null };
export type HubsView = {
  readonly isHub: boolean;
  readonly up: UpRow | undefined;
  readonly hubs: readonly HubRow[];
  readonly books: readonly BookRow[];
};
/** For whom the page is, and when (milliseconds since 1970). */
type At = { readonly reader: Reader; readonly nowMs: number };

const DAY_MS = 86_400_000;
/** A hub that was silent for longer is shown in colour. */
const LATE_MS = DAY_MS;
const SECOND_MS = 1000;

const contact = ({ reader, nowMs }: At, seenAt: Date | null): Html => {
  if (seenAt === null) return html`<td class="late">${say(reader, "never")}</td>`;
  const ms = Math.max(0, nowMs - seenAt.getTime());
  return html`<td class="${ms > LATE_MS ? "late" : ""}">${localTime(seenAt)}<div class="soft">${say(reader, "ago").replace("{age}", age(reader, ms / SECOND_MS))}</div></td>`;
};

const TROUBLES: Readonly<Record<string, Word>> = {
  diverged: "hubDiverged",
  "handed-over": "hubHandedOver",
};
const trouble = (reader: Reader, { state, trouble: code }: HubRow): Html => {
  const word = state === "revoked" ? "hubStolen" : TROUBLES[code];
  return word === undefined
    ? html`<td>${say(reader, "open")}</td>`
    : html`<td class="bad">${say(reader, word)}</td>`;
};

const bookLine = (reader: Reader, row: BookRow): Html =>
  html`<p><a href="/console/bureaus/${row.bureau}">${row.name || row.bureau}</a> · ${say(reader, "copyTo").replace("{seq}", row.seq)}${
    row.home === "hub"
      ? form(
          reader,
          `/console/bureaus/${row.bureau}/take-over`,
          html`<button name="why" value="dead">${say(reader, "takeOverDead")}</button> <button name="why" value="stolen">${say(reader, "takeOverStolen")}</button>`,
        )
      : html` · ${say(reader, "keptHere")}`
  }</p>`;

const hubLine = (at: At, row: HubRow, books: readonly BookRow[]): Html => html`<tr>
<td>${row.name}<div class="soft mono">${row.hub}</div></td>${trouble(at.reader, row)}<td>${localTime(row.enrolled_at)}</td>${contact(at, row.seen_at)}
<td>${books.filter(({ hub }) => hub === row.hub).map((book) => bookLine(at.reader, book))}</td></tr>`;

const heading = (reader: Reader, words: readonly Word[]): Html =>
  html`<tr>${words.map((word) => html`<th scope="col">${say(reader, word)}</th>`)}</tr>`;

const provincesView = (at: At, { hubs, books }: HubsView): Html => html`<p>${say(at.reader, "hubsNote")}</p>
${
  hubs.length === 0
    ? html`<p class="soft">${say(at.reader, "noHubs")}</p>`
    : html`<table>${heading(at.reader, ["hub", "state", "enrolled", "lastContact", "keepsBooks"])}${hubs.map((row) => hubLine(at, row, books))}</table>
<p class="soft">${say(at.reader, "takeOverNote")}</p>`
}
<h2>${say(at.reader, "addHub")}</h2><p class="soft">${say(at.reader, "hubCodeNote")}</p><div class="panel">${form(
  at.reader,
  "/console/hubs",
  html`${input("name", say(at.reader, "hubName"), "text")}<button>${say(at.reader, "issueCode")}</button>`,
)}</div>`;

const shippedLine = ({ reader }: At, row: BookRow): Html => {
  const receipt = row.shipped === "" ? undefined : (JSON.parse(row.shipped) as Shipped);
  return html`<tr><td>${row.name || row.bureau}</td><td class="count">${row.seq}</td><td class="count">${receipt?.seq ?? 0}</td>
<td>${localTime(receipt?.at ?? null)}</td><td class="${row.home === "gone" ? "bad" : ""}">${say(reader, row.home === "gone" ? "hubHandedOver" : "keptHere")}</td></tr>`;
};

const hubsView = (
  at: At,
  { up, books }: HubsView,
): Html => html`<dl><dt>${say(at.reader, "upstream")}</dt><dd>${up?.url ?? ""}</dd>
<dt>${say(at.reader, "lastContact")}</dt><dd>${up === undefined || up.key === "" ? say(at.reader, "never") : localTime(up.seen_at)}</dd></dl>
<table>${heading(at.reader, ["bureau", "booked", "shippedTo", "received", "state"])}${books.map((row) => shippedLine(at, row))}</table>`;

/** At the province: every hub, its last contact and its books. At a hub: how far the province has each book. */
export const hubsPage = (at: At, view: HubsView): string =>
  page(at.reader, say(at.reader, "hubs"), view.isHub ? hubsView(at, view) : provincesView(at, view));
