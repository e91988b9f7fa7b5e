import { extname, join, normalize, sep } from "node:path";
import { readIfThere } from "../files.ts";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".wasm": "application/wasm",
  ".docx": "application/octet-stream",
};
/** An address without a file's ending is a screen of the page, and the page itself answers it. */
const SCREEN = /^\/[A-Za-z0-9/_-]*$/;

/** A file of the built page. */
export type PageFile = { readonly bytes: Buffer; readonly type: string };

/** The path a request means; undefined when it would leave the folder in any spelling (security list, row 14). */
const pathIn = (folder: string, pathname: string): string | undefined => {
  if (/%2f|%5c|%00|\\/i.test(pathname) || !/^[\w%./~-]+$/.test(pathname)) return undefined;
  const path = normalize(join(folder, decodeURIComponent(pathname)));
  return path.startsWith(folder + sep) ? path : undefined;
};

/** The file that answers a path of the page: that of a screen is index.html. Undefined for everything that is not ours. */
export const pageFile = async (folder: string, pathname: string): Promise<PageFile | undefined> => {
  const path = SCREEN.test(pathname) ? join(folder, "index.html") : pathIn(folder, pathname);
  const type = CONTENT_TYPES[extname(path ?? "")];
  const bytes = path === undefined || type === undefined ? undefined : await readIfThere(path);
  return bytes === undefined || type === undefined ? undefined : { bytes, type };
};
