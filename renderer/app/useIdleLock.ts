import { useEffect } from "react";
import { lockMinutes } from "../ui/lockMinutes.ts";
import { lockNow } from "./lockNow.ts";

const MINUTE_MS = 60_000;
/** How often idleness is looked at; also after the machine slept, when timers stood still. */
const LOOK_MS = 15_000;
const HANDS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

/** Locks after the set minutes without a hand on the machine, sleep and hidden window included. */
export const useIdleLock = (): void => {
  useEffect(() => {
    let last = Date.now();
    let isLocking = false;
    const touched = (): void => {
      if (Date.now() - last < lockMinutes() * MINUTE_MS) last = Date.now();
      else look();
    };
    const look = (): void => {
      if (isLocking || Date.now() - last < lockMinutes() * MINUTE_MS) return;
      isLocking = true;
      void lockNow();
    };
    const timer = setInterval(look, LOOK_MS);
    for (const name of HANDS) addEventListener(name, touched, { passive: true, capture: true });
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      for (const name of HANDS) removeEventListener(name, touched, { capture: true });
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
};
