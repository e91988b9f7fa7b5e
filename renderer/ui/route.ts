import { useSyncExternalStore } from "react";

/** Which screen, and of which record. Ids only: an address never holds anything personal (security row 35). */
export type Route = { readonly screen: string; readonly id: string; readonly part: string };

const START = "dashboard";

/** A piece of an address as it was meant; a broken escape, from a mangled link, stays as it is. */
const plain = (piece: string): string => {
  try {
    return decodeURIComponent(piece);
  } catch (cause) {
    if (cause instanceof URIError) return piece;
    throw cause;
  }
};

/** Reads `#/screen/id/part`. Anything unknown is left to the table of screens. */
export const routeOf = (hash: string): Route => {
  const [screen = "", id = "", part = ""] = hash.replace(/^#\/?/, "").split("/").map(plain);
  return { screen: screen === "" ? START : screen, id, part };
};

/** The address of a screen, for links. */
export const hrefTo = (screen: string, id = "", part = ""): string =>
  `#/${[screen, id, part]
    .filter((piece) => piece !== "")
    .map(encodeURIComponent)
    .join("/")}`;

/** Goes to a screen; the browser's back button returns. */
export const goTo = (screen: string, id = "", part = ""): void => {
  globalThis.location.hash = hrefTo(screen, id, part);
};

const subscribe = (onChange: () => void): (() => void) => {
  globalThis.addEventListener("hashchange", onChange);
  return () => globalThis.removeEventListener("hashchange", onChange);
};

/** The route of the address bar, live. */
export const useRoute = (): Route => routeOf(useSyncExternalStore(subscribe, () => globalThis.location.hash));
