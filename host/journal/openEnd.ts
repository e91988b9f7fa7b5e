import { type FileHandle, open } from "node:fs/promises";
import type { Scan } from "./scanJournal.ts";
import { segmentPath, startSegment } from "./segments.ts";

/**
 * Opens the last segment for appending, with whatever tail is torn; a journal that has none gets its first. What was read is
 * synced before anybody is shown it: a host that was killed leaves records in the system's hands alone (F12).
 */
export const openEnd = async (folder: string, scan: Scan): Promise<FileHandle> => {
  if (scan.end.segment === 0) return startSegment(folder, 1);
  if (scan.state === "damaged") return open(segmentPath(folder, scan.end.segment), "r");
  if (scan.end.offset === 0) return startSegment(folder, scan.end.segment);
  const file = await open(segmentPath(folder, scan.end.segment), "r+");
  await file.sync();
  return file;
};
