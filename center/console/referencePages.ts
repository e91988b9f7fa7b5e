import { REFUSALS } from "../../shared/kernel/refusals.ts";
import type { Result } from "../../shared/kernel/result.ts";
import { PARAMETERS, type ParameterName, parameterRow } from "../../shared/law/parameters.ts";
import { publicationLine } from "../../shared/law/publications.ts";
import type { PublishedRow } from "../reference/publish.ts";
import { type Html, html } from "./html.ts";
import { form, localTime, page, type Reader, say } from "./layout.ts";
import type { Word } from "./words.ts";

type Asked = { readonly name: string; readonly text: Word; readonly type?: string };
const input = (reader: Reader, { name, text, type = "text" }: Asked): Html =>
  html`<label for="${name}">${say(reader, text)}</label><input id="${name}" name="${name}" type="${type}" maxlength="200" autocomplete="off">`;
const area = (reader: Reader, name: string, text: Word): Html =>
  html`<label for="${name}">${say(reader, text)}</label><textarea id="${name}" name="${name}" rows="6"></textarea>`;

const calendarForm = (reader: Reader): Html =>
  form(
    reader,
    "/console/reference/calendar",
    html`${input(reader, { name: "year", text: "year", type: "number" })}${input(reader, { name: "coversUntil", text: "coversUntil", type: "date" })}${area(reader, "rest", "restDays")}${area(reader, "work", "workDays")}<label for="docNo1">${say(reader, "docNo")}</label><input id="docNo1" name="docNo" type="text" maxlength="60" autocomplete="off"><button>${say(reader, "publishCalendar")}</button>`,
  );

/** Templates are long and a bureau's own; everything else is one value. */
const NAMES = (Object.keys(PARAMETERS) as ParameterName[]).filter(
  (name) => parameterRow(name).unit !== "template",
);

/** What may be entered, where it is not a number. */
const choicesOf = (reader: Reader, name: ParameterName): string => {
  const { unit, choices = [] } = parameterRow(name);
  const words = unit === "flag" ? [say(reader, "yes"), say(reader, "no")] : choices;
  return words.length === 0 ? "" : ` [${words.join(" / ")}]`;
};

const parameterForm = (reader: Reader): Html =>
  form(
    reader,
    "/console/reference/parameter",
    html`<label for="name">${say(reader, "parameterName")}</label><select id="name" name="name">${NAMES.map(
      (name) =>
        html`<option value="${name}">${parameterRow(name).label[reader.language]}${choicesOf(reader, name)}</option>`,
    )}</select>${input(reader, { name: "value", text: "parameterValue" })}${input(reader, { name: "from", text: "inForceFrom", type: "date" })}<label for="docNo2">${say(reader, "docNo")}</label><input id="docNo2" name="docNo" type="text" maxlength="60" autocomplete="off"><button>${say(reader, "publishParameter")}</button>`,
  );

const rowOf = (reader: Reader, { facts }: PublishedRow): Html =>
  html`<tr><td>${localTime(facts.publishedAt)}</td><td>${publicationLine(facts)[reader.language]}</td><td>${facts.docNo}</td></tr>`;

const listOf = (reader: Reader, rows: readonly PublishedRow[]): Html =>
  rows.length === 0
    ? html`<p class="soft">${say(reader, "none")}</p>`
    : html`<table><tr><th>${say(reader, "publishedAt")}</th><th>${say(reader, "publication")}</th><th>${say(reader, "docNo")}</th></tr>${rows.map((row) => rowOf(reader, row))}</table>`;

/** What was published, and the two forms to publish more. */
export const referencePage = (reader: Reader, rows: readonly PublishedRow[]): string =>
  page(
    reader,
    say(reader, "reference"),
    html`<p>${say(reader, "referenceNote")}</p>${listOf(reader, rows)}
<h2>${say(reader, "calendarOfYear")}</h2><div class="panel">${calendarForm(reader)}</div>
<h2>${say(reader, "parameter")}</h2><div class="panel">${parameterForm(reader)}</div>`,
  );

const outcome = (reader: Reader, publication: Result<unknown>, count: number): Html => {
  if (!publication.ok) {
    const { code, detail } = publication.refusal;
    return html`<p class="bad" role="alert">${REFUSALS[code][reader.language]}${detail === undefined ? "" : ` (${detail})`}</p>`;
  }
  return count === 0
    ? html`<p class="bad" role="alert">${say(reader, "noBureau")}</p>`
    : html`<p role="status">${say(reader, "publishedTo")} ${count}</p>`;
};

/** What became of a publication. */
export const publishedPage = (reader: Reader, publication: Result<unknown>, count: number): string =>
  page(
    reader,
    say(reader, "reference"),
    html`<div class="panel">${outcome(reader, publication, count)}<p><a href="/console/reference">${say(reader, "back")}</a></p></div>`,
  );
