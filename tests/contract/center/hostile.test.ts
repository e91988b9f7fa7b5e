import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { canonicalJson } from "../../../shared/kernel/canonicalJson.ts";
import { aFoundedDesk, aFurtherDesk } from "./aBureau.ts";
import { aCenter } from "./aCenter.ts";
import { aDesk, putsOf, type TestDesk } from "./aDesk.ts";

type Center = Awaited<ReturnType<typeof aCenter>>;
let center: Center;
let clock = Date.now();
beforeAll(async () => {
  center = await aCenter(() => clock);
});
afterAll(() => center.end());
// an hour between two tests: this machine alone enrols more desks in a minute than the rate limit allows
beforeEach(() => {
  clock += 3_600_000;
});

const fact = (desk: TestDesk, text = "甲") => desk.op(putsOf("aidFile", "file-0001", { caseFacts: text }));
/** What must not change when something is refused. */
const standOf = async (desk: TestDesk): Promise<string> => {
  const { head, feedHead } = await desk.hello();
  return JSON.stringify([head.seq, head.chain, feedHead, await center.stateHash(desk.bureau)]);
};
const codeOf = ({ body }: { readonly body: unknown }): string =>
  (body as { refusal: { code: string } }).refusal.code;
/** What the center says to the head of a request of which only a beginning follows. */
const answerToHead = (head: string): Promise<string> => {
  const { hostname, port } = new URL(center.url);
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(Number(port), hostname, () => {
      socket.write(`${head}host: x\r\n\r\n`);
      socket.write(Buffer.alloc(64 * 1024));
    });
    socket.on("data", (part) => {
      text += part.toString();
    });
    // the center may close while we still send
    socket.on("error", () => resolve(text));
    socket.on("close", () => resolve(text));
    socket.setTimeout(20_000, () => reject(new Error("still open")));
  });
};

describe("enrolment (security S24)", () => {
  it("a code serves once, for one bureau, for a day", async () => {
    const one = await aFoundedDesk(center);
    const code = await center.issueCode(one.bureau);
    const [two, three] = [aDesk(center.url, one.bureau), aDesk(center.url, one.bureau)];
    expect(codeOf(await aDesk(center.url, "bureau-elsewhere").enrol(code))).toBe("wrong-bureau");
    expect((await two.enrol(code)).status).toBe(200);
    expect(codeOf(await three.enrol(code))).toBe("code-invalid");
    const again = await two.enrol(code);
    expect(again).toEqual(await two.enrol(code));
    const late = await center.issueCode(one.bureau);
    clock += 25 * 3_600_000;
    expect(codeOf(await three.enrol(late))).toBe("code-invalid");
    expect(codeOf(await three.enrol("ACDE-FHJK-LMNP"))).toBe("code-invalid");
  });

  it("a founding code cannot take over a bureau that exists", async () => {
    const one = await aFoundedDesk(center);
    expect(codeOf(await aDesk(center.url, one.bureau).enrol(await center.issueCode()))).toBe("wrong-bureau");
  });

  it("needs proof of the key, and guessing is slow", async () => {
    const desk = aDesk(center.url, "bureau-00000009");
    const code = await center.issueCode();
    expect(codeOf(await desk.enrol(code, { proof: desk.signed("something else") }))).toBe(
      "signature-invalid",
    );
    clock += 3_600_000;
    const answers = [];
    for (let index = 0; index < 30; index += 1) answers.push((await desk.enrol("WRONG-CODE")).status);
    expect(answers.filter((status) => status === 429).length).toBeGreaterThan(5);
    clock += 3_600_000;
  });

  it("a challenge serves once, for its own feed, for a minute; a session for fifteen", async () => {
    const one = await aFoundedDesk(center);
    const { challenge } = (await one.post("/v1/challenge", { feed: one.feed })).body as { challenge: string };
    const answer = { feed: one.feed, challenge, sig: one.signed(`LAD session\n${challenge}\n${one.feed}`) };
    expect((await one.post("/v1/session", answer)).status).toBe(200);
    expect(codeOf(await one.post("/v1/session", answer))).toBe("signature-invalid");
    expect((await one.hello()).epoch).toBeTypeOf("string");
    clock += 16 * 60_000;
    expect(codeOf(await one.post("/v1/hello", {}))).toBe("signed-out");
  });
});

