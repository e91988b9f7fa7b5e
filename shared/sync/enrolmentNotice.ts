const DAY_MS = 86_400_000;
/** So many days before the end of its enrolment a desk begins to say so. */
const WARN_DAYS = 30;

/**
 * What a desk says of the end of its enrolment: nothing; so many days are left; its own clock is past it; or the center
 * has said that it ended. Words only: what is taken is decided at the center, by the center's clock (I22, F83).
 */
export type EnrolmentNotice =
  | { readonly is: "none" }
  | { readonly is: "soon"; readonly days: number }
  | { readonly is: "past" }
  | { readonly is: "ended" };

/** The notice by the end in the book (UTC; "" for none), this machine's clock, and what the center answered last. */
export const enrolmentNotice = (
  notAfter: string,
  { nowMs, isRefused }: { readonly nowMs: number; readonly isRefused: boolean },
): EnrolmentNotice => {
  if (isRefused) return { is: "ended" };
  const leftMs = Date.parse(notAfter) - nowMs;
  if (Number.isNaN(leftMs) || leftMs > WARN_DAYS * DAY_MS) return { is: "none" };
  return leftMs < 0 ? { is: "past" } : { is: "soon", days: Math.ceil(leftMs / DAY_MS) };
};
