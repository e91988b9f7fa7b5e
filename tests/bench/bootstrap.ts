import pg from "pg";
import { startEmbedded } from "../../center/db/embedded.ts";
import { type Running, startCenter } from "../../center/startCenter.ts";
import { ROUTES } from "../../shared/api/syncApi.ts";
import { stateText } from "../../shared/ops/fold.ts";
import type { RecordState } from "../../shared/ops/state.ts";
import { aYear } from "../builders/aYear.ts";
import { aFoundedDesk } from "../contract/center/aBureau.ts";
import { aFolder } from "../contract/center/aCenter.ts";
import type { TestDesk } from "../contract/center/aDesk.ts";
import { LOGIN, PASSWORD } from "../faults/desk/aCase.ts";
import { aDeskPage, type DeskPage, type Ground } from "../faults/desk/aDeskPage.ts";

/** Cases of the invented year whose records are taken again and again under other ids. */
const CASES = 400;
const CONSULTATIONS = 6 * CASES;
const INSERT = 500;
/** Asking the page how far it is takes two processes' time, which what is measured has not then. */
const LOOK_MS = 250;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A county's records as a year's commands leave them, as many as are asked for; copies have ids of their own. */
const someStates = (count: number): readonly RecordState[] => {
  const { states } = aYear({ cases: CASES, consultations: CONSULTATIONS });
  const year = states.filter(({ t }) => t !== "bureau");
  return Array.from({ length: count }, (_, at) => {
    const state = year[at % year.length] as RecordState;
    return { ...state, id: `${state.id}-${Math.floor(at / year.length)}` };
  });
};

/** Puts the records where the center's fold would have put them, at a book of as many ops. */
const fill = async (owner: pg.Client, bureau: string, states: readonly RecordState[]): Promise<number> => {
  let bytes = 0;
  for (let at = 0; at < states.length; at += INSERT) {
    const page = states.slice(at, at + INSERT);
    const texts = page.map(stateText);
    bytes += texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    await owner.query(
      "insert into entity (bureau, t, id, state, last_seq) select $1, *, 1 from unnest($2::text[], $3::text[], $4::text[])",
      [bureau, page.map(({ t }) => t), page.map(({ id }) => id), texts],
    );
  }
  await owner.query("update bureau_log set seq = seq + $2 where bureau = $1", [bureau, states.length]);
  return bytes;
};

/** Seconds the center takes to make the snapshot. */
const built = async (desk: TestDesk): Promise<number> => {
  const begun = Date.now();
  for (;;) {
    const reply = await desk.call(ROUTES.snapshot, { method: "GET" });
    const { state } = (await reply.json()) as { state: string };
    if (state === "ready") return (Date.now() - begun) / 1000;
    if (state === "none") throw new Error("the center makes no snapshot of this book");
    await pause(200);
  }
};

const loaded = async (desk: DeskPage): Promise<number> => {
  const begun = Date.now();
  await desk.call("sync");
  for (;;) {
    if ((await desk.call("lastReport"))?.loading?.stage === "ready") return (Date.now() - begun) / 1000;
    await pause(LOOK_MS);
  }
};

type Place = { readonly center: Running; readonly owner: pg.Client; readonly ground: Ground };

const measured = async ({ center, owner, ground }: Place, records: number) => {
  const founder = await aFoundedDesk(center);
  const bytes = await fill(owner, founder.bureau, someStates(records));
  const build = await built(founder);
  const desk = await aDeskPage(ground);
  try {
    await desk.call("join", {
      login: LOGIN,
      password: PASSWORD,
      deskName: "二号工位",
      centerUrl: center.url,
      code: await center.issueCode(founder.bureau),
    });
    await desk.call("openDesk");
    const bootstrap = await loaded(desk);
    await desk.call("reopen");
    const raw = await desk.call("rawWrite");
    const limit = Math.min(...raw.seconds);
    return {
      records: raw.rows,
      state_mib: bytes / 2 ** 20,
      center_build_s: build,
      bootstrap_s: bootstrap,
      records_per_s: raw.rows / bootstrap,
      raw_write_s: limit,
      raw_write_slower_s: Math.max(...raw.seconds),
      ratio: bootstrap / limit,
    };
  } finally {
    await desk.end();
  }
};

/**
 * A new desk filled by snapshot through real center, PostgreSQL, host and Chromium, download, proofs, sealing and indexes
 * included, against nothing but putting the very same rows into an IndexedDB of the same form, in the same run.
 */
export const benchBootstrap = async (
  ground: Ground,
  records: number,
): Promise<Readonly<Record<string, number>>> => {
  const folder = aFolder();
  const embedded = await startEmbedded(folder.path, () => undefined);
  const center = await startCenter({ dataDir: folder.path, port: 0, databaseUrl: embedded.url });
  const owner = new pg.Client({ connectionString: embedded.url });
  await owner.connect();
  try {
    return await measured({ center, owner, ground }, records);
  } finally {
    await owner.end();
    await center.stop();
    await embedded.stop();
    folder.remove();
  }
};