describe("what is refused leaves nothing behind but a trace", () => {
  it("F76, I4: an op signed by another key, or altered after signing", async () => {
    const [one, other] = [await aFoundedDesk(center), aDesk(center.url, "bureau-00000001")];
    const before = await standOf(one);
    const at = one.head();
    const forged = one.op(putsOf("aidFile", "file-0001", { caseFacts: "伪" }), { key: other.privateKey });
    expect((await one.push([forged])).results).toMatchObject([
      { s: "refused", verdict: "signature-invalid" },
    ]);
    one.rewind(at);
    const good = fact(one);
    expect((await one.push([{ ...good, payload: good.payload.replace("甲", "乙") }])).results).toMatchObject([
      { s: "refused", verdict: "hash-mismatch" },
    ]);
    expect(await standOf(one)).toBe(before);
    expect((await one.push([good])).results).toMatchObject([{ s: "ok", verdict: "ok" }]);
  });

  it("F52, F74: an op of another bureau, or of another desk's feed", async () => {
    const one = await aFoundedDesk(center);
    const two = await aFurtherDesk(center, one.bureau, "二号工位");
    const before = await standOf(one);
    const at = one.head();
    const foreign = one.op(putsOf("aidFile", "file-0001", { caseFacts: "甲" }), {
      headerOver: { bureau: "bureau-of-others" },
    });
    one.rewind(at);
    const borrowed = one.op(putsOf("aidFile", "file-0001", { caseFacts: "甲" }), {
      headerOver: { feed: two.feed },
    });
    one.rewind(at);
    expect((await one.push([foreign, borrowed])).results.map(({ s, verdict }) => [s, verdict])).toEqual([
      ["refused", "wrong-bureau"],
      ["refused", "signature-invalid"],
    ]);
    expect(await standOf(one)).toBe(before);
  });

  it.each([
    [
      "__proto__ as a key",
      '{"muts":[{"__proto__":{"x":1},"f":"caseFacts","id":"file-0001","k":"put","new":"甲","old":null,"sup":[],"t":"aidFile"}]}',
      "forbidden-key",
    ],
    [
      "__proto__ as a field name",
      canonicalJson({ muts: putsOf("aidFile", "file-0001", JSON.parse('{"__proto__":1}')) as never }),
      "forbidden-key",
    ],
    [
      "constructor as a record id",
      canonicalJson({ muts: putsOf("aidFile", "constructor", { caseFacts: 1 }) as never }),
      "forbidden-key",
    ],
    ["keys out of order", '{"reason":"x","muts":[]}', "malformed"],
    ["a fraction", '{"muts":[],"x":1.5}', "malformed"],
    ["nesting without end", `{"muts":${"[".repeat(5000)}${"]".repeat(5000)}}`, "malformed"],
    ["a lone surrogate", '{"muts":[],"x":"\\ud800"}', "malformed"],
  ])("F71, F73: %s is refused before it is stored", async (_, payload, code) => {
    const one = await aFoundedDesk(center);
    const before = await standOf(one);
    expect((await one.push([one.op(payload)])).results).toMatchObject([{ s: "refused", verdict: code }]);
    expect(await standOf(one)).toBe(before);
  });

  it("F69: an op above 256 KiB", async () => {
    const one = await aFoundedDesk(center);
    const before = await standOf(one);
    expect(
      (await one.push([one.op(`{"x":"${randomBytes(140_000).toString("hex")}"}`)])).results,
    ).toMatchObject([{ s: "refused", verdict: "too-large" }]);
    expect(await standOf(one)).toBe(before);
  });

  it("F69: a body that says it is 1 GB is turned away at once, signed in or not", async () => {
    const one = await aFoundedDesk(center);
    const head =
      "POST /v1/push HTTP/1.1\r\ncontent-type: application/octet-stream\r\ncontent-length: 1073741824\r\n";
    expect(await answerToHead(head)).toMatch(/^HTTP\/1\.1 401 /);
    expect(await answerToHead(`${head}authorization: Bearer ${one.token()}\r\n`)).toMatch(/^HTTP\/1\.1 413 /);
  });

  it("F69, I31: a file for the console is turned away before it is read, from whom nobody knows and at any other door", async () => {
    const head = (path: string): string =>
      `POST ${path} HTTP/1.1\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 60000000\r\n`;
    const stranger = await answerToHead(head("/console/bundles"));
    expect(stranger).toMatch(/^HTTP\/1\.1 303 /);
    expect(stranger).toMatch(/\r\nlocation: \/console\/sign-in\r\n/);
    expect(await answerToHead(head("/console/sign-in"))).toMatch(/^HTTP\/1\.1 413 /);
  });

  it("F69: a gzip bomb stops at the limit; a packed body beyond 1 MiB is not unpacked", async () => {
    const one = await aFoundedDesk(center);
    const before = await standOf(one);
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(64 * 1024 * 1024)));
    const memory = process.memoryUsage().rss;
    expect(codeOf(await one.pushBytes(bomb, { "content-encoding": "gzip" }))).toBe("too-large");
    expect(process.memoryUsage().rss - memory).toBeLessThan(64 * 1024 * 1024);
    const noise = new Uint8Array(gzipSync(randomBytes(2 * 1024 * 1024)));
    expect(codeOf(await one.pushBytes(noise, { "content-encoding": "gzip" }))).toBe("too-large");
    expect(await standOf(one)).toBe(before);
  });

  it("F25: a body cut short, with a wrong count, or with something after its end", async () => {
    const one = await aFoundedDesk(center);
    const before = await standOf(one);
    const whole = one.bodyOf([fact(one)]);
    const trailing = new Uint8Array([...whole, 0]);
    const flipped = whole.map((byte, index) => (index === 100 ? byte ^ 1 : byte));
    const codes = [];
    for (const bytes of [
      whole.slice(0, -7),
      whole.slice(0, 40),
      trailing,
      flipped,
      new Uint8Array([1, 2, 3]),
    ])
      codes.push(codeOf(await one.pushBytes(new Uint8Array(bytes), {})));
    expect(new Set(codes)).toEqual(new Set(["malformed", "hash-mismatch"]));
    expect(await standOf(one)).toBe(before);
  });

  it("S21: routes refuse what does not fit their schema, headers beyond 16 KiB, and unknown paths", async () => {
    const one = await aFoundedDesk(center);
    expect(await one.post("/v1/hello", { extra: 1 })).toMatchObject({
      status: 400,
      body: { refusal: { code: "malformed" } },
    });
    expect((await one.call("/v1/hello", { body: '{"__proto__":{}}' })).status).toBe(400);
    expect(
      (await one.call("/v1/hello", { body: "{}", headers: { "x-long": "x".repeat(20_000) } })).status,
    ).toBe(431);
    expect((await one.call("/v1/nothing", { method: "GET" })).status).toBe(404);
    expect((await one.call("/v1/pull?after=-1&epoch=x", { method: "GET" })).status).toBe(400);
  });
});
