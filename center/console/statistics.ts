import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { dayOf, instantOfMs } from "../../shared/kernel/instant.ts";
import { calendarWith, parametersWith, publishedFrom } from "../../shared/law/publications.ts";
import { viewOf } from "../../shared/ops/view.ts";
import { INDICATORS } from "../../shared/statistics/indicators.ts";
import { type Period, periodAt, periodBefore, periodNamed } from "../../shared/statistics/period.ts";
import { type SumLine, sumOf, valuesOf } from "../../shared/statistics/sumOf.ts";
import { tabulate } from "../../shared/statistics/tabulate.ts";
import { allStates } from "../book/project.ts";
import type { Center } from "../context.ts";
import type { Tx } from "../db/database.ts";
import { type Gate, sendPage } from "./gate.ts";
import { bureauRows } from "./queries.ts";
import { messagePage } from "./signInPages.ts";
import { statisticsPage } from "./statisticsPage.ts";

const asked = z.object({
  bureau: z
    .string()
    .regex(/^[0-9a-zA-Z-]{0,64}$/)
    .default(""),
  period: z.string().max(8).default(""),
});

type Asked = { readonly bureau: string; readonly period: Period; readonly nowMs: number };

/** One bureau's figures from the center's projection: the same table, law and parameters as on its desks. */
const linesOf = async (tx: Tx, { bureau, period, nowMs }: Asked): Promise<readonly SumLine[]> => {
  const views = (await allStates(tx, bureau)).map(viewOf);
  const today = dayOf(instantOfMs(nowMs));
  const text = views.find(({ t }) => t === "bureau")?.facts.parameters;
  const published = publishedFrom(views.filter(({ t }) => t === "publication").map(({ facts }) => facts));
  const parameters = parametersWith(published, typeof text === "string" ? text : undefined, today);
  const law = { calendar: calendarWith(published), parameters, today };
  return valuesOf(tabulate(views, period, { indicators: INDICATORS, law }));
};

const viewFor = async (tx: Tx, { bureau, period, nowMs }: Asked) => {
  const rows = await bureauRows(tx, bureau === "" ? undefined : bureau);
  if (bureau !== "" && rows.length === 0) return undefined;
  const tables: (readonly SumLine[])[] = [];
  // one after another: the records of one bureau are enough to hold in memory
  for (const row of rows) tables.push(await linesOf(tx, { bureau: row.bureau, period, nowMs }));
  return { bureau, period, name: bureau === "" ? "" : (rows[0]?.name ?? bureau), lines: sumOf(tables) };
};

/** `/console/statistics`: of the province, or with `bureau` of one bureau; `period` as it is stored, the last quarter otherwise. */
export const statisticsRoutes = (app: FastifyInstance, { db, now }: Center, gate: Gate): void => {
  app.get("/console/statistics", async (request, reply) => {
    const reader = gate.readerOf(request);
    const query = asked.safeParse(request.query);
    if (!query.success) return sendPage(reply, messagePage(reader, "notFound"), 404);
    const nowMs = now();
    const last = periodBefore(periodAt("quarter", dayOf(instantOfMs(nowMs))));
    const { bureau, period } = query.data;
    const view = await db.inReport((tx) =>
      viewFor(tx, { bureau, period: periodNamed(period) ?? last, nowMs }),
    );
    return view === undefined
      ? sendPage(reply, messagePage(reader, "notFound"), 404)
      : sendPage(reply, statisticsPage(reader, view));
  });
};
