import type { DeskPage } from "./aDeskPage.ts";

const TRIES = 600;
const PAUSE_MS = 100;

/** Waits until the desk itself says that both sides have everything; fails with what it said last. */
export const untilProven = async ({ call }: DeskPage, since = Date.now()): Promise<void> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { provenAt, unsent } = await call("figures");
    if (provenAt > since && unsent === 0) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(
    `not proven: ${JSON.stringify([await call("lastReport"), await call("troubles"), await call("figures")])}`,
  );
};
