import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HUB_ROUTES } from "../../../shared/api/hubApi.ts";
import { ROUTES } from "../../../shared/api/syncApi.ts";
import { aFoundedDesk, founding } from "./aBureau.ts";
import { aCenter } from "./aCenter.ts";
import { type Answer, aDesk, putsOf, type TestDesk } from "./aDesk.ts";
import { aHub, deviceOf, type TestHub } from "./aHub.ts";

let center: Awaited<ReturnType<typeof aCenter>>;
let clock = Date.parse("2026-05-06T01:00:00.000Z");
beforeAll(async () => {
  center = await aCenter(() => clock);
});
afterAll(() => center?.end());

const codeOf = ({ body }: Answer): string | undefined =>
  (body as { refusal?: { code: string } }).refusal?.code;
const refusal = async (answer: Promise<Answer>): Promise<string | undefined> => codeOf(await answer);

/** A hub that the province knows, with one desk that founded its bureau there; everything is shipped. */
const aKnownHub = async (): Promise<{ readonly hub: TestHub; readonly desk: TestDesk }> => {
  clock += 60_000;
  const hub = aHub(center.url);
  const desk = aDesk(center.url, hub.bureau);
  expect((await hub.enrol(await center.issueHubCode("县级中心"))).status).toBe(200);
  expect((await hub.signIn()).status).toBe(200);
  hub.begin(desk);
  hub.number(desk.op(founding()));
  expect((await hub.hello()).status).toBe(200);
  expect((await hub.ship()).status).toBe(200);
  return { hub, desk };
};
const nothingNew = async (hub: TestHub, seq: number): Promise<void> => {
  const { copy } = (await hub.hello()).body as { copy: { seq: number } };
  expect(copy.seq).toBe(seq);
};

describe("who is a hub", () => {
  it("a hub's code works once, for a hub and not for a desk; a desk's code makes no hub", async () => {
    const code = await center.issueHubCode("县级中心");
    const [one, other] = [aHub(center.url), aHub(center.url)];
    expect(await refusal(aDesk(center.url, one.bureau).enrol(code))).toBe("code-invalid");
    expect(await refusal(one.enrol(code, { key: other.pen.key }))).toBe("signature-invalid");
    const first = await one.enrol(code);
    expect(first.status).toBe(200);
    expect(await one.enrol(code)).toEqual(first);
    expect(await refusal(other.enrol(code))).toBe("code-invalid");
    expect(await refusal(other.enrol(await center.issueCode()))).toBe("code-invalid");
    const late = await center.issueHubCode("县级中心");
    clock += 25 * 3_600_000;
    expect(await refusal(other.enrol(late))).toBe("code-invalid");
    expect(await refusal(other.signIn())).toBe("device-unknown");
  });

  it("a hub's session opens no door of a desk, a desk's none of a hub, and without one nothing is read", async () => {
    const { hub } = await aKnownHub();
    const desk = await aFoundedDesk(center);
    for (const route of [ROUTES.hello, ROUTES.push, ROUTES.rescue, ROUTES.numbers, HUB_ROUTES.terms])
      expect(await refusal(hub.post(route, {}))).toBe("signed-out");
    const stranger = aHub(center.url);
    for (const token of ["", desk.token(), "0".repeat(64)]) {
      stranger.comeAs(token);
      for (const route of [HUB_ROUTES.hello, HUB_ROUTES.ship, HUB_ROUTES.rescue, HUB_ROUTES.publications])
        expect(await refusal(stranger.post(route, {}))).toBe("signed-out");
    }
  });
});

describe("I19: a hub speaks for its own bureaus only", () => {
  it("neither the province's bureaus nor another hub's can be claimed, shipped to or offered to", async () => {
    const [{ hub }, { hub: victim }, home] = [
      await aKnownHub(),
      await aKnownHub(),
      await aFoundedDesk(center),
    ];
    for (const bureau of [victim.bureau, home.bureau]) {
      const before = await center.stateHash(bureau);
      expect(await refusal(hub.hello(bureau))).toBe("wrong-bureau");
      expect(await refusal(hub.ship(hub.book, { of: bureau }))).toBe("wrong-bureau");
      expect(await refusal(hub.rescue(victim.book, bureau))).toBe("wrong-bureau");
      expect(await center.stateHash(bureau)).toBe(before);
    }
    expect(await refusal(hub.ship(hub.book, { of: "bureau-of-nobody" }))).toBe("wrong-bureau");
  });

  it("the desks of a hub are sent to it: the province opens no session for them and takes nothing of theirs", async () => {
    const { hub, desk } = await aKnownHub();
    expect(await refusal(desk.signIn())).toBe("not-home");
    expect(await refusal(aDesk(center.url, hub.bureau).enrol(await center.issueCode(hub.bureau)))).toBe(
      "not-home",
    );
    expect(await center.revoke(hub.bureau, desk.feed)).toMatchObject({ refusal: { code: "not-home" } });
  });
});

