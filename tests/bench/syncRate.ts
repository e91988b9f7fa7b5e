import { aCenter } from "../contract/center/aCenter.ts";
import { found, LOGIN, PASSWORD } from "../faults/desk/aCase.ts";
import { aDeskPage, type DeskPage, type Ground } from "../faults/desk/aDeskPage.ts";
import { type Traffic, trafficOf } from "./traffic.ts";

/** Ops pushed by the first desk and pulled by the second. */
const OPS = Number(process.env.LAD_BENCH_OPS ?? 10_000);
/** Ops recorded before the browser is asked again; keeps one evaluate call short. */
const CHUNK = 500;

const untilProven = async (desk: DeskPage, since: number): Promise<void> => {
  for (;;) {
    const { provenAt, unsent } = await desk.call("figures");
    if (provenAt > since && unsent === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const timed = async (desk: DeskPage): Promise<{ readonly seconds: number; readonly traffic: Traffic }> => {
  const traffic = trafficOf(desk.page());
  const begun = Date.now();
  await desk.call("sync");
  await untilProven(desk, begun);
  const seconds = (Date.now() - begun) / 1000;
  await desk.call("stopSync");
  return { seconds, traffic };
};

/** Pushing and pulling ten thousand ops through real pages, hosts, center and PostgreSQL: ops per second, bytes per op. */
export const benchSync = async (ground: Ground): Promise<Readonly<Record<string, number>>> => {
  const center = await aCenter();
  const first = await aDeskPage(ground);
  const second = await aDeskPage(ground);
  try {
    await found(first);
    for (let made = 0; made < OPS; made += CHUNK)
      await first.page().evaluate(makeOps, [made, CHUNK] as const);
    await first.call("enrol", center.url, await center.issueCode());
    const push = await timed(first);
    const bureau = await first.call("bureauId");
    await second.call("join", {
      login: LOGIN,
      password: PASSWORD,
      deskName: "二号工位",
      centerUrl: center.url,
      code: await center.issueCode(bureau),
    });
    await second.call("openDesk");
    const pull = await timed(second);
    return {
      ops: OPS,
      push_ops_per_s: OPS / push.seconds,
      push_bytes_per_op: push.traffic.sent / OPS,
      pull_ops_per_s: OPS / pull.seconds,
      pull_bytes_per_op: pull.traffic.received / OPS,
    };
  } finally {
    await first.end();
    await second.end();
    await center.end();
  }
};

/** Runs in the page: ops as a desk makes them, one file opened for every nine fields recorded. */
const makeOps = async ([from, amount]: readonly [number, number]): Promise<void> => {
  for (let at = from; at < from + amount; at += 1) {
    const id = `file-${String(Math.floor(at / 10)).padStart(6, "0")}`;
    const saved = await (at % 10 === 0
      ? window.bench.create("aidFile", id, {
          origin: "APPLICATION",
          personName: `受援人${at}`,
          matter: "M31_5B",
        })
      : window.bench.record("aidFile", id, {
          caseFacts: `第${at}次记载：用人单位拖欠工资三个月，没有书面合同。`,
        }));
    if (!saved.ok) throw new Error(saved.refusal.code);
  }
};
