import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Refusal } from "../shared/kernel/refusals.ts";
import { done, type Result, refuse } from "../shared/kernel/result.ts";
import { errorCode, isDiskFull, writeDurably } from "./files.ts";

/**
 * How this program writes a data folder. Raised with every change by which an earlier program could misread, or spoil
 * by writing on, what this one writes; a change it merely does not know of is not one.
 */
export const DATA_FORMAT = 1;
const FILE = "format.json";

/** The mark: the oldest format that may write here, and who set it. A later program may say more; that is not ours. */
const mark = z.object({ format: z.number().int().min(1), version: z.string() });
type Mark = z.infer<typeof mark>;

/** A folder without a mark is of the first program, or empty. A mark that is none was not written by us: set anew. */
const readMark = (folder: string): Mark | undefined => {
  try {
    const read = mark.safeParse(JSON.parse(readFileSync(join(folder, FILE), "utf8")));
    return read.success ? read.data : undefined;
  } catch (cause) {
    if (errorCode(cause) === "ENOENT" || cause instanceof SyntaxError) return undefined;
    throw cause;
  }
};

/**
 * Whether this program may open the folder: `version-unknown` with the version that wrote it, when that one was newer
 * (F11, I28). Then nothing is made or changed: an update that was taken back must not write on in an older form.
 */
export const mayOpenFolder = (folder: string): Result<void> => {
  const found = readMark(folder);
  return found === undefined || found.format <= DATA_FORMAT
    ? done(undefined)
    : refuse("version-unknown", undefined, found.version);
};

/** Marks the folder as this program's, once: from now on an earlier one leaves it alone. A full disk is marked later. */
export const markFolder = async (folder: string, version: string): Promise<void> => {
  if (readMark(folder)?.format === DATA_FORMAT) return;
  const bytes = Buffer.from(JSON.stringify({ format: DATA_FORMAT, version }));
  await writeDurably(join(folder, FILE), bytes).catch((cause: unknown) => {
    if (!isDiskFull(cause)) throw cause;
  });
};

/** Why a folder was not opened, in one sentence for whoever started the program. */
export const whyNotOpened = ({ code, detail = "" }: Refusal): string =>
  code === "version-unknown"
    ? `此数据文件夹由较新的版本（${detail}）写入，本版本不能打开，内容没有改动。请重新安装该版本或更新的版本。 A newer version (${detail}) wrote this data folder; this one does not open it and has changed nothing. Please install that version again, or a later one.`
    : "另一个工作台正在使用此数据文件夹。 Another desk is already using this data folder.";
