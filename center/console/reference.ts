import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import { isDay } from "../../shared/kernel/day.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { PARAMETERS, type ParameterName, parameterRow } from "../../shared/law/parameters.ts";
import { checkCalendar } from "../../shared/law/publications.ts";
import { checkSettings } from "../../shared/law/readParameters.ts";
import type { Center } from "../context.ts";
import { type Publication, publications, publish, publishMissing } from "../reference/publish.ts";
import { fieldsOf, type Gate, sendPage } from "./gate.ts";
import { publishedPage, referencePage } from "./referencePages.ts";
import { messagePage } from "./signInPages.ts";

type Fields = Readonly<Record<string, string>>;

const docNo = z.string().trim().max(60);
const lines = (text = ""): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
/** "2027-01-01 2027-01-03" is a run of days, "2027-05-01" one day. */
const rangeOf = (line: string): readonly [string, string] => {
  const [first = "", last = first] = line.split(/[\s,、至–—]+/);
  return [first, last];
};

const calendarOf = ({
  year = "",
  rest,
  work,
  coversUntil = "",
  docNo: no = "",
}: Fields): Result<Publication> => {
  const table = { year: Number(year), coversUntil, rest: lines(rest).map(rangeOf), work: lines(work) };
  const checked = checkCalendar(table);
  const number = docNo.safeParse(no);
  if (!checked.ok) return checked;
  if (!number.success) return refuse("value-invalid");
  return done({ kind: "CALENDAR", docNo: number.data, body: JSON.stringify(checked.value) });
};

const FLAGS: Readonly<Record<string, boolean>> = {
  是: true,
  yes: true,
  true: true,
  否: false,
  no: false,
  false: false,
};
const typedValue = (name: ParameterName, text: string): Json => {
  const { unit } = parameterRow(name);
  if (unit === "flag") return FLAGS[text] ?? text;
  return unit === "code" || unit === "template" ? text : Number(text === "" ? Number.NaN : text);
};
const isName = (name: string): name is ParameterName => Object.hasOwn(PARAMETERS, name);

const parameterOf = ({ name = "", value = "", from = "", docNo: no = "" }: Fields): Result<Publication> => {
  if (!isName(name) || !isDay(from)) return refuse("value-invalid");
  const setting = { name, from, value: typedValue(name, value.trim()) };
  const checked = checkSettings([setting]);
  const number = docNo.safeParse(no);
  if (!checked.ok) return refuse("value-invalid", undefined, value);
  if (!number.success) return refuse("value-invalid");
  return done({ kind: "PARAMETER", docNo: number.data, body: JSON.stringify(setting) });
};

const READERS: Readonly<Record<string, (fields: Fields) => Result<Publication>>> = {
  calendar: calendarOf,
  parameter: parameterOf,
};

/** Holidays and parameters that the province publishes; they reach every desk with its book, by network or by stick. */
export const referenceRoutes = (app: FastifyInstance, center: Center, gate: Gate): void => {
  app.get("/console/reference", async (request, reply) => {
    await publishMissing(center);
    return sendPage(reply, referencePage(gate.readerOf(request), await publications(center)));
  });
  app.post("/console/reference/:kind", async (request, reply) => {
    const reader = gate.readerOf(request);
    const { kind = "" } = request.params as { readonly kind?: string };
    const read = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined;
    if (read === undefined) return sendPage(reply, messagePage(reader, "notFound"), 404);
    const publication = read(fieldsOf(request));
    const count = publication.ok ? await publish(center, publication.value) : 0;
    const page = publishedPage(reader, publication, count);
    return sendPage(reply, page, publication.ok && count > 0 ? 200 : 400);
  });
};
