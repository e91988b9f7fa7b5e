import { useRef } from "react";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import { type UiPort, useUiPort } from "./port.tsx";

type Facts = { readonly [f: string]: Json };

/** What follows from an entry: the facts as they will be, and which of them were just entered. */
export type Derive<F> = (facts: F, changed: Facts) => Facts;

/**
 * The desk as a form sees it in which one entry brings others with it: they are recorded in the same op. Entries made
 * before the screen has caught up with the last one count too. Belongs to one record: a page of another is a new one.
 */
export const useDerivingPort = <F extends object>(facts: F, derive: Derive<F>): UiPort => {
  const port = useUiPort();
  const typed = useRef<Facts>({});
  return {
    ...port,
    saveFacts: (record, changed) => {
      typed.current = { ...typed.current, ...changed };
      const known = Object.entries({ ...facts, ...typed.current }).filter(([, v]) => v !== null);
      return port.saveFacts(record, { ...changed, ...derive(Object.fromEntries(known) as F, changed) });
    },
  };
};
