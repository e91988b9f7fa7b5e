import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Taken } from "../../../center/bundles/takeBundle.ts";
import type { Running } from "../../../center/startCenter.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import type { Op } from "../../../shared/ops/op.ts";
import { decodeFrames } from "../../../shared/sync/frames.ts";
import { aFoundedDesk, founding } from "../center/aBureau.ts";
import { aCenter } from "../center/aCenter.ts";
import { aDesk, putsOf, sha256, type TestDesk } from "../center/aDesk.ts";
import { carriedUp, openedDown, plainBundle, sealedTo, upManifest } from "./carried.ts";

let center: Running & { readonly end: () => Promise<void> };
let key = "";
let online: TestDesk;
beforeAll(async () => {
  center = await aCenter();
  online = await aFoundedDesk(center);
  const { body } = await online.enrol("AAAA-AAAA-AAAA");
  expect(body).toMatchObject({ refusal: { code: "code-invalid" } });
  const probe = aDesk(center.url, "bureau-probe-0001");
  key = ((await probe.enrol(await center.issueCode())).body as { centerKey: string }).centerKey;
});
afterAll(async () => {
  await center?.end();
});

const write = (desk: TestDesk, id: string): Op =>
  desk.op(putsOf("consultation", id, { summary: `咨询 ${id}` }));
const writes = (desk: TestDesk, count: number, stem: string): Op[] =>
  Array.from({ length: count }, (_, index) => write(desk, `${stem}-${String(index).padStart(4, "0")}`));
const answered = (taken: Result<Taken>) => {
  if (!taken.ok || taken.value.is !== "answered") throw new Error(JSON.stringify(taken));
  return taken.value;
};
const codeOf = (taken: Result<Taken>): string => (taken.ok ? taken.value.is : taken.refusal.code);
const bookedIn = async (desk: TestDesk): Promise<number> => (await desk.hello()).feedHead.n;

/** Everything a desk without a network ever gets: an enrolment code, and files. */
const neverConnected = async (): Promise<{ readonly desk: TestDesk; readonly enrol: object }> => {
  const desk = aDesk("http://127.0.0.1:9", `bureau-${sha256(String(Math.random())).slice(0, 12)}`);
  const code = await center.issueCode();
  const enrol = {
    code,
    feed: desk.feed,
    bureau: desk.bureau,
    bureauName: "独龙江司法所",
    deskName: desk.name,
    key: desk.key,
    proof: desk.signed(`LAD enrol\n${code}\n${desk.feed}`),
  };
  return { desk, enrol };
};

