/** A browser without scripts: keeps cookies, follows nothing by itself. */
export const aBrowser = (url: string) => {
  const cookies = new Map<string, string>();
  const send = async (
    path: string,
    init: RequestInit = {},
  ): Promise<{
    readonly status: number;
    readonly text: string;
    readonly headers: Headers;
    readonly to: string;
  }> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const reply = await fetch(`${url}${path}`, {
      ...init,
      redirect: "manual",
      headers: { ...(init.headers as Record<string, string>), cookie },
    });
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    return {
      status: reply.status,
      text: await reply.text(),
      headers: reply.headers,
      to: reply.headers.get("location") ?? "",
    };
  };
  const csrfOf = async (path: string): Promise<string> =>
    /name="csrf" value="([0-9a-f]*)"/.exec((await send(path)).text)?.[1] ?? "";
  const post = (
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ) =>
    send(path, {
      method: "POST",
      body: new URLSearchParams(fields).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    });
  return { send, post, csrfOf };
};
