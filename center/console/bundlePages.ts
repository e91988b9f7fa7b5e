import { REFUSALS } from "../../shared/kernel/refusals.ts";
import type { Result } from "../../shared/kernel/result.ts";
import type { Shelved } from "../bundles/shelf.ts";
import type { Need, Taken } from "../bundles/takeBundle.ts";
import { type Html, html } from "./html.ts";
import { form, localTime, page, type Reader, say } from "./layout.ts";
import type { BureauRow } from "./queries.ts";

/** What the page of carried files shows. */
export type BundlesView = {
  readonly bureaus: readonly BureauRow[];
  readonly answers: readonly Shelved[];
  readonly parked: readonly Shelved[];
};

const SHOWN = 20;

const uploadForm = (reader: Reader): Html =>
  html`<form method="post" action="/console/bundles" enctype="multipart/form-data"><input type="hidden" name="csrf" value="${reader.csrf ?? ""}">
<label for="file">${say(reader, "bundleFile")}</label><input id="file" name="file" type="file" accept=".ladb" required><button>${say(reader, "takeBundle")}</button></form>`;

const needLine = ({ feed, from, to }: Need): Html =>
  html`<li><span class="mono">${feed}</span> ${from}–${to}</li>`;

const answerLink = (reader: Reader, id: string): Html =>
  html`<a href="/console/bundles/${id}" download>${say(reader, "answerFile")}</a>`;

const heads = (reader: Reader, last: Html): Html =>
  html`<tr><th>${say(reader, "takenAt")}</th><th>${say(reader, "bureau")}</th><th>${say(reader, "desk")}</th><th>${say(reader, "fileNo")}</th><th>${last}</th></tr>`;

const lines = (reader: Reader, files: readonly Shelved[], hasLink: boolean): Html =>
  files.length === 0
    ? html`<p class="soft">${say(reader, "none")}</p>`
    : html`<table>${heads(reader, hasLink ? html`` : html`${say(reader, "needed")}`)}${files
        .slice(0, SHOWN)
        .map(
          ({ id, atMs, bureauName, deskName, needs }) =>
            html`<tr><td>${localTime(new Date(atMs))}</td><td>${bureauName}</td><td>${deskName}</td><td class="mono">${id}</td><td>${hasLink ? answerLink(reader, id) : html`<ul>${needs.map(needLine)}</ul>`}</td></tr>`,
        )}</table>`;

const codeForm = (reader: Reader, bureaus: readonly BureauRow[]): Html =>
  form(
    reader,
    "/console/bundles/codes",
    html`<label for="bureau">${say(reader, "existing")}</label><select id="bureau" name="bureau"><option value=""></option>${bureaus.map(
      ({ bureau, name }) => html`<option value="${bureau}">${name || bureau}</option>`,
    )}</select><label for="name">${say(reader, "bureauName")}</label><input id="name" name="name" type="text" maxlength="80" autocomplete="off"><button>${say(reader, "issueCode")}</button>`,
  );

/** Where files of desks without a network are taken and their answers fetched. */
export const bundlesPage = (reader: Reader, { bureaus, answers, parked }: BundlesView): string =>
  page(
    reader,
    say(reader, "bundles"),
    html`<p>${say(reader, "bundlesNote")}</p><div class="panel">${uploadForm(reader)}</div>
<h2>${say(reader, "answers")}</h2>${lines(reader, answers, true)}
<h2>${say(reader, "parked")}</h2>${lines(reader, parked, false)}
<h2>${say(reader, "carriedCode")}</h2><div class="panel">${codeForm(reader, bureaus)}</div>`,
  );

/** Why a file waits, and what is to be done meanwhile. */
const waiting = (reader: Reader, { needs, answer, bundleId }: Taken & { readonly is: "parked" }): Html => {
  const why =
    needs.length === 0
      ? html`<p>${say(reader, "bookRecovers")}</p>`
      : html`<p>${say(reader, "needed")}</p><ul>${needs.map(needLine)}</ul>`;
  const back =
    answer === undefined ? html`` : html`<p>${say(reader, "carryBack")} ${answerLink(reader, bundleId)}</p>`;
  return html`<p class="bad" role="alert">${say(reader, "parkedNote")}</p>${why}${back}`;
};

const outcome = (reader: Reader, taken: Result<Taken>): Html => {
  if (!taken.ok)
    return html`<p class="bad" role="alert">${REFUSALS[taken.refusal.code][reader.language]}</p>`;
  const { value } = taken;
  const counts = html`<dt>${say(reader, "bureau")}</dt><dd>${value.bureauName}</dd><dt>${say(reader, "desk")}</dt><dd>${value.deskName}</dd><dt>${say(reader, "fileNo")}</dt><dd class="mono">${value.bundleId}</dd><dt>${say(reader, "inFile")}</dt><dd>${value.opCount}</dd>`;
  return value.is === "parked"
    ? html`<dl>${counts}</dl>${waiting(reader, value)}`
    : html`<dl>${counts}<dt>${say(reader, "newOps")}</dt><dd>${value.newCount}</dd><dt>${say(reader, "held")}</dt><dd>${value.heldCount}</dd><dt>${say(reader, "scansWhole")}</dt><dd>${value.scanCount}</dd><dt>${say(reader, "scansAwaited")}</dt><dd>${value.awaitedCount}</dd></dl><p>${answerLink(reader, value.bundleId)}</p>`;
};

/** What became of one file. */
export const takenPage = (reader: Reader, taken: Result<Taken>): string =>
  page(
    reader,
    say(reader, "bundles"),
    html`<div class="panel">${outcome(reader, taken)}<p><a href="/console/bundles">${say(reader, "back")}</a></p></div>`,
  );

/** A code for a desk without a network, shown once, and the file that goes with it. */
export const carriedCodePage = (
  reader: Reader,
  { code, bureau, name }: { readonly code: string; readonly bureau: string; readonly name: string },
): string =>
  page(
    reader,
    name,
    html`<div class="panel"><p>${say(reader, "carriedNote")}</p><p class="code">${code}</p>${form(
      reader,
      "/console/bundles/enrol",
      html`<input type="hidden" name="code" value="${code}"><input type="hidden" name="bureau" value="${bureau}"><button>${say(reader, "enrolFile")}</button>`,
    )}<p><a href="/console/bundles">${say(reader, "back")}</a></p></div>`,
  );
