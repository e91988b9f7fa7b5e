import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Embedded, startEmbedded } from "../../../center/db/embedded.ts";
import type { Op } from "../../../shared/ops/op.ts";
import { founding } from "../../contract/center/aBureau.ts";
import { aDataFolder } from "../../contract/center/aCenter.ts";
import { aDesk, putsOf, type TestDesk } from "../../contract/center/aDesk.ts";
import { chanceOf } from "../../simulate/machine/chance.ts";
import { centerProcesses } from "./centerProcesses.ts";
import { codeInTheBook } from "./codeInTheBook.ts";
import { type Event, impossibilities, type Read } from "./history.ts";

const SEED = 20261123;
const BUREAU = "bureau-history-01";
const OPS_EACH = 60;
const KILLS = 5;
const PAGE = 7;
/** A center that is killed is back within this time, or the test is about something else. */
const BACK_MS = 120_000;

const folder = aDataFolder();
let embedded: Embedded;
let owner: pg.Client;
const centers = centerProcesses();
const spawnCenter = () => centers.start(["--data", folder.path], { DATABASE_URL: embedded.url });
beforeAll(async () => {
  embedded = await startEmbedded(folder.path, () => undefined);
  owner = new pg.Client({ connectionString: embedded.url });
  await owner.connect();
});
afterAll(async () => {
  centers.killAll();
  await owner?.end();
  await embedded?.stop();
  folder.remove();
});

const chance = chanceOf(SEED);
const events: Event[] = [];
/** One clock for everybody: asked and answered in the order in which it happened here. */
let clock = 0;
const tick = (): number => {
  clock += 1;
  return clock;
};

/** The center of the moment; whoever finds it gone waits for the next. */
let center: Awaited<ReturnType<typeof spawnCenter>>;
let isBack: Promise<void> = Promise.resolve();
const killAndRestart = async (): Promise<void> => {
  const back = Promise.withResolvers<void>();
  isBack = back.promise;
  await center.kill();
  center = await spawnCenter();
  back.resolve();
};
const untilBack = async (waited: Promise<void>): Promise<void> => {
  const tooLong = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("the center did not come back")), BACK_MS).unref();
  });
  await Promise.race([waited, tooLong]);
};

/** Asks, and says whether an answer came. What came of a question whose answer was lost on the way nobody knows. */
const asked = async <T>(work: () => Promise<T>, isLost: boolean): Promise<T | undefined> => {
  try {
    const answer = await work();
    return isLost ? undefined : answer;
  } catch {
    return undefined;
  }
};

const pushes = async (desk: TestDesk, ops: readonly Op[], isLost = false): Promise<boolean> => {
  const from = tick();
  const reply = await asked(() => desk.push(ops), isLost);
  const named = ops.map(({ h, header }) => ({ h, n: (JSON.parse(header) as { n: number }).n }));
  const acked = reply?.results.flatMap(({ h, s, seq }) =>
    (s === "ok" || s === "dup") && seq !== undefined ? [{ h, seq }] : [],
  );
  const to = reply === undefined ? Number.POSITIVE_INFINITY : tick();
  events.push({
    did: "push",
    client: desk.feed,
    from,
    to,
    ops: named,
    ...(acked !== undefined && { acked }),
  });
  return acked?.length === ops.length;
};

type Where = { epoch: string; seq: number };
const readsOn = async (desk: TestDesk, at: Where, isLost = false): Promise<boolean> => {
  const from = tick();
  const page = await asked(() => desk.pull(at.seq, at.epoch, PAGE), isLost);
  if (page === undefined || page.status !== 200) return false;
  const ops = page.ops.map(({ seq, h, header, verdict }): Read => {
    const { feed, n } = JSON.parse(header) as { feed: string; n: number };
    return { seq, h, feed, n, verdict };
  });
  events.push({
    did: "read",
    client: desk.feed,
    from,
    to: tick(),
    after: at.seq,
    ops,
    head: page.trailer.head,
  });
  at.seq = page.trailer.to;
  return true;
};