describe("bundles at the center, on real PostgreSQL (sync design §3.17)", () => {
  it("a desk that never saw a network is enrolled, booked and answered by one file each way", async () => {
    const { desk, enrol } = await neverConnected();
    const ops = [desk.op(founding()), ...writes(desk, 3, "consultation")];
    const file = await carriedUp(desk, key, [ops], { enrol } as never);
    const taken = answered(await center.importBundle(file));
    expect(taken).toMatchObject({ bureau: desk.bureau, feed: desk.feed, opCount: 4, newCount: 4 });
    const { manifest, parts } = await openedDown(desk, taken.answer);
    expect(manifest.hello.feedHead).toEqual({ n: 4, h: desk.head().h, state: "open" });
    expect(manifest.pushes[0]?.reply.receipt).toMatchObject({ n: 4, h: desk.head().h });
    expect(manifest.desk).toMatchObject({ bureau: desk.bureau, centerKey: key });
    const pages = parts.map((part) => decodeFrames(part, 1000));
    const seqs = pages.flatMap((page) => (page.ok ? page.value.booked.map(({ seq }) => seq) : []));
    expect(seqs).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("F49, I5: imported twice, and an older one after a newer, nothing changes", async () => {
    const [first, second] = [writes(online, 3, "twice-a"), writes(online, 3, "twice-b")];
    const older = await carriedUp(online, key, [first]);
    const newer = await carriedUp(online, key, [[...first, ...second]]);
    expect(answered(await center.importBundle(newer)).newCount).toBe(6);
    const [head, hash] = [await bookedIn(online), await center.stateHash(online.bureau)];
    for (const again of [newer, older, newer])
      expect(answered(await center.importBundle(again)).newCount).toBe(0);
    expect([await bookedIn(online), await center.stateHash(online.bureau)]).toEqual([head, hash]);
  });

  it("F50, I26: out of order it waits, says exactly what for, and completes itself", async () => {
    const [one, two, three] = [writes(online, 2, "c1"), writes(online, 2, "c2"), writes(online, 2, "c3")];
    const start = await bookedIn(online);
    const parked = await center.importBundle(await carriedUp(online, key, [three]));
    expect(parked).toMatchObject({
      value: { is: "parked", needs: [{ feed: online.feed, from: start + 1, to: start + 4 }] },
    });
    // the desk hears where its feed ends: it may believe delivered what a restored center has lost (R11)
    const told = parked.ok && parked.value.is === "parked" ? parked.value.answer : undefined;
    const { manifest } = await openedDown(online, told ?? new Uint8Array());
    expect(manifest).toMatchObject({ pushes: [], hello: { feedHead: { n: start } } });
    expect(codeOf(await center.importBundle(await carriedUp(online, key, [two])))).toBe("parked");
    expect(await bookedIn(online)).toBe(start);
    expect(answered(await center.importBundle(await carriedUp(online, key, [one]))).newCount).toBe(2);
    expect(await bookedIn(online)).toBe(start + 6);
  });

  it("I26: the same ops by network, by file, or by both are one book", async () => {
    const [plain, mixed] = [await aFoundedDesk(center), await aFoundedDesk(center)];
    const [a, b] = [writes(plain, 4, "path"), writes(mixed, 4, "path")];
    await plain.push(a);
    await mixed.push(b.slice(0, 2));
    expect(answered(await center.importBundle(await carriedUp(mixed, key, [b]))).newCount).toBe(2);
    await mixed.push(b);
    const [one, other] = [await plain.hello(), await mixed.hello()];
    expect(other.head.seq).toBe(one.head.seq);
    const verdicts = async (desk: TestDesk, epoch: string) =>
      (await desk.pull(0, epoch)).ops.map(({ verdict, payload }) => [verdict, payload]).slice(2);
    expect(await verdicts(mixed, other.epoch)).toEqual(await verdicts(plain, one.epoch));
  });

  it("F82: a bundle and a push of the same ops at the same moment leave one copy", async () => {
    const before = (await online.hello()).head.seq;
    const ops = writes(online, 40, "race");
    const file = await carriedUp(online, key, [ops]);
    const [, taken] = await Promise.all([online.push(ops), center.importBundle(file)]);
    answered(taken);
    const { head, epoch } = await online.hello();
    expect(head.seq).toBe(before + 40);
    const hashes = (await online.pull(before, epoch)).ops.map(({ h }) => h);
    expect(hashes).toEqual(ops.map(({ h }) => h));
  });

  it("I27: no bit of a bundle can be changed and no byte cut off without refusing all of it", async () => {
    const desk = await aFoundedDesk(center);
    const ops = writes(desk, 1, "flip");
    const file = await carriedUp(desk, key, [ops]);
    const start = await bookedIn(desk);
    const refused = new Map<string, number>();
    const hands = async (bytes: Uint8Array): Promise<void> => {
      const code = codeOf(await center.importBundle(bytes));
      refused.set(code, (refused.get(code) ?? 0) + 1);
    };
    for (let at = 0; at < file.length; at += 1) {
      const flipped = file.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      await hands(flipped);
    }
    for (const length of [0, 1, 100, file.length - 17, file.length - 1]) await hands(file.slice(0, length));
    await hands(new Uint8Array([...file, ...file]));
    expect([...refused]).toEqual([["bundle-damaged", file.length + 6]]);
    expect(await bookedIn(desk)).toBe(start);
    expect(answered(await center.importBundle(file)).newCount).toBe(1);
  }, 300_000);

  it("I27: inside the encryption, too: every changed byte of a re-encrypted bundle refuses all of it", async () => {
    const desk = await aFoundedDesk(center);
    const ops = writes(desk, 1, "inner");
    const plain = plainBundle(desk, upManifest(desk, key, [ops]), [ops]);
    const start = await bookedIn(desk);
    for (let at = 0; at < plain.length; at += 7) {
      const flipped = plain.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      expect(codeOf(await center.importBundle(await sealedTo(key, flipped)))).toBe("bundle-damaged");
    }
    expect(await bookedIn(desk)).toBe(start);
  }, 300_000);

  it("F51: spliced, re-signed by another desk, or addressed to another province, it is refused as a whole", async () => {
    const [desk, other] = [await aFoundedDesk(center), await aFoundedDesk(center)];
    const ops = writes(desk, 2, "splice");
    const start = await bookedIn(desk);
    const manifest = upManifest(desk, key, [ops]);
    const foreign = "ab".repeat(32);
    const files = {
      resigned: await sealedTo(key, plainBundle(other, manifest, [ops])),
      spliced: await sealedTo(key, plainBundle(desk, manifest, [writes(desk, 2, "else")])),
      readdressed: await sealedTo(key, plainBundle(desk, { ...manifest, to: foreign }, [ops])),
      elsewhere: await sealedTo(other.key, plainBundle(desk, manifest, [ops])),
    };
    for (const [name, file] of Object.entries(files))
      expect([name, codeOf(await center.importBundle(file))]).toEqual([name, "bundle-damaged"]);
    const borrowed = { ...manifest, from: { feed: desk.feed, key: other.key } };
    const posed = await sealedTo(key, plainBundle(other, borrowed, [ops]));
    expect(codeOf(await center.importBundle(posed))).toBe("signature-invalid");
    expect(await bookedIn(desk)).toBe(start);
  });

  it("F52, I19: another bureau's ops, or its name, are refused", async () => {
    const [desk, other] = [await aFoundedDesk(center), await aFoundedDesk(center)];
    const ops = writes(other, 1, "foreign");
    expect(codeOf(await center.importBundle(await carriedUp(desk, key, [ops])))).toBe("wrong-bureau");
    const named = await carriedUp(desk, key, [], { bureau: other.bureau });
    expect(codeOf(await center.importBundle(named))).toBe("wrong-bureau");
    expect(await bookedIn(other)).toBe(1);
  });

  it("a desk carries what another desk of its bureau wrote", async () => {
    const [desk, mate] = [await aFoundedDesk(center), aDesk(center.url, "")];
    const colleague = aDesk(center.url, desk.bureau, "二号工位");
    expect(mate.feed).not.toBe(colleague.feed);
    await colleague.enrol(await center.issueCode(desk.bureau));
    const file = await carriedUp(desk, key, [writes(desk, 1, "own"), writes(colleague, 2, "relay")]);
    expect(answered(await center.importBundle(file))).toMatchObject({ opCount: 3, newCount: 3 });
  });

  it("what the province has published is in the book of a bureau that is founded later", async () => {
    const table = { year: 2027, coversUntil: "2027-12-31", rest: [], work: [] };
    const publication = { kind: "CALENDAR", docNo: "", body: JSON.stringify(table) } as const;
    expect(await center.publish(publication)).toBeGreaterThan(0);
    const later = await aFoundedDesk(center);
    const { head, epoch } = await later.hello();
    const booked = (await later.pull(0, epoch)).ops.map(({ payload }) => payload);
    expect(booked).toHaveLength(head.seq);
    expect(booked.filter((payload) => payload.includes('"publication"'))).toHaveLength(1);
  });

  it("a stranger without a code, and a revoked desk, get no answer", async () => {
    const { desk } = await neverConnected();
    expect(codeOf(await center.importBundle(await carriedUp(desk, key, [[desk.op(founding())]])))).toBe(
      "device-unknown",
    );
    const gone = await aFoundedDesk(center);
    await center.revoke(gone.bureau, gone.feed);
    expect(codeOf(await center.importBundle(await carriedUp(gone, key, [writes(gone, 1, "late")])))).toBe(
      "device-revoked",
    );
  });
});
