import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Running, startCenter } from "../../../center/startCenter.ts";

/** A center with its own PostgreSQL in a fresh folder; `end` leaves no process and no file behind. */
export const aCenter = async (now?: () => number): Promise<Running & { readonly dataDir: string; readonly end: () => Promise<void> }> => {
  process.env.LAD_LOG ??= "silent";
  const dataDir = mkdtempSync(join(tmpdir(), "lad-center-"));
  const center = await startCenter({ dataDir, port: 0, ...(now !== undefined && { now }) });
  const end = async (): Promise<void> => {
    await center.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...center, dataDir, end };
};
