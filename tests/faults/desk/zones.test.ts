import { afterAll, beforeAll, expect, it } from "vitest";
import type { Running } from "../../../center/startCenter.ts";
import { aCenter } from "../../contract/center/aCenter.ts";
import { found, receive } from "./aCase.ts";
import { aDeskPage, aGround, type DeskPage, type Ground, shellHere } from "./aDeskPage.ts";
import { enrols, joinsAndIsKnown } from "./enrolment.ts";
import { untilProven } from "./untilProven.ts";

const DECADE_MS = 3652 * 86_400_000;
const ZONES = ["Atlantic/Azores", "Pacific/Kiritimati", "Asia/Kathmandu", "UTC"];
const OWN_ZONE = process.env.TZ;
let looks = 0;
/** A host's clock, up to ten years off either way, and its machine's zone: other ones at every look. */
const mad = (): number => {
  looks += 1;
  process.env.TZ = ZONES[looks % ZONES.length];
  return Date.now() + Math.round(DECADE_MS * Math.sin(looks * 12.9898));
};

let ground: Ground;
let center: Running & { readonly end: () => Promise<void> };
let first: DeskPage;
let second: DeskPage;
beforeAll(async () => {
  ground = await aGround();
  center = await aCenter();
  // midnight is at another moment, the week begins on another day, and numbers are written in other digits
  first = await aDeskPage({ ...ground, zone: { timezoneId: "Atlantic/Azores", locale: "de-DE" } });
  second = await aDeskPage({
    ...ground,
    zone: { timezoneId: "Pacific/Kiritimati", locale: "ar-EG" },
    shell: (folder, pageFolder) => shellHere(folder, pageFolder, mad),
  });
  await found(first);
  await receive(first, "file-0001");
  await enrols(first, center);
  await joinsAndIsKnown(second, { first, center, aheadMs: 0 - DECADE_MS });
});
afterAll(async () => {
  await first?.end();
  await second?.end();
  await center?.end();
  ground?.end();
  if (OWN_ZONE === undefined) delete process.env.TZ;
  else process.env.TZ = OWN_ZONE;
});

/** The book's history of the file as a desk shows it: what, by which desk, with which outcome, in which order. */
const story = async ({ call }: DeskPage) =>
  (await call("history", "aidFile", "file-0001")).map(({ h, state, verdict }) => [h, state, verdict]);
const exchange = async (): Promise<void> => {
  for (const desk of [first, second, first]) {
    const since = Date.now();
    await desk.call("askNow");
    await untilProven(desk, since);
  }
};

it("F43, F46: clocks ten years off that jump at every op, other zones, other languages: nothing is refused or lost, one order, one state hash", async () => {
  const ROUNDS = 6;
  for (let round = 0; round < ROUNDS; round += 1) {
    const [desk, f] =
      round % 2 === 0 ? ([first, "residence"] as const) : ([second, "mailingAddress"] as const);
    expect((await desk.call("record", "aidFile", "file-0001", { [f]: `${round}号路` })).ok).toBe(true);
    if (round % 3 === 2) await exchange();
  }
  // the same fact on both without knowing of each other: whose clock is ahead decides nothing
  for (const [desk, occupation] of [
    [first, "农民"],
    [second, "工人"],
  ] as const) {
    await desk.call("stopSync");
    expect((await desk.call("record", "aidFile", "file-0001", { occupation })).ok).toBe(true);
  }
  for (const desk of [second, first]) {
    await desk.call("sync");
    await untilProven(desk);
  }
  await exchange();
  const [one, two] = [await story(first), await story(second)];
  expect(one).toEqual(two);
  expect(one.every(([, state, verdict]) => state === "booked" && verdict === "ok")).toBe(true);
  expect(one).toHaveLength(3 + ROUNDS + 2);
  for (const { call } of [first, second]) {
    const card = await call("card", "aidFile", "file-0001");
    expect(card?.facts).toMatchObject({ residence: "4号路", mailingAddress: "5号路", occupation: "工人" });
    expect(card?.view.conflicts.map(({ heads }) => heads.map(({ v }) => v))).toEqual([["工人", "农民"]]);
    expect(await call("troubles")).toEqual([]);
  }
  // blocks of numbers may still be granted while we look: equal in the end, and then really equal
  const bureau = await first.call("bureauId");
  const hash = () => center.stateHash(bureau);
  await expect
    .poll(async () => [await first.call("stateHash"), await second.call("stateHash"), await hash()], {
      timeout: 60_000,
    })
    .toSatisfy((hashes: readonly string[]) => new Set(hashes).size === 1);
  // the clock really was mad: years lie between what the host says of one op and of the next
  const own = (await second.call("history", "aidFile", "file-0001")).filter(
    ({ desk }) => desk === "二号工位",
  );
  const walls = own.map(({ claimedAt }) => Date.parse(claimedAt));
  expect(walls).toHaveLength(ROUNDS / 2 + 1);
  expect(Math.max(...walls) - Math.min(...walls)).toBeGreaterThan(DECADE_MS / 20);
  expect(looks).toBeGreaterThan(10);
});
