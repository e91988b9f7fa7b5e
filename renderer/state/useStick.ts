import { useEffect, useState } from "react";
import type { HostOutput } from "../../shared/host/contract.ts";
import { useHostAnswer } from "./useHostAnswer.ts";

/** Slow enough for an old stick, quick enough for whoever has just plugged it in. */
const LOOK_MS = 4000;

/** The watched folder as the host sees it, looked at again and again while the screen is open. `turn`: look now. */
export const useStick = (turn: number): HostOutput<"bundle.stick"> | undefined => {
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setLooks((now) => now + 1), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  const answer = useHostAnswer("bundle.stick", {}, turn + looks);
  return answer?.ok === true ? answer.value : undefined;
};
