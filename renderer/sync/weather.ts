import type { Refusal } from "../../shared/kernel/refusals.ts";

/**
 * What came of asking the center. Offline, busy and a hotel's log-in page are weather: an input like any other, never an
 * exception. `portal` is an answer that cannot come from a center; `waitMs` is what the center asked for.
 */
export type Weather<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal; readonly waitMs: number; readonly isPortal: boolean };

/** An answer that came. */
export const came = <T>(value: T): Weather<T> => ({ ok: true, value });

/** No usable answer, and why. */
export const rough = <T>(
  refusal: Refusal,
  more: { readonly waitMs?: number; readonly isPortal?: boolean } = {},
): Weather<T> => ({
  ok: false,
  refusal,
  waitMs: more.waitMs ?? 0,
  isPortal: more.isPortal ?? false,
});
