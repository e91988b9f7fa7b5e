import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../../../center/startCenter.ts";
import type { Machine } from "../../../host/machine.ts";
import { aFoundedDesk } from "../center/aBureau.ts";
import { aCenter } from "../center/aCenter.ts";
import type { TestDesk } from "../center/aDesk.ts";
import { answered, codeOf, FOUNDER, newFolder, openMachine, removeFolder } from "../host/machines.ts";
import { HELLO } from "./helloOfNothing.ts";

const FOLDER = newFolder();
let center: Running & { readonly end: () => Promise<void> };
let first: TestDesk;
let machine: Machine;
beforeAll(async () => {
  center = await aCenter();
  first = await aFoundedDesk(center);
  machine = await openMachine(FOLDER);
});
afterAll(async () => {
  await machine?.close();
  await center?.end();
  removeFolder(FOLDER);
});

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
describe("a further desk of a bureau joins where there is no network: a code, and files", () => {
  it("another code, a file that founds a bureau, one that asks for minutes of work and any other file make no desk (F51, F69)", async () => {
    const [code, founding] = [await center.issueCode(first.bureau), await center.issueCode()];
    const file = base64(await center.enrolBundle(code, first.bureau));
    const join = machine.host["desk.joinByFile"];
    expect(codeOf(await join({ ...FOUNDER, data: file, code: "AAAA-AAAA-AAAA" }))).toBe("code-invalid");
    const founds = base64(await center.enrolBundle(founding));
    expect(codeOf(await join({ ...FOUNDER, data: founds, code: founding }))).toBe("no-bureau-yet");
    const dear = Buffer.from(file, "base64").toString("latin1").replace(/ 15\n/, " 20\n");
    for (const other of [Buffer.from("no age"), Buffer.from(dear, "latin1")])
      expect(codeOf(await join({ ...FOUNDER, data: base64(other), code }))).toBe("bundle-damaged");
    expect(answered(await machine.host["app.info"]({})).isSetUp).toBe(false);
  });

  it("its first file asks to be enrolled, and the answer brings the whole book; the code is used up", async () => {
    const code = await center.issueCode(first.bureau);
    const data = base64(await center.enrolBundle(code, first.bureau));
    const { session } = answered(await machine.host["desk.joinByFile"]({ ...FOUNDER, data, code }));
    expect(session).toMatchObject({ bureau: first.bureau, isFounder: true });
    const before = answered(await machine.host["center.status"]({}));
    expect(before).toMatchObject({ isEnrolled: false, isCarried: true, url: "" });
    const written = answered(await machine.host["bundle.write"]({ hello: HELLO, numbers: [], feeds: [] }));
    const taken = answered(await center.importBundle(readFileSync(written.path)));
    if (taken.is !== "answered") throw new Error("parked");
    expect(taken).toMatchObject({ bureau: first.bureau, feed: session.feed, deskName: FOUNDER.deskName });
    answered(await machine.host["bundle.part"]({ at: 0, data: base64(taken.answer) }));
    const answer = answered(await machine.host["bundle.read"]({ name: "" }));
    expect(answer.hello.head.seq).toBeGreaterThan(1);
    expect(answer.pages.length).toBeGreaterThan(0);
    expect(answered(await machine.host["center.status"]({}))).toMatchObject({ isEnrolled: true, url: "" });
    const late = await openMachine(`${FOLDER}/late`);
    answered(await late.host["desk.joinByFile"]({ ...FOUNDER, data, code }));
    const again = answered(await late.host["bundle.write"]({ hello: HELLO, numbers: [], feeds: [] }));
    expect(codeOf(await center.importBundle(readFileSync(again.path)))).toBe("code-invalid");
    await late.close();
  });
});
