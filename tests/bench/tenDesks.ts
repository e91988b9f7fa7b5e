import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { ROOT } from "../../build/runScript.mjs";
import { assert } from "../../shared/kernel/assert.ts";
import { LOGIN, PASSWORD } from "../faults/desk/aCase.ts";
import type { DeskPage, Ground } from "../faults/desk/aDeskPage.ts";
import { watchPulse } from "../faults/desk/page/pulse.ts";
import { anOffice, does, forEach, type Office, untilOne } from "../faults/desk/tenDesks/office.ts";
import type { Weeks } from "../faults/desk/tenDesks/weeks.ts";
import { type ProcessorTimes, processorTimes } from "./processorTimes.ts";
import { trafficOf } from "./traffic.ts";
import { processorOf, untilSettled } from "./untilSettled.ts";

const WEEKS: Weeks = {
  desks: Number(process.env.LAD_BENCH_DESKS ?? 10),
  ops: Number(process.env.LAD_BENCH_WEEKS_OPS ?? 2200),
  conflicts: Number(process.env.LAD_BENCH_CONFLICTS ?? 400),
  seed: 29,
};
/** More conflicts than there are. */
const ALL = 1_000_000;
/** A person looks at a page that has just come; what it still does meanwhile counts. */
const LOOKING_MS = 3000;
const PATIENCE_MS = 30 * 60_000;
const say = (what: string): void => void process.stderr.write(`  … ${what}\n`);
const seconds = (since: number): number => (performance.now() - since) / 1000;

/** Runs in the page: whether nothing of its own waits any more, and how far it has read the book. */
const standing = async (): Promise<{ readonly unsent: number; readonly seq: number }> => {
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const name = (await indexedDB.databases())
    .map((each) => each.name ?? "")
    .find((each) => /^desk\./.test(each));
  const db = await answer(indexedDB.open(name ?? ""));
  const stores = db.transaction(["ops", "meta"]);
  const unsent = await answer(stores.objectStore("ops").index("[feed+waiting]").count());
  const cursor = await answer(stores.objectStore("meta").get("cursor"));
  db.close();
  return { unsent, seq: (cursor as { value: { seq: number } }).value.seq };
};

/** The product's own page at the place of the bench's, as an update of the app brings it; what was loaded stays there. */
const layOver = (pageFolder: string): void =>
  cpSync(join(ROOT, "dist/desk"), pageFolder, { recursive: true });

const signIn = async (page: Page): Promise<void> => {
  await page.goto(new URL("/", page.url()).href);
  await page.getByLabel("登录名").fill(LOGIN);
  await page.getByLabel("密码").fill(PASSWORD);
  await page.getByRole("button", { name: "登录" }).click();
  await page
    .getByRole("region", { name: "待办与期限" })
    .getByText(/放假安排|未录入/)
    .first()
    .waitFor({ timeout: PATIENCE_MS });
};

type Watched = {
  readonly longest_task_ms: number;
  readonly latest_beat_ms: number;
  readonly page_cpu_s: number;
};

/** What happens to the thread of a page while something goes on. */
const watched = async (page: Page, work: () => Promise<unknown>): Promise<Watched> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const before = await processorOf(session);
  const pulse = await page.evaluateHandle(watchPulse);
  await work();
  const { longestTaskMs, latestBeatMs } = await pulse.evaluate((read) => read());
  return {
    longest_task_ms: longestTaskMs,
    latest_beat_ms: latestBeatMs,
    page_cpu_s: (await processorOf(session)) - before,
  };
};

/** The desk that comes back last, on the product's own page with the dashboard open; then it opens the page of conflicts. */
const comesBackLast = async ({ page }: DeskPage, until: number) => {
  const line = "**/center/**";
  await page().route(line, (route) => route.abort());
  await signIn(page());
  await untilSettled(page());
  const traffic = trafficOf(page());
  const begun = performance.now();
  const drain = await watched(page(), async () => {
    await page().unroute(line);
    await page().evaluate(() => dispatchEvent(new Event("focus")));
    for (
      let at = await page().evaluate(standing);
      at.unsent > 0 || at.seq < until;
      at = await page().evaluate(standing)
    )
      await page().waitForTimeout(500);
  });
  const drained = seconds(begun);
  const opened = performance.now();
  let shown = Number.NaN;
  const conflicts = await watched(page(), async () => {
    await page().evaluate(() => location.assign("#/disputes"));
    await page().locator("main").getByText("号工位记").first().waitFor({ timeout: PATIENCE_MS });
    shown = seconds(opened);
    await page().waitForTimeout(LOOKING_MS);
  });
  return { drained, drain, traffic, conflicts, shown };
};

