import { ENTITIES, fieldOf, isEntityType } from "../../shared/dictionary/entities.ts";
import type { RecordState } from "../../shared/ops/state.ts";
import { viewOf } from "../../shared/ops/view.ts";
import { headStage, stageLabel } from "../../shared/workflow/stages.ts";
import type { FeedState } from "../desks/admit.ts";
import { type Html, html } from "./html.ts";
import { age, form, input, labelOf, localTime, page, type Reader, say } from "./layout.ts";
import { maskedValue, recordTitle } from "./masked.ts";
import { type MendedRow, mendedSection } from "./mended.ts";
import type { BureauRow, CaseRow, DeskRow, StageCount } from "./queries.ts";
import { type Settle, settleSections } from "./settlePages.ts";
import type { Word } from "./words.ts";

const DAY_S = 86_400;
/** Longer than this without a delivery is shown in colour. */
const LATE_S = 3 * DAY_S;

const counted = (count: number, isBad: boolean): Html =>
  html`<td class="count${isBad && count > 0 ? " bad" : ""}">${count}</td>`;
const since = (reader: Reader, seconds: number): Html =>
  html`<td class="${seconds > LATE_S ? "late" : ""}">${seconds === 0 ? "" : age(reader, seconds)}</td>`;
/** Columns of numbers, whose headings stand above their right edge. */
const COUNTED: ReadonlySet<Word> = new Set([
  "unsent",
  "conflicts",
  "contested",
  "held",
  "desks",
  "booked",
  "count",
]);
const heading = (reader: Reader, word: Word): Html =>
  html`<th scope="col" class="${COUNTED.has(word) ? "count" : ""}">${say(reader, word)}</th>`;
const heads = (reader: Reader, words: readonly Word[]): Html =>
  html`<tr>${words.map((word) => heading(reader, word))}</tr>`;

const bureauLine = (reader: Reader, row: BureauRow): Html => html`<tr>
<td><a href="/console/bureaus/${row.bureau}">${row.name || row.bureau}</a>${row.differing === 0 ? html`` : html`<div class="bad">${say(reader, "differing")}</div>`}${row.mended === 0 ? html`` : html`<div class="bad">${say(reader, "mendedLately")}</div>`}</td>
<td>${row.seen_at === null ? say(reader, "never") : localTime(row.seen_at)}</td>
${counted(row.unsent, false)}${since(reader, row.oldest_unsent_s)}${counted(row.conflicts, true)}${counted(row.contested, true)}${since(reader, row.oldest_dispute_s)}${counted(row.held, true)}${counted(row.desks, false)}
<td class="count">${row.seq}</td></tr>`;

