import { expect } from "vitest";

/** Somebody of the province at the console: a browser without scripts, signed in when it has to be. */
export const aVisit = (url: () => string) => {
  let cookie = "";
  let csrf = "";
  const send = async (path: string, fields?: Readonly<Record<string, string>>) => {
    const reply = await fetch(`${url()}${path}`, {
      redirect: "manual",
      headers: { cookie, ...(fields && { "content-type": "application/x-www-form-urlencoded" }) },
      ...(fields && { method: "POST", body: new URLSearchParams({ csrf, ...fields }).toString() }),
    });
    cookie =
      reply.headers
        .getSetCookie()
        .findLast((line) => /^lad_console=[^;]/.test(line))
        ?.split(";")[0] ?? cookie;
    return { status: reply.status, text: await reply.text() };
  };
  const csrfIn = async (path: string): Promise<string> =>
    /name="csrf" value="([0-9a-f]*)"/.exec((await send(path)).text)?.[1] ?? "";
  const signIn = async (password: string): Promise<void> => {
    [cookie, csrf] = ["", ""];
    await send("/console/sign-in", { login: "province", password });
    csrf = (await csrfIn("/console")) || (await csrfIn("/console/password"));
    expect(csrf).not.toBe("");
  };
  /** Hands a carried file in, as the page of files does; answers the address of the answer. */
  const handIn = async (file: Uint8Array): Promise<string> => {
    const body = new FormData();
    body.set("csrf", csrf);
    body.set("file", new Blob([new Uint8Array(file)]), "report.ladb");
    const reply = await fetch(`${url()}/console/bundles`, { method: "POST", headers: { cookie }, body });
    const [address = ""] = /\/console\/bundles\/[0-9a-f-]{36}/.exec(await reply.text()) ?? [];
    expect(address).not.toBe("");
    return address;
  };
  const bytesAt = async (path: string): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await (await fetch(`${url()}${path}`, { headers: { cookie } })).arrayBuffer());
  return { send, signIn, handIn, bytesAt };
};
