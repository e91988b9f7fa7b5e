/** The scheme and the one host of the page. IndexedDB belongs to this origin, so it never changes. */
export const SCHEME = "app";
export const HOST = "desk";
/** The address of the page. */
export const HOME = `${SCHEME}://${HOST}/`;

/** True for addresses of our page; parsed, never compared by their beginning. */
export const isOurs = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return protocol === `${SCHEME}:` && host === HOST;
};
