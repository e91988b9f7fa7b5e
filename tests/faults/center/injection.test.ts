import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ROUTES } from "../../../shared/api/syncApi.ts";
import { canonicalJson, type Json } from "../../../shared/kernel/canonicalJson.ts";
import type { BookedOp, Mut } from "../../../shared/ops/op.ts";
import { aFoundedDesk } from "../../contract/center/aBureau.ts";
import { aDesk, putsOf, type TestDesk } from "../../contract/center/aDesk.ts";
import { ATTACKS, harmless, SECRET, spoiled } from "../attacks.ts";
import { aRestorable, type Restorable } from "./aRestorable.ts";
import { aVisit } from "./aVisit.ts";
import { REQUESTS, requestOf } from "./requests.ts";
import { BLOBS, CONSOLE, DESK, HUB, PLAIN, SNAPSHOT, servedRoutes } from "./servedRoutes.ts";

const PASSWORD = "correct horse 电池";
const HASH = "0".repeat(64);
let clock = Date.parse("2026-05-06T01:02:03Z");
let ground: Restorable;
let desk: TestDesk;
let other: TestDesk;
/** Parts of paths that lead somewhere. */
const LAWFUL: Readonly<Record<string, (desk: TestDesk) => string>> = {
  bureau: ({ bureau }) => bureau,
  kind: () => "parameter",
};
const visit = aVisit(() => ground.url());

const tables = () =>
  ground.rows<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
  );
/** All that an attack could change: the tables, and the book and the records of a bureau that nobody attacked as itself. */
const stand = async (): Promise<string> => {
  const counts = await ground.rows("select count(*)::int as ops from op where bureau = $1", [other.bureau]);
  const roles = await ground.rows("select rolname, rolsuper from pg_roles order by 1");
  return JSON.stringify([await tables(), counts, roles, await ground.center().stateHash(other.bureau)]);
};

beforeAll(async () => {
  ground = await aRestorable(() => clock);
  desk = await aFoundedDesk(ground.center());
  other = await aFoundedDesk(ground.center());
  await other.push([other.op(putsOf("aidFile", "file-0001", { caseFacts: SECRET }))]);
  await visit.signIn(ground.center().firstPassword ?? "");
  await visit.send("/console/password", { password: PASSWORD });
});
afterAll(() => ground.end());
beforeEach(() => {
  clock += 600_000;
});

