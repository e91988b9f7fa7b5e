import face400 from "@fontsource/noto-serif-sc/400.css?raw";
import face700 from "@fontsource/noto-serif-sc/700.css?raw";
import { assert } from "../../shared/kernel/assert.ts";
import { toBase64 } from "../base64.ts";
import { fontSlices } from "./fontSlices.ts";
import type { LetterFont } from "./letterHtml.ts";

/** Two weights in numbered slices and three alphabets; the 5 MB files of a whole weight are not shipped. */
const FONT_URLS = import.meta.glob<string>(
  [
    "../../node_modules/@fontsource/noto-serif-sc/files/noto-serif-sc-*-400-normal.woff2",
    "../../node_modules/@fontsource/noto-serif-sc/files/noto-serif-sc-*-700-normal.woff2",
    "!**/noto-serif-sc-chinese-simplified-*",
  ],
  { query: "?url", import: "default", eager: true, exhaustive: true },
);
const TEMPLATE_URLS = import.meta.glob<string>("../../shared/documents/templates/*.docx", {
  query: "?url",
  import: "default",
  eager: true,
});

const byFile = (urls: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(urls).map(([path, url]) => [path.slice(path.lastIndexOf("/") + 1), url]));

const fonts = byFile(FONT_URLS);
const templates = byFile(TEMPLATE_URLS);
const loaded = new Map<string, Promise<string>>();

/** Bytes of a file of our own bundle. Throws when the bundle lacks it: that is a broken installation. */
const bytesAt = async (urls: ReadonlyMap<string, string>, file: string): Promise<Uint8Array<ArrayBuffer>> => {
  const url = urls.get(file);
  assert(url !== undefined, `not in the bundle: ${file}`);
  const response = await fetch(url);
  assert(response.ok, `cannot read ${file}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

/** The letter font of this bundle; a slice is read once and kept as text, for the next letter needs mostly the same. */
export const LETTER_FONT: LetterFont = {
  slices: [...fontSlices(face400), ...fontSlices(face700)],
  load: (file) => {
    const before = loaded.get(file);
    if (before !== undefined) return before;
    const next = bytesAt(fonts, file).then(toBase64);
    loaded.set(file, next);
    next.catch(() => loaded.delete(file));
    return next;
  },
};

/** The bytes of a shipped template, `FZ-005` and so on. */
export const shippedTemplate = (form: string): Promise<Uint8Array<ArrayBuffer>> =>
  bytesAt(templates, `${form}.docx`);
