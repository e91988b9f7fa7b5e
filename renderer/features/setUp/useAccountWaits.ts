import { useLabel } from "../../ui/language.tsx";
import { type Needed, useNeeded } from "../../ui/useNeeded.ts";
import { SET_UP_TEXTS } from "./texts.ts";
import { type Account, missingOf, NO_ACCOUNT } from "./useSetUp.ts";

/** What a form lacks before its account can be made, after `others` of its fields, as a sentence; "" when nothing. */
export const useAccountWaits = (account: Account, others: readonly Needed[]): string => {
  const t = useLabel();
  const needed = useNeeded();
  const missing = new Set<string>(missingOf(account));
  const own = (Object.keys(NO_ACCOUNT) as (keyof Account)[]).map(
    (key): Needed => [t(SET_UP_TEXTS[key]), !missing.has(key)],
  );
  const empty = needed(...others, ...own);
  if (empty !== "") return empty;
  return account.password === account.again ? "" : t(SET_UP_TEXTS.differ);
};
