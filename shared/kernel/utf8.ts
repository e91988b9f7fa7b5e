/** The parts of the Encoding standard that every runtime of ours has; declared here because `shared` knows no DOM and no Node. */
declare const TextEncoder: { new (): { encode(text: string): Uint8Array<ArrayBuffer> } };
declare const TextDecoder: {
  new (
    label: string,
    options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
  ): { decode(bytes: Uint8Array): string };
};

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The UTF-8 bytes of a text. */
export const utf8 = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);

/** The text of UTF-8 bytes. Throws a TypeError on malformed bytes instead of replacing them: content must survive exactly. */
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);
