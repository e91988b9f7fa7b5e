import type { CDPSession, Page } from "@playwright/test";

const LOOK_MS = 1000;
/** Seconds of processor in a second of rest, and how many such seconds in a row mean that nothing is going on. */
const RESTING = 0.15;
const IN_A_ROW = 8;
const PATIENCE = 600;

/** Processor time of the page's own process so far, in seconds. */
export const processorOf = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "ProcessTime")?.value ?? Number.NaN;
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
    if (quiet === IN_A_ROW) return second - IN_A_ROW;
  }
  throw new Error("the page did not come to rest");
};
