/** Calls with more arguments than this overflow the stack of older browsers. */
const CHUNK = 0x8000;

/** Bytes as the host's calls carry them. */
export const toBase64 = (bytes: Uint8Array): string => {
  let binary = "";
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
};

/** The bytes of a base64 text that the host answered with. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (mark) => mark.charCodeAt(0));
