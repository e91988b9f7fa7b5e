/** Who asks: from the session, never from a body. */
export type Caller = { readonly bureau: string; readonly feed: string; readonly key: string };
