import { type Running, startCenter } from "../../../center/startCenter.ts";
import type { BookedOp } from "../../../shared/ops/op.ts";
import { aFolder } from "../../contract/center/aCenter.ts";
import { putsOf, type TestDesk } from "../../contract/center/aDesk.ts";

/** A province and a county's hub under it, each a real center on its own PostgreSQL. */
export type Cascade = {
  readonly province: () => Running;
  readonly hub: () => Running;
  /** Ends one and starts it again on the same data and port. */
  readonly restart: (which: "province" | "hub") => Promise<void>;
  readonly stop: (which: "province" | "hub") => Promise<void>;
  readonly end: () => Promise<void>;
};

const portOf = ({ url }: Running): number => Number(new URL(url).port);

/** One round of the hub with its province, which must leave nothing open. */
const untilEven = async (hub: Running): Promise<void> => {
  const became = await hub.ship();
  if (became !== "even") throw new Error(`the hub's round came to ${became}`);
};

/** Starts both; the hub is made known with a code of the province. `now` is the clock of both. */
export const aCascade = async (now: () => number = Date.now): Promise<Cascade> => {
  process.env.LAD_LOG ??= "silent";
  const folders = { province: aFolder(), hub: aFolder() };
  let province = await startCenter({ dataDir: folders.province.path, port: 0, now });
  const upstream = { url: province.url, code: await province.issueHubCode("兰坪县法援中心") };
  let hub = await startCenter({ dataDir: folders.hub.path, port: 0, now, upstream });
  const ports = { province: portOf(province), hub: portOf(hub) };
  await untilEven(hub);
  const running = new Set(["province", "hub"]);
  const stop = async (which: "province" | "hub"): Promise<void> => {
    if (running.delete(which)) await (which === "hub" ? hub : province).stop();
  };
  const start = async (which: "province" | "hub"): Promise<void> => {
    const options = { dataDir: folders[which].path, port: ports[which], now };
    if (which === "hub") hub = await startCenter({ ...options, upstream });
    else province = await startCenter(options);
    running.add(which);
  };
  return {
    province: () => province,
    hub: () => hub,
    stop,
    restart: async (which) => {
      await stop(which);
      await start(which);
    },
    end: async () => {
      await stop("hub");
      await stop("province");
      for (const { remove } of Object.values(folders)) remove();
    },
  };
};

/** Greets as a desk does that has taken over the epoch and offers nothing more. */
export const greet = (desk: TestDesk, epoch: string) => desk.hello({ cursor: { epoch, seq: 0, chain: "" } });

/** One more fact of a file. */
export const fact = (desk: TestDesk, id: string, value: string) =>
  desk.op(putsOf("aidFile", id, { caseFacts: value }));

/** The whole book as a desk pulls it. */
export const bookOf = async (
  desk: TestDesk,
): Promise<{ epoch: string; seq: number; chain: string; ops: readonly BookedOp[] }> => {
  const { epoch, head } = await desk.hello();
  const ops: BookedOp[] = [];
  while (ops.length < head.seq) ops.push(...(await desk.pull(ops.length, epoch)).ops);
  return { epoch, seq: head.seq, chain: head.chain, ops };
};
