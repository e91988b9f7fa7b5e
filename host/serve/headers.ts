/**
 * What every answer of the browser shell and of `app://desk` carries (security list, rows 8 and 9). Nothing but our own
 * files runs; styles may be inline because antd writes its theme into the page; previews of letters are frames of ours.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** A letter is shown inside our own page by the browser's viewer, which a stricter policy would switch off. */
const LETTER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";

const COMMON = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=()",
} as const;

/** Headers of pages, scripts and calls. */
export const PAGE_HEADERS = { ...COMMON, "content-security-policy": POLICY } as const;
/** Headers of a letter. */
export const LETTER_HEADERS = {
  ...COMMON,
  "content-security-policy": LETTER_POLICY,
  "content-type": "application/pdf",
} as const;