describe("I4, I32, I38: what a hub ships is proved op by op", () => {
  it("a page is taken once, in order, under the hub's signature over its end", async () => {
    const { hub, desk } = await aKnownHub();
    const start = hub.book.length;
    hub.number(desk.op(putsOf("aidFile", "file-0001", { caseFacts: "甲" })));
    hub.number(desk.op(putsOf("aidFile", "file-0001", { caseFacts: "乙" })));
    expect(await refusal(hub.ship(hub.book.slice(-1)))).toBe("gap");
    expect(await refusal(hub.ship(hub.book.slice(start), { head: hub.headAt(start) }))).toBe("gap");
    await nothingNew(hub, start);
    const head = { ...hub.headAt(), chain: "ab".repeat(32) };
    expect(await refusal(hub.ship(hub.book, { head }))).toBe("hash-mismatch");
    expect(await refusal(hub.hello(hub.bureau, { seq: 1 }))).toBe("signature-invalid");
    await nothingNew(hub, start);
    const first = await hub.ship();
    expect(first).toMatchObject({ status: 200, body: { shipped: { seq: start + 2 } } });
    const hash = await center.stateHash(hub.bureau);
    expect((await hub.ship()).status).toBe(200);
    expect((await hub.ship([])).status).toBe(200);
    expect(await center.stateHash(hub.bureau)).toBe(hash);
  });

  it.each([
    ["an op of a desk that the book never announced", "device-unknown", stray],
    ["an op that somebody else signed", "signature-invalid", forged],
    ["an op of another bureau", "wrong-bureau", foreign],
    ["a desk that makes another desk known", "role-forbids", selfMade],
    ["a verdict that is no verdict", "malformed", oddVerdict],
    ["a payload that is not what was signed", "hash-mismatch", altered],
  ])("%s refuses the whole page: nothing of it is kept", async (_, code, make) => {
    const { hub, desk } = await aKnownHub();
    const start = hub.book.length;
    hub.number(desk.op(putsOf("aidFile", "file-0001", { caseFacts: "甲" })));
    make(hub, desk);
    expect(await refusal(hub.ship())).toBe(code);
    await nothingNew(hub, start);
  });

  it("a verdict that was changed after it was given does not fit the chain", async () => {
    const { hub, desk } = await aKnownHub();
    const booked = hub.number(desk.op(putsOf("aidFile", "file-0001", { caseFacts: "甲" })), "role-forbids");
    const swapped = hub.book.map((op) => (op === booked ? { ...op, verdict: "ok" } : op));
    expect(await refusal(hub.ship(swapped))).toBe("hash-mismatch");
    expect((await hub.ship()).status).toBe(200);
  });
});

describe("F41, F42: a hub whose bureau was taken over", () => {
  it("ships nothing more; offers are proved, and its word for a new desk waits for a person", async () => {
    const { hub, desk } = await aKnownHub();
    expect((await center.takeOver(hub.bureau, { isStolen: false })).ok).toBe(true);
    const late = hub.number(desk.op(putsOf("aidFile", "file-0001", { caseFacts: "甲" })));
    expect(await refusal(hub.ship())).toBe("not-home");
    const { terms } = (await hub.hello()).body as { terms: { no: number; key: string }[] };
    expect(terms.map(({ no }) => no)).toEqual([1, 2]);
    expect(terms[0]?.key).toBe(hub.pen.key);
    expect(terms[1]?.key).not.toBe(hub.pen.key);
    // no desk of it was heard of in the last month: the window is open until one greets
    await desk.signIn();
    const { epoch } = await desk.hello();
    await desk.hello({ cursor: { epoch, seq: 0, chain: "" } });
    const stranger = aDesk(center.url, hub.bureau, "新工位");
    const word = hub.number(hub.pen.op(deviceOf(stranger), { actor: "center" }));
    const itsOp = hub.number(stranger.op(putsOf("aidFile", "file-0002", { caseFacts: "乙" })));
    expect((await hub.rescue([late, word, itsOp])).body).toMatchObject({
      results: [
        { h: late.h, s: "ok" },
        { h: word.h, s: "held" },
        { h: itsOp.h, s: "refused", verdict: "device-unknown" },
      ],
    });
    expect(await refusal(stranger.signIn())).toBe("device-unknown");
  });

  it("a stolen hub is stopped in everything, for every bureau; what desks bring of its word waits even in the window", async () => {
    const { hub, desk } = await aKnownHub();
    const second = aHub(center.url);
    expect((await center.takeOver(hub.bureau, { isStolen: true })).ok).toBe(true);
    const asked = [
      () => hub.hello(),
      () => hub.hello(second.bureau),
      () => hub.ship(),
      () => hub.rescue(hub.book),
    ];
    for (const ask of asked) expect(await refusal(ask())).toBe("device-revoked");
    expect(await refusal(hub.signIn())).toBe("device-revoked");
    expect((await desk.signIn()).status).toBe(200);
    const stranger = aDesk(center.url, hub.bureau, "新工位");
    const word = hub.number(hub.pen.op(deviceOf(stranger), { actor: "center" }));
    expect((await desk.rescue([word])).results).toMatchObject([{ s: "held" }]);
    expect(await refusal(stranger.signIn())).toBe("device-unknown");
  });
});

function stray(hub: TestHub): void {
  hub.number(aDesk("", hub.bureau).op(putsOf("aidFile", "file-0002", { caseFacts: "乙" })));
}
function forged(hub: TestHub, desk: TestDesk): void {
  const key = aDesk("", hub.bureau).privateKey;
  hub.number(desk.op(putsOf("aidFile", "file-0002", { caseFacts: "乙" }), { key }));
}
function foreign(hub: TestHub, desk: TestDesk): void {
  const bureau = `bureau-${randomBytes(6).toString("hex")}`;
  hub.number(desk.op(putsOf("aidFile", "file-0002", { caseFacts: "乙" }), { headerOver: { bureau } }));
}
function selfMade(hub: TestHub, desk: TestDesk): void {
  hub.number(desk.op(deviceOf(aDesk("", hub.bureau))));
}
function oddVerdict(hub: TestHub, desk: TestDesk): void {
  hub.number(desk.op(putsOf("aidFile", "file-0002", { caseFacts: "乙" })), "<script>");
}
function altered(hub: TestHub, desk: TestDesk): void {
  const op = desk.op(putsOf("aidFile", "file-0002", { caseFacts: "乙" }));
  hub.number({ ...op, payload: op.payload.replace("乙", "丙") });
}
