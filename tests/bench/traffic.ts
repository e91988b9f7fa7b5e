import type { Page } from "@playwright/test";

/** Body bytes on a page's way to the center, packed as they travel. */
export type Traffic = { sent: number; received: number };

/** Counts from now on what the page pushes and pulls. */
export const trafficOf = (page: Page): Traffic => {
  const traffic: Traffic = { sent: 0, received: 0 };
  page.context().on("requestfinished", async (request) => {
    if (!request.url().includes("/center/v1/pu")) return;
    const sizes = await request.sizes();
    traffic.sent += sizes.requestBodySize;
    traffic.received += sizes.responseBodySize;
  });
  return traffic;
};
