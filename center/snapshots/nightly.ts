import type { Center } from "../context.ts";

const HOUR_MS = 3_600_000;
/** Hours ahead of UTC: one time zone for the whole country. */
const CHINA = 8;
/** From two to five in the morning nobody waits for the center. */
const NIGHT = { from: 2, to: 5 } as const;

/** True at night in China. */
export const isNight = (ms: number): boolean => {
  const hour = new Date(ms + CHINA * HOUR_MS).getUTCHours();
  return hour >= NIGHT.from && hour < NIGHT.to;
};

/** Looks every hour and, at night, makes what is old anew; ends when the returned function is called. */
export const everyNight = ({ now, log }: Center, refresh: () => Promise<void>): (() => void) => {
  const look = (): void => {
    if (!isNight(now())) return;
    refresh().catch((cause: { code?: string }) => {
      log.warn({ code: cause.code ?? "" }, "snapshot.night");
    });
  };
  const timer = setInterval(look, HOUR_MS).unref();
  return () => clearInterval(timer);
};