describe("F72: injection into queries, paths and names", () => {
  it("no route is forgotten: what is attacked here is what the center serves", () => {
    expect(servedRoutes()).toEqual([...DESK, ...HUB, ...SNAPSHOT, ...BLOBS, ...CONSOLE, ...PLAIN].toSorted());
  });

  it.each(Object.keys(REQUESTS))("%s: every text of its body", async (path) => {
    const before = await stand();
    const bodies = spoiled(requestOf(path, desk));
    expect(bodies.length).toBeGreaterThanOrEqual(ATTACKS.length);
    for (const bad of bodies) {
      clock += 60_000;
      const reply = await desk.call(path, { body: JSON.stringify(bad) });
      if (reply.status === 401) await desk.signIn();
      harmless(reply.status, await reply.text(), JSON.stringify(bad));
    }
    expect(await stand()).toBe(before);
  });

  it("enrol with a live code: the names a desk gives itself and its bureau are kept as they are, shown as text", async () => {
    for (const attack of ATTACKS) {
      clock += 600_000;
      const fresh = await aFoundedDesk(ground.center());
      const code = await ground.center().issueCode(fresh.bureau, attack.replace("\u0000", ""));
      const { status, body } = await aDesk(ground.url(), fresh.bureau, attack.slice(0, 40)).enrol(code);
      harmless(status, JSON.stringify(body), attack);
      expect([attack, status]).toEqual([attack, attack.includes("\u0000") ? 400 : 200]);
    }
    await visit.signIn(PASSWORD);
    const page = await visit.send("/console");
    harmless(page.status, page.text, "console");
    expect(page.text).not.toContain("<script>");
  });

  it("pull: every part of its query", async () => {
    const { epoch } = await desk.hello();
    for (const attack of ATTACKS.map(encodeURIComponent))
      for (const query of [
        `after=${attack}&epoch=${epoch}`,
        `after=0&epoch=${attack}`,
        `after=0&epoch=${epoch}&max=${attack}`,
        `after=0&after=1&epoch=${epoch}`,
      ]) {
        clock += 1000;
        const reply = await desk.call(`${ROUTES.pull}?${query}`, { method: "GET" });
        harmless(reply.status, await reply.text(), query);
      }
  });

  it("first load: what is asked of its pieces", async () => {
    await desk.signIn();
    for (const attack of ATTACKS.map(encodeURIComponent))
      for (const path of [`${ROUTES.snapshot}?epoch=${attack}`, `${ROUTES.snapshot}/${attack}`]) {
        clock += 1000;
        const reply = await desk.call(path, { method: "GET" });
        harmless(reply.status, await reply.text(), path);
      }
  });

  it("attachments: every name in their paths", async () => {
    await desk.signIn();
    for (const attack of ATTACKS.map(encodeURIComponent))
      for (const route of BLOBS.filter((each) => each.includes(":"))) {
        clock += 1000;
        const [method = "", path = ""] = route
          .replace("blobs", ROUTES.blobs)
          .replace(/:\w+/g, attack)
          .split(" ");
        const body = method === "get" ? {} : { body: "{}" };
        const reply = await desk.call(path, { method: method.toUpperCase(), ...body });
        harmless(reply.status, await reply.text(), `${route} ${attack}`);
      }
  });

  it("push and rescue: every name an op can carry, and the pages of the console that show it", async () => {
    const before = await stand();
    const puts = (over: Partial<{ t: string; id: string; f: string; new: Json }>): Mut[] => [
      { k: "put", t: "aidFile", id: "file-0001", f: "caseFacts", old: null, new: "甲", sup: [], ...over },
    ];
    const number = (
      over: Partial<{ series: string; text: string; grant: string; year: number; no: number }>,
    ): Mut[] => [
      {
        k: "number",
        t: "aidFile",
        id: "file-0001",
        f: "caseNo",
        series: "兰援",
        year: 2026,
        no: 1,
        text: "一",
        grant: "",
        sup: [],
        ...over,
      } as unknown as Mut,
    ];
    const offered: BookedOp[] = [];
    for (const attack of ATTACKS) {
      clock += 60_000;
      await desk.signIn();
      const makes = [
        () => desk.op(puts({ t: attack })),
        () => desk.op(puts({ id: attack })),
        () => desk.op(puts({ f: attack })),
        () => desk.op(puts({ new: attack })),
        () =>
          desk.op(
            canonicalJson({
              blobs: [{ id: HASH, bytes: 10, type: attack }],
              muts: puts({ new: "附件" }),
            } as unknown as Json),
          ),
        () => desk.op(number({ series: attack })),
        () => desk.op(number({ text: attack })),
        () => desk.op(number({ grant: attack })),
        // a number that does not fit its column
        ...["schema", "minReader", "tzo", "n"].map(
          (name) => () =>
            desk.op(putsOf("aidFile", "file-0001", { caseFacts: "甲" }), { headerOver: { [name]: 2 ** 40 } }),
        ),
        () => desk.op(number({ year: 2 ** 40, grant: "g" })),
        () => desk.op(number({ no: 2 ** 52, grant: "g" })),
        ...["intent", "actor", "session", "desk", "app", "os", "wall", "rnd"].map(
          (name) => () =>
            desk.op(putsOf("aidFile", "file-0001", { caseFacts: "甲" }), {
              headerOver: { [name]: attack },
              ...(name === "actor" && { actor: attack }),
            }),
        ),
      ];
      for (const make of makes) {
        const at = desk.head();
        const op = make();
        offered.push({ ...op, seq: 99_999, recv: attack, verdict: attack, sig: "0".repeat(128) });
        const { results } = await desk.push([op]);
        if (["refused", "gap"].includes(results[0]?.s ?? "")) desk.rewind(at);
      }
      await desk.rescue(offered.splice(0));
    }
    await visit.signIn(PASSWORD);
    for (const path of [
      `/console/bureaus/${desk.bureau}`,
      `/console/bureaus/${desk.bureau}/aidFile/file-0001`,
      "/console/statistics",
    ]) {
      const page = await visit.send(path);
      harmless(page.status, page.text, path);
      expect(page.status).toBe(200);
      expect(page.text).not.toContain("<script>");
    }
    expect(await stand()).toBe(before);
    expect(
      (await desk.push([desk.op(putsOf("aidFile", "file-0001", { caseFacts: "照常" }))])).results,
    ).toMatchObject([{ s: "ok", verdict: "ok" }]);
  });

  it("the console: every parameter of every path, every field of every form, signed in", async () => {
    await visit.signIn(PASSWORD);
    const before = await stand();
    for (const attack of ATTACKS) {
      clock += 60_000;
      const raw = encodeURIComponent(attack);
      const paths = CONSOLE.filter((route) => !route.endsWith("/sign-out") && !route.endsWith("/password"));
      for (const route of paths) {
        const [method = "", path = ""] = route.split(" ");
        const names = [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
        const fields = {
          login: attack,
          password: attack,
          name: attack,
          bureau: attack,
          feed: attack,
          decision: attack,
          why: attack,
          code: attack,
          year: attack,
          rest: attack,
          coversUntil: attack,
          docNo: attack,
          value: attack,
          from: attack,
        };
        for (const spoilt of ["", ...names]) {
          const filled = path.replaceAll(/:(\w+)/g, (_, name: string) =>
            name === spoilt ? raw : (LAWFUL[name]?.(desk) ?? "aidFile"),
          );
          const page = await visit.send(
            method === "get" ? `${filled}?before=${raw}&bureau=${raw}&period=${raw}&lang=${raw}` : filled,
            method === "get" ? undefined : fields,
          );
          harmless(page.status, page.text, `${route} ${spoilt} ${attack}`);
          expect(page.text).not.toContain("<script>");
        }
      }
    }
    expect(await stand()).toBe(before);
    expect((await visit.send("/console")).status).toBe(200);
  });
});
