import { type Host, hostCallNames } from "../../../shared/host/contract.ts";

/** A browser's side of the loopback transport: the cookie of one entry and everything a browser adds to a request. */
export type Visitor = {
  readonly host: Host;
  readonly origin: string;
  readonly cookie: string;
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
};

/** Enters through a printed address, as a browser would. */
export const enter = async (entry: string): Promise<Visitor> => {
  const { origin } = new URL(entry);
  const entered = await fetch(entry, { redirect: "manual" });
  if (entered.status !== 303) throw new Error(`not let in: ${entered.status}`);
  const cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const visit = (path: string, init: RequestInit = {}) =>
    fetch(`${origin}${path}`, { redirect: "manual", ...init, headers: { cookie, origin, ...init.headers } });
  const call = (name: string) => async (input: unknown) => {
    const headers = { "content-type": "application/json" };
    const response = await visit(`/host/${name}`, { method: "POST", headers, body: JSON.stringify(input) });
    if (!response.ok) throw new Error(`host call ${name}: ${response.status}`);
    return response.json();
  };
  const host = Object.fromEntries(hostCallNames.map((name) => [name, call(name)])) as unknown as Host;
  return { host, origin, cookie, fetch: visit };
};