/** How many records stand where, most frequent first, named by the stage that people call them by. */
const stagesOf = (
  counts: readonly StageCount[],
): readonly {
  readonly t: string;
  readonly lane: string;
  readonly stage: string;
  readonly count: number;
}[] => {
  const sums = new Map<string, number>();
  for (const { t, stages, count } of counts) {
    const { lane, stage } = headStage(stages);
    const key = JSON.stringify([t, t === "consultation" && stage === "" ? "consultation" : lane, stage]);
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return [...sums]
    .map(([key, count]) => ({ key: JSON.parse(key) as [string, string, string], count }))
    .map(({ key: [t, lane, stage], count }) => ({ t, lane, stage, count }))
    .sort((a, b) => b.count - a.count);
};

const kindLabel = (reader: Reader, t: string): string =>
  isEntityType(t) ? labelOf(reader, ENTITIES[t].label) : t;

const stageTable = (
  reader: Reader,
  counts: readonly StageCount[],
): Html => html`<h2>${say(reader, "casesByStage")}</h2>
<table>${heads(reader, ["kind", "stage", "count"])}${stagesOf(counts).map(
  ({ t, lane, stage, count }) =>
    html`<tr><td>${kindLabel(reader, t)}</td><td>${labelOf(reader, stageLabel(lane, stage))}</td><td class="count">${count}</td></tr>`,
)}</table>`;

/** The first page: every bureau with its sync, and where the province's files stand. */
export const bureausPage = (
  reader: Reader,
  bureaus: readonly BureauRow[],
  counts: readonly StageCount[],
): string =>
  page(
    reader,
    say(reader, "bureaus"),
    html`<table>${heads(reader, ["bureau", "lastSync", "unsent", "oldest", "conflicts", "contested", "oldestDispute", "held", "desks", "booked"])}
${bureaus.map((row) => bureauLine(reader, row))}</table>
<div class="columns"><div>${stageTable(reader, counts)}</div>
<div class="noprint"><h2>${say(reader, "addBureau")}</h2><div class="panel">${form(
      reader,
      "/console/bureaus",
      html`${input("name", say(reader, "bureauName"), "text")}<button>${say(reader, "issueCode")}</button>`,
    )}</div></div></div>`,
  );

/** A desk of the list, and whether its enrolment has ended. */
type DeskNow = DeskRow & { readonly now: FeedState };

const deskDeeds = (reader: Reader, bureau: string, { now, feed }: DeskNow): Html => {
  const whose = html`<input type="hidden" name="feed" value="${feed}">`;
  const renew = html`${whose}<button>${say(reader, "renew")}</button>`;
  const revoke = html`${whose}<button title="${say(reader, "revokeSure")}">${say(reader, "revoke")}</button>`;
  return html`${now === "ended" ? form(reader, `/console/bureaus/${bureau}/renew`, renew) : ""}${now === "revoked" ? "" : form(reader, `/console/bureaus/${bureau}/revoke`, revoke)}`;
};

const deskLine = (reader: Reader, bureau: string, row: DeskNow): Html => html`<tr>
<td>${row.desk_name}<div class="soft mono">${row.feed}</div>${row.differs_seq === null ? html`` : html`<div class="bad" role="alert">${say(reader, "stateDiffers").replace("{seq}", row.differs_seq)}</div>`}</td><td class="${row.now === "open" ? "" : "bad"}">${say(reader, row.now)}</td>
<td>${localTime(row.enrolled_at)}</td><td>${row.not_after === null ? "" : localTime(row.not_after)}</td><td>${row.seen_at === null ? say(reader, "never") : localTime(row.seen_at)}</td>
${counted(row.unsent, false)}${since(reader, row.oldest_unsent_s)}<td class="count">${row.n}</td>
<td>${deskDeeds(reader, bureau, row)}</td></tr>`;

const openFact = (reader: Reader, state: RecordState, f: string): string => {
  const v = viewOf(state).facts[f];
  return v === undefined ? "" : maskedValue(reader, fieldOf(state.t, f), v);
};

const caseLine = (reader: Reader, bureau: string, row: CaseRow): Html => {
  const state = JSON.parse(row.state) as RecordState;
  const view = viewOf(state);
  const { lane, stage } = headStage(view.stages);
  const disputes = view.conflicts.length + view.contested.length;
  const name = recordTitle(reader, state);
  return html`<tr><td>${kindLabel(reader, row.t)}</td><td><a href="/console/bureaus/${bureau}/${row.t}/${row.id}">${name}</a></td>
<td>${openFact(reader, state, "matter")}</td><td>${labelOf(reader, stageLabel(lane, stage))}</td>${counted(disputes, true)}<td>${localTime(row.recv)}</td></tr>`;
};

/** What is shown of one bureau. */
export type BureauView = {
  readonly row: BureauRow;
  readonly desks: readonly DeskNow[];
  readonly counts: readonly StageCount[];
  readonly cases: readonly CaseRow[];
  readonly stateHash: string;
  /** Vouchers of entries by which a fund went below zero: desks overspent it together. */
  readonly overdrawn: readonly string[];
  readonly settle: Settle;
  readonly mended: readonly MendedRow[];
  /** Where the next page of files begins; undefined on the last. */
  readonly older?: number;
};

/** One bureau: its desks, its files by stage and one by one, and the hash by which replicas are compared. */
export const bureauPage = (
  reader: Reader,
  { row, desks, counts, cases, stateHash, overdrawn, settle, mended, older }: BureauView,
): string =>
  page(
    reader,
    row.name || row.bureau,
    html`<p><a href="/console/statistics?bureau=${row.bureau}">${say(reader, "statistics")}</a></p><dl><dt>${say(reader, "booked")}</dt><dd>${row.seq}</dd><dt>${say(reader, "conflicts")}</dt><dd>${row.conflicts}</dd>
<dt>${say(reader, "contested")}</dt><dd>${row.contested}</dd>
${row.oldest_dispute_s === 0 ? html`` : html`<dt>${say(reader, "oldestDispute")}</dt><dd class="${row.oldest_dispute_s > LATE_S ? "late" : ""}">${age(reader, row.oldest_dispute_s)}</dd>`}<dt>${say(reader, "held")}</dt><dd>${row.held}</dd>
${overdrawn.length === 0 ? html`` : html`<dt>${say(reader, "overdrawn")}</dt><dd class="bad">${overdrawn.join("、")}</dd>`}
<dt>${say(reader, "stateHash")}</dt><dd class="mono">${stateHash}</dd></dl>
${settleSections(reader, row.bureau, settle)}${mendedSection(reader, row.bureau, mended)}
<h2>${say(reader, "desks")}</h2><p class="soft">${say(reader, "untilNote")}</p><table><tr>${(["which", "state", "enrolled", "until", "lastSync", "unsent", "oldest", "booked"] as const).map((word) => heading(reader, word))}<th></th></tr>
${desks.map((desk) => deskLine(reader, row.bureau, desk))}</table>
${form(reader, `/console/bureaus/${row.bureau}/codes`, html`<button>${say(reader, "issueCode")}</button>`)}
${stageTable(reader, counts)}
<h2>${say(reader, "cases")}</h2><table>${heads(reader, ["kind", "number", "matter", "stage", "conflicts", "lastChange"])}
${cases.map((one) => caseLine(reader, row.bureau, one))}</table>
${older === undefined ? html`` : html`<p><a href="/console/bureaus/${row.bureau}?before=${older}">${say(reader, "older")}</a></p>`}`,
  );

/** A code, shown once. */
export const codePage = (reader: Reader, name: string, code: string): string =>
  page(
    reader,
    name,
    html`<div class="panel"><p>${say(reader, "newCode")}</p><p class="code">${code}</p><p><a href="/console">${say(reader, "back")}</a></p></div>`,
  );
