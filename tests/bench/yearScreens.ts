import type { Page } from "@playwright/test";
import { processorOf } from "./untilSettled.ts";

/** Longer than a clerk would wait: what takes so long has failed. */
const PATIENCE_MS = 120_000;
/** After signing in nobody is faster than this at a second screen; meanwhile the desk opens ahead what counts weigh. */
const THINKING_MS = 10_000;

type Screen = {
  readonly name: string;
  /** Begins it: an address, or what a hand does. */
  readonly go: (page: Page, fileId: string) => Promise<unknown>;
  /** Something that is there only with the answer. */
  readonly ready: (page: Page) => Promise<unknown>;
};

const at =
  (address: string) =>
  (page: Page, fileId: string): Promise<unknown> =>
    page.evaluate((hash) => location.assign(hash), `#/${address.replace("ID", fileId)}`);
const shows = (selector: string, nth: number) => (page: Page) =>
  page.locator(selector).nth(nth).waitFor({ timeout: PATIENCE_MS });
const says = (text: RegExp) => (page: Page) =>
  page.locator("main").getByText(text).first().waitFor({ timeout: PATIENCE_MS });

// biome-ignore format: a table is read by columns
const SCREENS: readonly Screen[] = [
  { name: "statistics",       go: at("statistics/2026-Y1"), ready: says(/用时/) },
  { name: "files",            go: at("files"),              ready: shows('main a[href*="#/file/"]', 3) },
  { name: "statistics_again", go: at("statistics/2026-Y1"), ready: says(/用时/) },
  { name: "consultations",    go: at("consultations"),      ready: shows('main a[href*="#/consultations/"]', 3) },
  { name: "intake_list",      go: at("intake"),             ready: shows('main a[href*="#/intake/"]', 0) },
  { name: "intake",           go: (page) => page.locator('main a[href*="#/intake/"]').first().click(), ready: shows("main input", 0) },
  { name: "assignment",       go: at("assignment/ID"),      ready: says(/已检索近/) },
  { name: "ledger",           go: at("ledger"),             ready: shows("main tbody tr", 8) },
  { name: "search",           go: async (page) => { await at("search")(page, ""); await page.locator("main input").first().fill("wang"); }, ready: shows('main li a, main a[href*="#/file/"]', 1) },
];

/** Runs in the page: a case that waits to be assigned, or any. Ids stand in the database in clear. */
const caseToAssign = async (): Promise<string> => {
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const name = (await indexedDB.databases())
    .map((each) => each.name ?? "")
    .find((each) => /^desk\./.test(each));
  const db = await answer(indexedDB.open(name ?? ""));
  const records = db.transaction("records").objectStore("records");
  const from = (start: string) =>
    answer(records.index("stages").getAllKeys(IDBKeyRange.bound(start, `${start}\uffff`), 1));
  const [found] = [...(await from("aidFile/notice/noticeChecked/")), ...(await from("aidFile/"))];
  db.close();
  return String((found as readonly string[] | undefined)?.[1]);
};

/**
 * How long each screen of a signed-in desk lets a clerk wait, and the processor time of its page meanwhile, in seconds: on
 * a machine that does other things too the second is what the product is answerable for.
 */
export const screenTimes = async (page: Page): Promise<Readonly<Record<string, number>>> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const fileId = await page.evaluate(caseToAssign);
  await page.waitForTimeout(THINKING_MS);
  const times: Record<string, number> = {};
  for (const { name, go, ready } of SCREENS) {
    const [begun, before] = [performance.now(), await processorOf(session)];
    await go(page, fileId);
    await ready(page);
    times[`${name}_s`] = (performance.now() - begun) / 1000;
    times[`${name}_cpu_s`] = (await processorOf(session)) - before;
  }
  return times;
};

/**
 * Runs in the page: how long the same records take that are only put, in seconds; no journal, no fold, no cipher, no
 * index. What a first build cannot be faster than.
 */
export const rawRecords = async (): Promise<{ readonly count: number; readonly seconds: number }> => {
  const SAMPLE = 500;
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const name = (await indexedDB.databases())
    .map((each) => each.name ?? "")
    .find((each) => /^desk\./.test(each));
  const db = await answer(indexedDB.open(name ?? ""));
  const records = db.transaction("records").objectStore("records");
  const count = await answer(records.count());
  const sample = (await answer(records.getAll(null, SAMPLE))) as readonly { readonly sealed: Uint8Array }[];
  db.close();
  const opening = indexedDB.open("raw-records", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("rows", { keyPath: "id" });
  const raw = await answer(opening);
  const begun = performance.now();
  for (let at = 0; at < count; at += SAMPLE) {
    const transaction = raw.transaction("rows", "readwrite", { durability: "strict" });
    const rows = transaction.objectStore("rows");
    for (const [index, { sealed }] of sample.slice(0, count - at).entries())
      rows.put({ id: at + index, sealed });
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  }
  const seconds = (performance.now() - begun) / 1000;
  raw.close();
  await answer(indexedDB.deleteDatabase("raw-records"));
  return { count, seconds };
};
