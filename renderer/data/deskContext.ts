import { createContext, useContext } from "react";
import { assert } from "../../shared/kernel/assert.ts";
import type { Desk } from "./desk.ts";

/** The desk that is signed in; `<DeskContext value={desk}>` stands around everything behind the sign-in. */
export const DeskContext = createContext<Desk | null>(null);

/** The desk of this page. A bug, so it throws, where nobody is signed in. */
export const useDesk = (): Desk => {
  const desk = useContext(DeskContext);
  assert(desk !== null, "a screen behind the sign-in was shown without a desk");
  return desk;
};
