import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { launchArgs } from "../../build/browsers.mjs";
import { countingLine, type Traffic } from "./countingLine.ts";
import type { CaseRecord, Edit } from "./page/engine.ts";

/** One installation of an engine: a browser of its own, a database of its own. */
export type Client = {
  readonly fill: (records: readonly CaseRecord[]) => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly edit: (edits: readonly Edit[]) => Promise<void>;
  /** What its screens show of a record without asking for revisions. */
  readonly shown: (id: string) => Promise<string>;
  readonly count: () => Promise<number>;
  readonly traffic: Traffic;
  readonly end: () => Promise<void>;
};
/** An engine with its server. */
export type Contestant = {
  readonly name: string;
  readonly client: () => Promise<Client>;
  readonly end: () => Promise<void>;
};

const CHUNK = 1000;
export const inChunks = async <T>(items: readonly T[], work: (chunk: readonly T[]) => Promise<unknown>) => {
  for (let at = 0; at < items.length; at += CHUNK) await work(items.slice(at, at + CHUNK));
};

/** A rival in a browser of its own. */
export const rivalClient = async (
  name: "pouch" | "rx",
  { url, browserPath }: { readonly url: string; readonly browserPath: string },
): Promise<Client> => {
  const profile = mkdtempSync(join(tmpdir(), "rivals-profile-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath,
    args: [...launchArgs()],
    headless: true,
  });
  const line = await countingLine(url);
  const page: Page = context.pages()[0] ?? (await context.newPage());
  await page.goto(line.url);
  await page.waitForFunction(() => "rivals" in window);
  const call = <R>(method: string, input: readonly unknown[] = []): Promise<R> =>
    page.evaluate(
      ([engine, each, all]) =>
        (window as unknown as Record<string, never>).rivals[engine as never][each as never](
          ...(all as never),
        ),
      [name, method, input] as const,
    );
  await call("open");
  return {
    fill: (records) => inChunks(records, (chunk) => call("fill", [chunk])),
    sync: () => call("sync"),
    edit: (edits) => call("edit", [edits]),
    shown: (id) => call("shown", [id]),
    count: () => call("count"),
    traffic: line.traffic,
    end: async () => {
      line.end();
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
};
