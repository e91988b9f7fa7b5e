import { isRefusalCode, REFUSALS } from "../../shared/kernel/refusals.ts";
import type { Mut, Payload } from "../../shared/ops/op.ts";
import type { RecordState } from "../../shared/ops/state.ts";
import { viewOf } from "../../shared/ops/view.ts";
import { type Html, html } from "./html.ts";
import { labelOf, localTime, page, type Reader, say } from "./layout.ts";
import { changesOf } from "./masked.ts";
import type { HistoryRow } from "./queries.ts";

/** One record's history: which record, of whom, and every op with the names of its actors. */
export type HistoryView = {
  readonly bureau: string;
  readonly t: string;
  readonly id: string;
  readonly ops: readonly HistoryRow[];
  /** What people call the record: its number, else its id. */
  readonly title: string;
  /** Staff names by id; names of staff are open in the dictionary. */
  readonly names: ReadonlyMap<string, string>;
};

/** Staff names by record id. */
export const staffNames = (states: readonly RecordState[]): ReadonlyMap<string, string> =>
  new Map(states.map((state) => [state.id, String(viewOf(state).facts.name ?? "")]));

/** What the book said of an op, in words. */
export const verdictText = (reader: Reader, verdict: string): string => {
  if (verdict === "ok") return say(reader, "takenUp");
  if (verdict === "quarantined") return say(reader, "quarantined");
  return isRefusalCode(verdict) ? labelOf(reader, REFUSALS[verdict]) : verdict;
};

const isAbout = ({ t, id }: HistoryView, mut: Mut): boolean => mut.t === t && mut.id === id;

const changeList = (reader: Reader, view: HistoryView, op: HistoryRow): Html => {
  if (op.verdict === "quarantined") return html``;
  if (op.payload.length === 0) return html`${labelOf(reader, REFUSALS.destroyed)}`;
  const { muts } = JSON.parse(op.payload.toString("utf8")) as Payload;
  const changes = muts
    .filter((mut) => isAbout(view, mut))
    .flatMap((mut) => changesOf({ ...reader, names: view.names }, mut));
  return html`<ul class="changes">${changes.map(({ label, value }) => html`<li>${label}：${value}</li>`)}</ul>`;
};

const line = (reader: Reader, view: HistoryView, op: HistoryRow): Html => html`<tr>
<td class="count">${op.seq}</td><td>${view.names.get(op.actor) || op.actor}</td><td class="line">${op.desk_name}</td>
<td class="line">${localTime(op.wall)}</td><td class="line">${localTime(op.recv)}</td><td>${changeList(reader, view, op)}</td>
<td class="${op.verdict === "ok" ? "" : "bad"}">${verdictText(reader, op.verdict)}</td><td class="mono soft line" title="${op.h}">${op.h.slice(0, 10)}</td></tr>`;

/** Every op about one record: who, when, at which desk, what, and what the book said of it. Personal data is masked. */
export const historyPage = (reader: Reader, view: HistoryView): string =>
  page(
    reader,
    `${say(reader, "history")} · ${view.title}`,
    html`<p class="noprint"><a href="/console/bureaus/${view.bureau}">${say(reader, "back")}</a></p>
<table><tr><th scope="col" class="count">#</th>${(["who", "which", "when", "received", "what", "verdict", "signature"] as const).map((word) => html`<th scope="col">${say(reader, word)}</th>`)}</tr>
${view.ops.map((op) => line(reader, view, op))}</table>`,
  );
