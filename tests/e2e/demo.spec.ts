import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { CASE_ROWS } from "../../build/demo/cases.ts";
import { DEMO_PASSWORD } from "../../build/demo/staff.ts";
import { Clerk } from "./cases/clerk.ts";
import { freePort } from "./fixtures/hostProcess.ts";
import { ConsolePage } from "./pages/consolePage.ts";
import { silentControls } from "./pages/silentControls.ts";

const ROOT = join(import.meta.dirname, "../..");
/** PostgreSQL is made, nine passwords are hashed and thirty cases are written, on two loaded cores. */
const MAKE_MS = 240_000;
const END_MS = 60_000;

type Demo = {
  readonly url: string;
  readonly took: number;
  readonly said: { readonly out: string; readonly err: string };
  readonly end: () => Promise<number | null>;
};
type Ports = { readonly folder: string; readonly port: number; readonly centerPort: number };

/** `npm run demo` as somebody at a terminal starts it, and what it prints. */
const startDemo = async ({ folder, port, centerPort }: Ports, children: ChildProcess[]): Promise<Demo> => {
  const line = ["build/demo.mjs", "--no-open", "--shell", "browser", "--data", folder];
  const ports = ["--port", String(port), "--center-port", String(centerPort)];
  const startMs = performance.now();
  const child = spawn(process.execPath, [...line, ...ports], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const said = { out: "", err: "" };
  child.stderr.on("data", (part: Buffer) => (said.err += part.toString("utf8")));
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (part: Buffer) => {
      said.out += part.toString("utf8");
      if (said.out.includes("\n")) resolve();
    });
    child.once("exit", (code) => reject(new Error(`the demo ended with ${code}: ${said.err}`)));
  });
  const closed = once(child, "close").then(([code]) => code as number | null);
  await ready;
  const { url } = JSON.parse(said.out) as { readonly url: string };
  const end = (): Promise<number | null> => {
    child.kill("SIGTERM");
    return closed;
  };
  return { url, took: performance.now() - startMs, said, end };
};

/** Processes that still name the folder on their command line; where the system does not list them, none can be named. */
const leftIn = (folder: string): readonly string[] =>
  (existsSync("/proc/self/cmdline") ? readdirSync("/proc") : [])
    .filter((name) => /^\d+$/u.test(name) && existsSync(`/proc/${name}/cmdline`))
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")];
      } catch {
        // it ended while we looked
        return [];
      }
    })
    .filter((line) => line.includes(folder));

const isOpen = (url: string): Promise<boolean> =>
  fetch(url, { redirect: "manual" }).then(
    () => true,
    () => false,
  );

const test = base.extend<{ readonly ports: Ports; readonly children: ChildProcess[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
  ports: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "lad-demo-"));
    // PostgreSQL runs as a user of its own when we are root
    await chmod(folder, 0o711);
    await use({ folder, port: await freePort(), centerPort: await freePort() });
    await rm(folder, { recursive: true, force: true });
  },
  children: async ({ ports: _folderLast }, use) => {
    const children: ChildProcess[] = [];
    await use(children);
    for (const child of children.filter(
      ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
    )) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
  },
});

test("npm run demo: one line of JSON, an invented county to sign in to, a console, a clean end, and the same county again (issue 2, two commands)", async ({
  page,
  ports,
  children,
}) => {
  test.setTimeout(MAKE_MS + 2 * END_MS);
  const clerk = new Clerk(page);
  const due = page.getByRole("region", { name: "待办与期限" }).getByRole("link");
  const centerUrl = `http://127.0.0.1:${ports.centerPort}`;
  const first = await startDemo(ports, children);

  const listed =
    await test.step("the clerk of the terminal's list signs in and sees what is due", async () => {
      expect(first.said.err).toContain(DEMO_PASSWORD);
      expect(first.said.err).toMatch(/shell: browser, because /u);
      await page.goto(first.url);
      await clerk.signIn("zhou");
      await expect(due.first()).toBeVisible();
      expect(await due.count()).toBeGreaterThan(CASE_ROWS.length / 3);
      await clerk.seesSynced();
      await clerk.shoots("dashboard-demo-zh");
      return due.count();
    });

  await test.step("on every screen of the left column a switched-off button says why (issue 3)", async () => {
    const screens = page.getByRole("navigation").getByRole("link");
    expect(await screens.count()).toBeGreaterThan(8);
    for (const screen of await screens.all()) {
      await screen.click();
      await expect(screen).toHaveAttribute("aria-current", "page");
      await expect(page.getByText("正在打开…")).toBeHidden();
      expect(await silentControls(page), (await screen.textContent()) ?? "").toEqual([]);
    }
  });

  await test.step("the province's console opens with the same password and shows the bureau", async () => {
    const province = new ConsolePage(await page.context().newPage(), centerUrl);
    await province.signIn(DEMO_PASSWORD);
    await expect(await province.bureauLine("甲县司法局")).toBeVisible();
  });

  await test.step("SIGTERM ends desk, center and PostgreSQL", async () => {
    const postgres = Number(
      readFileSync(join(ports.folder, "center/pg/postmaster.pid"), "utf8").split("\n")[0],
    );
    expect(() => process.kill(postgres, 0)).not.toThrow();
    expect(await first.end()).toBe(0);
    expect(first.said.out.trim().split("\n")).toHaveLength(1);
    expect(() => process.kill(postgres, 0)).toThrow();
    expect(leftIn(ports.folder)).toEqual([]);
    expect(await isOpen(first.url)).toBe(false);
    expect(await isOpen(`${centerUrl}/health`)).toBe(false);
  });

  await test.step("a second run opens the same county without making one", async () => {
    const second = await startDemo(ports, children);
    expect(second.said.err).not.toContain("Making an invented county");
    expect(second.took).toBeLessThan(first.took);
    await page.goto(second.url);
    await clerk.signIn("zhou");
    await expect(due).toHaveCount(listed);
    expect(await second.end()).toBe(0);
    expect(leftIn(ports.folder)).toEqual([]);
  });
});
