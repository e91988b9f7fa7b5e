import type { CDPSession, Page } from "@playwright/test";

const LOOK_MS = 1000;
/** Seconds of processor in a second of rest, and how many such seconds in a row mean that nothing is going on. */
const RESTING = 0.15;
const IN_A_ROW = 8;
const PATIENCE = 1800;

/** Processor time of the page's own process so far, in seconds. */
export const processorOf = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "ProcessTime")?.value ?? Number.NaN;
};

/** Runs in the page: whether rows of its history are still to be stored; a busy machine rests in between. */
const isStoring = async (): Promise<boolean> => {
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const name = (await indexedDB.databases())
    .map((each) => each.name ?? "")
    .find((each) => /^desk\./.test(each));
  const db = await answer(indexedDB.open(name ?? ""));
  const row = (await answer(db.transaction("meta").objectStore("meta").get("opsLater"))) as
    | { readonly value: { readonly n: number; readonly to: number } }
    | undefined;
  db.close();
  return row !== undefined && row.value.n < row.value.to;
};

/** Waits until the page does nothing any more behind its screen; answers after how many seconds. */
export const untilSettled = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  let before = await processorOf(session);
  for (let [second, quiet] = [0, 0]; second < PATIENCE; second += 1) {
    await page.waitForTimeout(LOOK_MS);
    const now = await processorOf(session);
    quiet = now - before < RESTING ? quiet + 1 : 0;
    before = now;
    if (quiet < IN_A_ROW) continue;
    if (!(await page.evaluate(isStoring))) return second - quiet;
    quiet = 0;
  }
  throw new Error("the page did not come to rest");
};
