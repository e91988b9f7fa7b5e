import { afterAll, beforeAll, expect, it } from "vitest";
import { aFoundedDesk, aFurtherDesk } from "../../contract/center/aBureau.ts";
import { aCenter } from "../../contract/center/aCenter.ts";
import { putsOf, type TestDesk } from "../../contract/center/aDesk.ts";
import { foldBook } from "./foldBook.ts";

const BUREAUS = 10;
const DESKS = 10;
/** What each desk wrote while the province could not be reached. */
const OPS = 12;
/** The center's clock goes so much faster than ours, and the rests it asks for are so much shorter. */
const SPEED = 16;
const HOUR_MS = 3_600_000;
let center: Awaited<ReturnType<typeof aCenter>>;
let aheadMs = 0;
let since = 0;
const now = (): number =>
  since === 0 ? Date.now() + aheadMs : since + aheadMs + (Date.now() - since) * SPEED;

beforeAll(async () => {
  center = await aCenter(now);
});
afterAll(() => center.end());

type Tally = { readonly refused: Map<string, number>; readonly waitsMs: number[] };

/** Does one thing as a desk does: what is refused for now is asked again after the rest that the center names. */
const insist = async <T>(
  work: () => Promise<T>,
  isBusy: (answer: T) => boolean,
  { refused, waitsMs }: Tally,
): Promise<T> => {
  const begun = Date.now();
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const answer = await work();
    if (!isBusy(answer)) {
      waitsMs.push(Date.now() - begun);
      return answer;
    }
    refused.set("busy", (refused.get("busy") ?? 0) + 1);
    await new Promise((resolve) => setTimeout(resolve, (5000 * (0.5 + Math.random())) / SPEED));
  }
  throw new Error("turned away for good");
};
const statusOf = ({ status }: { readonly status: number }): boolean => status === 429 || status === 503;

const comeBack = async (desk: TestDesk, tally: Tally): Promise<number> => {
  // behind one address all the desks of a county ask at once: the way in is the narrow place
  await insist(
    async () => ({ status: (await desk.signIn()).status, token: desk.token() }),
    ({ token }) => token === "",
    tally,
  );
  const ops = Array.from({ length: OPS }, (_, n) =>
    desk.op(putsOf("aidFile", `file-${desk.feed.slice(0, 8)}-${n}`, { caseFacts: desk.name })),
  );
  const pushed = await insist(() => desk.pushBytes(desk.bodyOf(ops), {}), statusOf, tally);
  expect((pushed.body as unknown as { results: { s: string }[] }).results.map(({ s }) => s)).toEqual(
    ops.map(() => "ok"),
  );
  const { epoch } = await desk.hello();
  const page = await insist(() => desk.pull(0, epoch), statusOf, tally);
  return page.ops.length;
};

it("F81: a hundred desks of ten bureaus come back in one minute: all are let in, every op is booked once, nobody is turned away for good", async () => {
  const bureaus = await Promise.all(
    Array.from({ length: BUREAUS }, async () => {
      aheadMs += HOUR_MS;
      return [await aFoundedDesk(center)];
    }),
  );
  for (const desks of bureaus)
    for (let at = 1; at < DESKS; at += 1) {
      // an hour between two: codes are not guessed at that pace
      aheadMs += HOUR_MS;
      desks.push(await aFurtherDesk(center, desks[0]?.bureau ?? "", `${at + 1}号工位`));
    }
  aheadMs += HOUR_MS;
  since = Date.now();
  const tally: Tally = { refused: new Map(), waitsMs: [] };
  await Promise.all(bureaus.flat().map((desk) => comeBack(desk, tally)));
  // the crowd was one: some had to wait, as they should
  expect(tally.refused.get("busy") ?? 0).toBeGreaterThan(0);
  for (const [first] of bureaus) {
    if (first === undefined) throw new Error("a bureau has a desk");
    const { epoch, head } = await first.hello();
    const { ops } = await first.pull(0, epoch);
    expect(ops).toHaveLength(head.seq);
    expect(new Set(ops.map(({ h }) => h)).size).toBe(ops.length);
    expect(ops.filter(({ header }) => JSON.parse(header).intent === "test.write")).toHaveLength(
      DESKS * OPS + 1,
    );
    expect(foldBook(ops).hash).toBe(await center.stateHash(first.bureau));
  }
});
