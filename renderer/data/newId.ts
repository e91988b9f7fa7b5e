/** Hex digits of the time part of a UUID of version 7 (RFC 9562): 48 bits of milliseconds. */
const TIME_DIGITS = 12;
const VARIANT = 0x80;
const VERSION = 0x70;

/** The id of a new record: a UUID of version 7, so that ids made later sort later. `ms`: milliseconds UTC. */
export const newId = (ms: number): string => {
  const random = crypto.getRandomValues(new Uint8Array(10));
  random[0] = VERSION | ((random[0] ?? 0) & 0x0f);
  random[2] = VARIANT | ((random[2] ?? 0) & 0x3f);
  const hex = [...random].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const time = ms.toString(16).padStart(TIME_DIGITS, "0").slice(-TIME_DIGITS);
  const all = time + hex;
  return [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)].join("-");
};
