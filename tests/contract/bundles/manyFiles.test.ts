import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../../../center/startCenter.ts";
import type { Machine } from "../../../host/machine.ts";
import { PROTOCOLS } from "../../../shared/api/syncApi.ts";
import type { HostInput } from "../../../shared/host/contract.ts";
import { aCenter } from "../center/aCenter.ts";
import { answered, FOUNDER, newFolder, openMachine, removeFolder, wish } from "../host/machines.ts";

const FILE_BYTES = 256 * 1024;
const OPS = 30;
const FOLDER = newFolder();
let center: Running & { readonly end: () => Promise<void> };
let machine: Machine;
let feed = "";
beforeAll(async () => {
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
});

const HELLO = {
  proto: [...PROTOCOLS],
  schema: 1,
  head: { n: 0, h: "" },
  cursor: { epoch: "", seq: 0, chain: "" },
  sparse: [],
  report: { unsent: 0, oldestUnsentS: 0, conflicts: 0, contested: 0, stable: 0, rescue: 0 },
  clock: "2026-05-06T01:02:03.000Z",
} satisfies HostInput<"bundle.write">["hello"];

const writes = async (after: number) => {
  const feeds = [{ feed, after }];
  const written = answered(await machine.host["bundle.write"]({ hello: HELLO, numbers: [], feeds }));
  return { ...written, bytes: readFileSync(written.path) };
};
/** How far the center says the desk's feed is in its book, after a file. */
const takes = async (bytes: Uint8Array): Promise<number> => {
  const taken = answered(await center.importBundle(bytes));
  if (taken.is !== "answered") throw new Error("parked");
  const data = Buffer.from(taken.answer).toString("base64");
  answered(await machine.host["bundle.part"]({ at: 0, data }));
  return answered(await machine.host["bundle.read"]({ name: "" })).hello.feedHead.n;
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
      at = await takes(bytes);
      expect(at).toBe(OPS - opsLater);
      left = opsLater;
      files += 1;
    }
    expect(files).toBeGreaterThan(3);
  });
});
