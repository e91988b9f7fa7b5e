import { useEffect, useState } from "react";
import type { Day } from "../../shared/kernel/day.ts";
import { dayOf, instantOfMs } from "../../shared/kernel/instant.ts";
import { useDesk } from "../data/deskContext.ts";

/** How often the screen asks whether midnight has passed; nothing else ticks. */
const ASK_MS = 60_000;

/** The civil day at the bureau; asked again when the window comes to the front and once a minute. */
export const useToday = (): Day => {
  const { wallMs } = useDesk();
  const [today, setToday] = useState(() => dayOf(instantOfMs(wallMs())));
  useEffect(() => {
    const ask = (): void => setToday(dayOf(instantOfMs(wallMs())));
    const timer = setInterval(ask, ASK_MS);
    window.addEventListener("focus", ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", ask);
    };
  }, [wallMs]);
  return today;
};
