import { afterEach, describe, expect, it, vi } from "vitest";
import { httpCenter } from "../../../renderer/sync/centerClient.ts";
import { came } from "../../../renderer/sync/weather.ts";

/** The network's edge is the one thing replaced here: what arrives at the page. */
const answering = (make: () => Response | Promise<Response>): ReturnType<typeof vi.fn> => {
  const fake = vi.fn(async () => make());
  vi.stubGlobal("fetch", fake);
  return fake;
};
afterEach(() => vi.unstubAllGlobals());

const json = (body: unknown, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(body), {
    ...init,
    headers: { "content-type": "application/json; charset=utf-8", ...init.headers },
  });
const html = (status = 200): Response =>
  new Response("<html>登录网络</html>", { status, headers: { "content-type": "text/html" } });
const query = { epoch: "e", after: 0, max: 10 };
const numbers = { series: "决", year: 2026, count: 50 };

describe("what comes instead of the center (F22–F27)", () => {
  it("F26: a hotel's log-in page is recognised, whatever its status, and nothing is taken from it", async () => {
    for (const status of [200, 511, 404]) {
      answering(() => html(status));
      expect(await httpCenter.numbers(numbers)).toMatchObject({ ok: false, isPortal: true });
      expect(await httpCenter.pull(query)).toMatchObject({ ok: false, isPortal: true });
    }
  });

  it("F22: a lost line is weather, not a bug", async () => {
    answering(() => Promise.reject(new TypeError("fetch failed")));
    expect(await httpCenter.numbers(numbers)).toMatchObject({
      ok: false,
      refusal: { code: "center-unreachable" },
      isPortal: false,
    });
    answering(() => Promise.reject(new DOMException("timed out", "TimeoutError")));
    expect(await httpCenter.pull(query)).toMatchObject({
      ok: false,
      refusal: { code: "center-unreachable" },
    });
  });

  it("a busy center says when to come back", async () => {
    answering(() => json({ refusal: { code: "busy" } }, { status: 429, headers: { "retry-after": "5" } }));
    expect(await httpCenter.numbers(numbers)).toEqual({
      ok: false,
      refusal: { code: "busy" },
      waitMs: 5000,
      isPortal: false,
    });
  });

  // biome-ignore format: a table is read by columns
  it.each([
    [409, { refusal: { code: "gap" } },              "gap"],
    [403, { refusal: { code: "device-revoked" } },   "device-revoked"],
    [413, { refusal: { code: "too-large" } },        "too-large"],
    [401, { ok: false, refusal: { code: "signed-out" } }, "signed-out"],
    [400, { refusal: { code: "a-newer-code" } },     "version-unknown"],
    [503, { ok: false, refusal: { code: "center-unreachable" } }, "center-unreachable"],
    [500, { report: "0123abcd" },                    "busy"],
  ])("status %i is the refusal it names", async (status, body, code) => {
    answering(() => json(body, { status }));
    expect(await httpCenter.pull(query)).toMatchObject({ ok: false, refusal: { code }, isPortal: false });
  });

  it("F25: a cut or altered JSON answer is malformed, never half believed", async () => {
    for (const body of ['{"grant":"g","from":1', '{"grant":"g","from":"1","to":50}', "", "[]"]) {
      answering(() => new Response(body, { headers: { "content-type": "application/json" } }));
      expect(await httpCenter.numbers(numbers)).toMatchObject({ ok: false, refusal: { code: "malformed" } });
    }
  });

  it("a genuine answer comes through, asked on the page's own origin and never out of a cache (F27)", async () => {
    const fake = answering(() => json({ grant: "grant-0001", from: 1, to: 50 }));
    expect(await httpCenter.numbers(numbers)).toEqual(came({ grant: "grant-0001", from: 1, to: 50 }));
    expect(fake.mock.calls[0]).toMatchObject([
      "/center/v1/numbers",
      { cache: "no-store", redirect: "error", credentials: "same-origin" },
    ]);
  });
});