/** A desk at work: it writes, sends again what was not acknowledged, and reads on, whatever happens to the center. */
const works = async (desk: TestDesk, at: Where): Promise<void> => {
  let waiting: Op[] = [];
  for (let made = 0; made < OPS_EACH || waiting.length > 0; ) {
    for (let more = 1 + chance.below(4); more > 0 && made < OPS_EACH; more -= 1, made += 1)
      waiting.push(
        desk.op(putsOf("aidFile", `file-000${chance.below(3)}`, { caseFacts: `${desk.name} ${made}` })),
      );
    const isSent = waiting.length === 0 || (await pushes(desk, waiting, chance.once(5)));
    if (isSent) waiting = [];
    const isRead = await readsOn(desk, at, chance.once(8));
    if (isSent && isRead) continue;
    // the answer was lost, or the center died: when it is another one by now, go there
    const isAlive = await fetch(`${center.url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (!isAlive) await untilBack(isBack);
    await asked(() => desk.moveTo(center.url), false);
  }
};

describe("histories of the running center, killed again and again (kill -9) while desks write and read", () => {
  it("I5, I6, I8, I9: no acknowledged op is lost, nobody reads backwards or the past, every number and feed has one history", {
    timeout: 600_000,
  }, async () => {
    const founder = aDesk("", BUREAU, "甲");
    const code = await codeInTheBook(embedded.url);
    center = await spawnCenter();
    await founder.moveTo(center.url).catch(() => undefined);
    expect((await founder.enrol(code)).status).toBe(200);
    await founder.signIn();
    expect(await pushes(founder, [founder.op(founding())])).toBe(true);
    await center.end();
    const codes = [await codeInTheBook(embedded.url, BUREAU), await codeInTheBook(embedded.url, BUREAU)];
    center = await spawnCenter();
    const desks = [founder];
    for (const [index, one] of codes.entries()) {
      const desk = aDesk(center.url, BUREAU, ["乙", "丙"][index]);
      expect((await desk.enrol(one)).status).toBe(200);
      desks.push(desk);
    }
    for (const desk of desks) await desk.moveTo(center.url);
    const { epoch } = await founder.hello();

    let isOver = false;
    const working = Promise.all(desks.map((desk) => works(desk, { epoch, seq: 0 }))).finally(() => {
      isOver = true;
    });
    let kills = 0;
    for (let mark = clock + 25; kills < KILLS && !isOver; mark = clock + 15 + chance.below(30)) {
      while (clock < mark && !isOver) await new Promise((resolve) => setTimeout(resolve, 2));
      if (isOver) break;
      await killAndRestart();
      kills += 1;
    }
    await working;

    const whole: Read[] = [];
    await founder.moveTo(center.url);
    for (const at = { epoch, seq: 0 }; ; ) {
      const { ops, trailer } = await founder.pull(at.seq, epoch, 500);
      for (const { seq, h, header, verdict } of ops) {
        const { feed, n } = JSON.parse(header) as { feed: string; n: number };
        whole.push({ seq, h, feed, n, verdict });
      }
      at.seq = trailer.to;
      if (ops.length === 0) break;
    }
    expect(impossibilities(events, whole)).toEqual([]);
    // what the checker was given: enough of everything that could have gone wrong
    const written = whole.filter(({ feed }) => desks.some((desk) => desk.feed === feed));
    expect(written).toHaveLength(desks.length * OPS_EACH + 1);
    const answered = events.filter(({ did, to }) => did === "push" && to !== Number.POSITIVE_INFINITY).length;
    const unanswered = events.filter(
      ({ did, to }) => did === "push" && to === Number.POSITIVE_INFINITY,
    ).length;
    expect([kills >= 3, answered > 30, unanswered > 5], `${kills} kills, ${answered}, ${unanswered}`).toEqual(
      [true, true, true],
    );
  });
});