const spent = (from: ProcessorTimes, to: ProcessorTimes): ProcessorTimes => ({
  browsers: to.browsers - from.browsers,
  hosts: to.hosts - from.hosts,
  database: to.database - from.database,
  self: to.self - from.self,
});

/** Every conflict of the book once on this desk; throws otherwise. */
const conflictsOn = async ({ call }: DeskPage, { told }: Office): Promise<number> => {
  const cards = await call("conflicts", ALL);
  const found = cards.flatMap(({ id, view }) => view.conflicts.map(({ f }) => `${id} ${f}`));
  assert(new Set(found).size === found.length, "a conflict is there twice");
  assert(
    found.length === told.disputed.length,
    `${found.length} conflicts instead of ${told.disputed.length}`,
  );
  return found.length;
};

/**
 * Ten desks of one bureau after three weeks without a line: nine come back at once, the tenth last and on the product's
 * own page. Real hosts in processes of their own, real browsers, a real center on PostgreSQL. Throws where anything is
 * lost, twice or different anywhere.
 */
export const benchTenDesks = async (ground: Ground): Promise<Readonly<Record<string, number>>> => {
  const pageFolder = mkdtempSync(join(tmpdir(), "lad-bench-ten-"));
  cpSync(ground.pageFolder, pageFolder, { recursive: true });
  const office = await anOffice({ ...ground, pageFolder }, WEEKS);
  try {
    const [last, ...others] = office.desks as readonly [DeskPage, ...DeskPage[]];
    say("all have the shared files");
    const wrote = performance.now();
    await forEach(office.desks, (desk, at) => does(desk, office.told.of[at] ?? []));
    const writing = seconds(wrote);
    say("all have written");
    const traffics = others.map(({ page }) => trafficOf(page()));
    const [before, begun] = [processorTimes(), performance.now()];
    for (const { call } of others) await call("sync");
    await untilOne(office, others);
    const [nine, spentByNine] = [seconds(begun), spent(before, processorTimes())];
    for (const { call } of others) await call("stopSync");
    const { cursor } = (await others[0]?.call("meta")) ?? { cursor: { seq: 0 } };
    say(`nine drained in ${nine.toFixed(1)} s`);
    layOver(pageFolder);
    const tenth = await comesBackLast(last, cursor.seq + WEEKS.ops);
    say(`the tenth drained in ${tenth.drained.toFixed(1)} s`);
    cpSync(ground.pageFolder, pageFolder, { recursive: true });
    await last.page().goto(new URL("/", last.page().url()).href);
    await last.page().waitForFunction(() => "bench" in window);
    await last.call("signIn", LOGIN, PASSWORD);
    await last.call("openDesk");
    for (const { call } of office.desks) await call("sync");
    await untilOne(office, office.desks);
    const conflicts = await Promise.all(office.desks.map((desk) => conflictsOn(desk, office)));
    const pushed = WEEKS.ops * others.length;
    const pulled = pushed * others.length;
    return {
      desks: WEEKS.desks,
      ops_each: WEEKS.ops,
      conflicts: conflicts[0] ?? 0,
      state_hashes: 1,
      written_ops_per_s: (WEEKS.ops * WEEKS.desks) / writing,
      nine_drained_s: nine,
      nine_booked_ops_per_s: pushed / nine,
      nine_taken_ops_per_s: pulled / nine,
      push_bytes_per_op: traffics.reduce((sum, { sent }) => sum + sent, 0) / pushed,
      pull_bytes_per_op: traffics.reduce((sum, { received }) => sum + received, 0) / pulled,
      nine_browsers_cpu_s: spentByNine.browsers,
      nine_hosts_cpu_s: spentByNine.hosts,
      center_database_cpu_s: spentByNine.database,
      center_and_driver_cpu_s: spentByNine.self,
      tenth_drained_s: tenth.drained,
      tenth_ops_per_s: (pushed + WEEKS.ops) / tenth.drained,
      tenth_longest_task_ms: tenth.drain.longest_task_ms,
      tenth_latest_beat_ms: tenth.drain.latest_beat_ms,
      tenth_page_cpu_s: tenth.drain.page_cpu_s,
      conflicts_page_s: tenth.shown,
      conflicts_longest_task_ms: tenth.conflicts.longest_task_ms,
      load_average: loadavg()[0] ?? Number.NaN,
    };
  } finally {
    await office.end();
    rmSync(pageFolder, { recursive: true, force: true });
  }
};
