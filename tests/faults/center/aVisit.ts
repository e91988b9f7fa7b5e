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
  return { send, signIn };
};
