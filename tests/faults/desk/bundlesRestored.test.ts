import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aRestorable, type Restorable } from "../center/aRestorable.ts";
import { found, receive } from "./aCase.ts";
import { aDeskPage, aGround, type DeskPage, type Ground } from "./aDeskPage.ts";
import { enrols, joinsAndIsKnown } from "./enrolment.ts";

const FILE = "file-0001";
/** Longer than a restored book waits for its desks. */
const OVER_MS = 25 * 3_600_000;

let ground: Ground;
let province: Restorable;
let first: DeskPage;
let second: DeskPage;
/** How far the center's clock is ahead of ours. */
let aheadMs = 0;
beforeAll(async () => {
  ground = await aGround();
  province = await aRestorable(() => Date.now() + aheadMs);
  first = await aDeskPage(ground);
  second = await aDeskPage(ground);
  await found(first);
  await receive(first, FILE);
  await enrols(first, province.center());
  await joinsAndIsKnown(second, { first, center: province.center() });
});
afterAll(async () => {
  await first?.end();
  await second?.end();
  await province?.end();
  ground?.end();
});

/** One journey: a file from the desk to the center, and whatever it answers back. Answers what the desk made of it. */
const journey = async ({ call }: DeskPage): Promise<string> => {
  const outcome = await call("carry", { do: "write" });
  if (!outcome.ok || !("path" in outcome.value)) throw new Error(JSON.stringify(outcome));
  const taken = await province.center().importBundle(readFileSync(outcome.value.path));
  if (!taken.ok || taken.value.answer === undefined) throw new Error(JSON.stringify(taken));
  const data = Buffer.from(taken.value.answer).toString("base64");
  const read = await call("carry", { do: "read", data });
  return read.ok ? taken.value.is : read.refusal.code;
};

describe("F38: the province restores last night's backup, and no desk has a line", () => {
  it("F38, I21, I26: what only a computer that is gone since had delivered is offered back in another desk's file", async () => {
    // the center comes back at another address: from here on no desk has a line
    await province.backUp("night");
    expect((await second.call("record", "aidFile", FILE, { mailingAddress: "建设路二号" })).ok).toBe(true);
    expect(await journey(second)).toBe("answered");
    expect((await first.call("record", "aidFile", FILE, { residence: "人民路一号" })).ok).toBe(true);
    expect(await journey(first)).toBe("answered");
    await second.closeBrowser();
    await province.restore("night");

    // the first file after it only brings the news; the second offers back
    expect((await first.call("record", "aidFile", FILE, { phone: "13800001234" })).ok).toBe(true);
    expect(await journey(first)).toBe("parked");
    expect((await first.call("figures")).alarm).toBe("book-changed");
    expect((await first.call("rescued")).length).toBeGreaterThan(1);
    expect(await journey(first)).toBe("parked");
    // nobody waits for the lost computer any longer
    aheadMs = OVER_MS;
    expect(await journey(first)).toBe("parked");
    expect(await journey(first)).toBe("answered");
    expect(await first.call("rescued")).toEqual([]);
    expect((await first.call("figures")).unsent).toBe(0);
    expect((await first.call("card", "aidFile", FILE))?.facts).toMatchObject({
      mailingAddress: "建设路二号",
      residence: "人民路一号",
      phone: "13800001234",
    });
    const bureau = await first.call("bureauId");
    expect(await first.call("stateHash")).toBe(await province.center().stateHash(bureau));
    expect(await first.call("troubles")).toEqual([]);
  });
});
