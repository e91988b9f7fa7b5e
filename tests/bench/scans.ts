import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { startEmbedded } from "../../center/db/embedded.ts";
import { aFolder } from "../contract/center/aCenter.ts";
import { centerProcesses } from "../faults/center/centerProcesses.ts";
import { codeInTheBook } from "../faults/center/codeInTheBook.ts";
import { found } from "../faults/desk/aCase.ts";
import { aDeskPage, type DeskPage, type Ground } from "../faults/desk/aDeskPage.ts";
import { memoryOf, peakMemoryNaming, peakMemoryOf } from "../faults/memoryOf.ts";

/** Enclosures of one desk, each a small paper of its own, ten to a file. */
const SCANS = Number(process.env.LAD_BENCH_SCANS ?? 10_000);
const SCAN_BYTES = 6000;
/** Enclosures added before the browser is asked again; keeps one evaluate call short. */
const CHUNK = 100;
const LOOK_MS = 500;

/** Runs in the page: files, and for each what a scanner would hand over. */
const addScans = async ([from, amount, bytes]: readonly [number, number, number]): Promise<void> => {
  for (let at = from; at < from + amount; at += 1) {
    const id = `file-${Math.floor(at / 10)}`;
    const facts = { origin: "APPLICATION", personName: `受援人${at}` };
    const made = at % 10 === 0 ? await window.bench.create("aidFile", id, facts) : { ok: true as const };
    const kept = await window.bench.addScan(id, `第${at}件.pdf`, bytes);
    for (const each of [made, kept]) if (!each.ok) throw new Error(each.refusal.code);
  }
};

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const startMs = performance.now();
  await work();
  return (performance.now() - startMs) / 1000;
};

/** How many chunks the center has on its disk; the folder comes with the first. */
const arrived = (folder: string): number =>
  !existsSync(folder)
    ? 0
    : readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

const untilAllArrived = async (folder: string): Promise<void> => {
  while (arrived(folder) < SCANS) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
};

/** The list of one file's enclosures, as its page asks for it. */
const listSeconds = ({ call }: DeskPage): Promise<number> => secondsOf(() => call("scans", "file-0"));

/**
 * Ten thousand enclosures kept at one desk and sent to the province (F68): how fast, how much memory desk and
 * center held at most, and what the list of one file costs after the first hundred and after all.
 */
export const benchScans = async (ground: Ground): Promise<Readonly<Record<string, number>>> => {
  process.env.LAD_LOG ??= "silent";
  const folder = aFolder();
  const embedded = await startEmbedded(folder.path, () => undefined);
  const centers = centerProcesses();
  const code = await codeInTheBook(embedded.url);
  const center = await centers.start(["--data", folder.path], { DATABASE_URL: embedded.url });
  const centerStart = memoryOf(center.pid);
  const desk = await aDeskPage(ground);
  const add = async (from: number): Promise<void> =>
    desk.page().evaluate(addScans, [from, Math.min(CHUNK, SCANS - from), SCAN_BYTES] as const);
  try {
    await found(desk);
    await add(0);
    const listFirst = await listSeconds(desk);
    const adding = await secondsOf(async () => {
      for (let made = CHUNK; made < SCANS; made += CHUNK) await add(made);
    });
    const listLast = await listSeconds(desk);
    await desk.call("enrol", center.url, code);
    const sending = await secondsOf(async () => {
      await desk.call("sync");
      await untilAllArrived(join(folder.path, "blobs"));
    });
    return {
      scans: SCANS,
      kept_per_s: (SCANS - CHUNK) / adding,
      sent_per_s: SCANS / sending,
      list_ratio: listLast / listFirst,
      list_ms: listLast * 1000,
      desk_host_peak_mib: peakMemoryNaming("tests/bench/shellProcess.ts"),
      center_start_mib: centerStart,
      center_peak_mib: peakMemoryOf(center.pid),
    };
  } finally {
    await desk.end();
    centers.killAll();
    await embedded.stop();
    folder.remove();
  }
};
