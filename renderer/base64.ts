/** Calls with more arguments than this overflow the stack of older browsers. */
const BYTES_AT_ONCE = 0x8000;

/** Bytes, or the UTF-8 of a text, as the host's calls carry them. */
export const toBase64 = (text: string | Uint8Array): string => {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  let binary = "";
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE)
    binary += String.fromCharCode(...bytes.subarray(at, at + BYTES_AT_ONCE));
  return btoa(binary);
};

/** The bytes of a base64 text that the host answered with. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (mark) => mark.charCodeAt(0));
