import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../../../center/startCenter.ts";
import type { Machine } from "../../../host/machine.ts";
import { LIMITS } from "../../../shared/api/syncApi.ts";
import type { HostInput } from "../../../shared/host/contract.ts";
import { decodeFrames } from "../../../shared/sync/frames.ts";
import { aCenter } from "../center/aCenter.ts";
import { aDesk, putsOf } from "../center/aDesk.ts";
import { answered, FOUNDER, newFolder, openMachine, removeFolder, wish } from "../host/machines.ts";
import { HELLO } from "./helloOfNothing.ts";

const FILE_BYTES = 256 * 1024;
const OPS = 30;
/** The shortest answer that a center may be set to, and a book that is longer. */
const ANSWER_BYTES = 8 * 1024 * 1024;
const BOOK_OPS = 400;
const FOUNDER_SIGNS_IN = { login: FOUNDER.login, password: FOUNDER.password };
const FOLDER = newFolder();
let center: Running & { readonly end: () => Promise<void> };
let machine: Machine;
let feed = "";
beforeAll(async () => {
  process.env.LAD_ANSWER_BYTES = String(ANSWER_BYTES);
  center = await aCenter();
  machine = await openMachine(FOLDER, { bundleBytes: FILE_BYTES });
  feed = answered(await machine.host["desk.setUp"](FOUNDER)).session.feed;
  const code = await center.issueCode();
  const data = Buffer.from(await center.enrolBundle(code)).toString("base64");
  answered(await machine.host["bundle.enrol"]({ data, code }));
});
afterAll(async () => {
  await machine?.close();
  await center?.end();
  removeFolder(FOLDER);
  delete process.env.LAD_ANSWER_BYTES;
});

const writes = async (after: number, hello: HostInput<"bundle.write">["hello"] = HELLO) => {
  const feeds = [{ feed, after }];
  const written = answered(await machine.host["bundle.write"]({ hello, numbers: [], feeds }));
  return { ...written, bytes: readFileSync(written.path) };
};
/** What the center answers to a file, as the host opened it, and how long the answer was. */
const takes = async (bytes: Uint8Array) => {
  const taken = answered(await center.importBundle(bytes));
  if (taken.is !== "answered") throw new Error("parked");
  const data = Buffer.from(taken.answer).toString("base64");
  answered(await machine.host["bundle.part"]({ at: 0, data }));
  return { ...answered(await machine.host["bundle.read"]({ name: "" })), length: taken.answer.length };
};
/** Where the pages of an answer end: number and chain of the last op. */
const endOf = (pages: readonly string[]) => {
  const frames = decodeFrames(Buffer.from(pages.at(-1) ?? "", "base64"), LIMITS.opsPerPull);
  if (!frames.ok) throw new Error("a page of ours");
  const { chain } = JSON.parse(frames.value.trailer) as { readonly chain: string };
  return { seq: frames.value.booked.at(-1)?.seq ?? 0, chain };
};

describe("more ops than one file holds", () => {
  it("go into as many files as they need, in order, none longer than a file may be; the slip says what is left (I6, I26)", async () => {
    for (let n = 0; n < OPS; n += 1)
      answered(await machine.host["journal.commit"](wish("字".repeat(10_000))));
    let [at, files, left] = [0, 0, OPS];
    while (left > 0) {
      const { bytes, opCount, opsLater } = await writes(at);
      expect(bytes.length).toBeLessThanOrEqual(FILE_BYTES);
      expect([opCount > 0, opCount + opsLater]).toEqual([true, left]);
      at = (await takes(bytes)).hello.feedHead.n;
      expect(at).toBe(OPS - opsLater);
      left = opsLater;
      files += 1;
    }
    expect(files).toBeGreaterThan(3);
  });

  it("a book that is longer than one answer comes with several, each going on where the last one ended (I9, I26)", async () => {
    const { bureau } = answered(await machine.host["user.signIn"](FOUNDER_SIGNS_IN));
    const other = aDesk(center.url, bureau, "二号窗口");
    await other.enrol(await center.issueCode(bureau));
    await other.signIn();
    for (let n = 0; n < BOOK_OPS; n += 50)
      await other.push(
        Array.from({ length: 50 }, (_, at) =>
          other.op(
            putsOf("consultation", `consultation-${n + at}`, {
              summary: randomBytes(12_000).toString("hex"),
            }),
          ),
        ),
      );
    let [hello, answers] = [HELLO as HostInput<"bundle.write">["hello"], 0];
    for (let isWhole = false; !isWhole; answers += 1) {
      const answer = await takes((await writes(OPS, hello)).bytes);
      expect(answer.length).toBeLessThanOrEqual(ANSWER_BYTES);
      const end = endOf(answer.pages);
      expect(end.seq).toBeGreaterThan(hello.cursor.seq);
      hello = { ...HELLO, cursor: { epoch: answer.hello.epoch, ...end } };
      isWhole = end.seq === answer.hello.head.seq;
    }
    expect(answers).toBeGreaterThan(1);
  });
});
