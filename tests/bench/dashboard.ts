import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { launchArgs } from "../../build/browsers.mjs";
import { must, openHeadlessDesk } from "../../build/demo/headlessDesk.ts";
import { person } from "../../build/demo/people.ts";
import { PLOTS } from "../../build/demo/plots.ts";
import { createHost } from "../../host/machine.ts";
import { openRecord } from "../../shared/commands/openRecord.ts";
import { recordRow } from "../../shared/commands/recordRow.ts";
import { takeStep } from "../../shared/commands/takeStep.ts";
import { plusDays } from "../../shared/kernel/day.ts";
import { dayOf, instantOfMs } from "../../shared/kernel/instant.ts";
import type { Role } from "../../shared/workflow/stepRule.ts";
import { aLaw } from "../builders/scene.ts";
import { freePort, startHost } from "../e2e/fixtures/hostProcess.ts";
import type { Ground } from "../faults/desk/aDeskPage.ts";
import { median } from "./median.ts";
import { untilSettled } from "./untilSettled.ts";

const CASES = Number(process.env.LAD_BENCH_CASES ?? 10_000);
/** Openings measured of each desk; the first opening builds the browser's database and is told apart. */
const OPENINGS = 5;
/** People are spread over this many days, so that some of every urgency exist. */
const SPREAD_DAYS = 200;
const LOGIN = "bench";
const PASSWORD = "correct horse battery";
const ROLES: readonly Role[] = ["SYSADMIN", "CLERK", "EXAMINER", "HEAD"];
/** A year of a busy county is replayed within this, on a slow machine that does other things too. */
const FIRST_BUILD_MS = 30 * 60_000;
const noPrinter = {
  pdf: () => Promise.reject(new Error("nothing is printed")),
  close: async () => undefined,
};

/** A desk's folder with a founded bureau and `cases` received applications, made by the product's own commands. */
const makeFolder = async (cases: number): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), "lad-bench-desk-"));
  const { host, close } = must(
    await createHost({ folder, version: "0.1.0", shell: "browser", printer: noPrinter, minFreeBytes: 0 }),
    "host",
  );
  const profile = { login: LOGIN, password: PASSWORD, staffName: "和志强", deskName: "一号工位" };
  const { session } = must(await host["desk.setUp"](profile), "set-up");
  const desk = openHeadlessDesk(host);
  const now = instantOfMs(Date.now());
  const scene = {
    actor: { id: session.staffId, name: "和志强", roles: ROLES, section: "" },
    now,
    law: aLaw(),
  };
  const open = (t: string, id: string, facts: object) =>
    desk.perform(openRecord, { t, id, input: { facts: facts as never } }, scene);
  must(
    await open("staff", session.staffId, { name: "和志强", login: LOGIN, roles: ROLES, isActive: true }),
    "staff",
  );
  must(await open("bureau", session.bureau, { name: "甲县司法局", shortName: "甲" }), "bureau");
  const plots = Object.values(PLOTS);
  for (let at = 0; at < cases; at += 1) {
    const plot = plots[at % plots.length] as (typeof plots)[number];
    const { birthOn, ...who } = person(at, { ...plot.person, year: 2026 });
    const day = plusDays(dayOf(now), -(at % SPREAD_DAYS));
    const id = `case-${String(at).padStart(8, "0")}`;
    const facts = {
      ...plot.facts,
      origin: "APPLICATION",
      personName: who.name,
      certType: "ID",
      certNo: who.certNo,
      sex: who.sex,
      birthOn,
      phone: who.phone,
      consentSignedOn: day,
    };
    must(await open("aidFile", id, facts), id);
    must(
      await desk.perform(
        recordRow,
        { t: "aidFile", id, input: { f: "materials", row: { kind: "FORM", title: "申请表", copies: 1 } } },
        scene,
      ),
      id,
    );
    must(
      await desk.perform(
        takeStep,
        { t: "aidFile", id, input: { step: "receive", facts: { receivedAt: `${day}T00:01` } } },
        scene,
      ),
      id,
    );
  }
  await close();
  return folder;
};

type Opening<More> = {
  readonly first: number;
  readonly later: number;
  readonly more: More | undefined;
  /** Seconds after the first dashboard until the history was stored and the views were bound; 0 where not waited for. */
  readonly settled: number;
};
/** Who opens the desk, and what else is to be looked at in the last opening. */
type Opener<More> = {
  readonly login: string;
  readonly password: string;
  readonly inLast?: (page: Page) => Promise<More>;
};

/** Seconds from pressing sign-in to a dashboard that shows what is due, over several openings of a fresh browser. */
export const openings = async <More = never>(
  folder: string,
  browserPath: string,
  { login, password, inLast }: Opener<More> = { login: LOGIN, password: PASSWORD },
): Promise<Opening<More>> => {
  const profile = mkdtempSync(join(tmpdir(), "lad-bench-profile-"));
  const host = await startHost(folder, await freePort());
  const port = Number(new URL(host.origin).port);
  await host.stop();
  const seconds: number[] = [];
  let [more, settled]: [More | undefined, number] = [undefined, 0];
  for (let round = 0; round <= OPENINGS; round += 1) {
    const running = await startHost(folder, port);
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: browserPath,
      args: [...launchArgs()],
      headless: true,
      viewport: { width: 1366, height: 768 },
      locale: "zh-CN",
    });
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(running.entry);
    await page.getByLabel("登录名").fill(login);
    await page.getByLabel("密码").fill(password);
    const begun = Date.now();
    await page.getByRole("button", { name: "登录" }).click();
    const due = page.getByRole("region", { name: "待办与期限" });
    await due
      .getByText(/放假安排|未录入/)
      .first()
      .waitFor({ timeout: FIRST_BUILD_MS });
    seconds.push((Date.now() - begun) / 1000);
    // what the first opening still does behind the dashboard is not the work of the screens looked at later
    if (round === 0 && inLast !== undefined) settled = await untilSettled(page);
    if (round === OPENINGS) more = await inLast?.(page);
    await context.close();
    await running.stop();
  }
  rmSync(profile, { recursive: true, force: true });
  return { first: seconds[0] ?? Number.NaN, later: median(seconds.slice(1)), more, settled };
};

/** What ten thousand cases cost when the desk is opened, against the same desk without a case. */
export const benchDashboard = async ({ browserPath }: Ground): Promise<Readonly<Record<string, number>>> => {
  const folders = [await makeFolder(0), await makeFolder(CASES)] as const;
  const empty = await openings(folders[0], browserPath);
  const full = await openings(folders[1], browserPath);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  return {
    empty_s: empty.later,
    full_s: full.later,
    full_first_build_s: full.first,
    cases: CASES,
    ratio: full.later / empty.later,
  };
};
