import { randomBytes } from "node:crypto";
import { appendFileSync, chmodSync, existsSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { FILE_MODE, isDiskFull, makeFolder } from "./files.ts";

/** What a log line may carry besides its event: flat, and none of it about a person (security list, row 40). */
// biome-ignore format: a table is read by columns
const FIELDS = [
  "call", "code", "count", "bytes", "status", "shell", "version", "port", "report", "error", "stack", "segment", "state", "ms", "route",
] as const;
type FieldName = (typeof FIELDS)[number];
/** The fields of one line. */
export type LogFields = { readonly [name in FieldName]?: string | number | boolean };

/** The log of the host: one JSON object a line, an event name and flat fields. */
export type Log = (event: string, fields?: LogFields) => void;

const LOG_BYTES_MAX = 5 * 1024 * 1024;
const TEXT_MAX = 2000;
/** Runs of digits long enough to be a telephone or citizen number, and anything Chinese, have no place in a log. */
const PERSONAL = /\d{7,}[\dXx]?|\p{Script=Han}+/gu;

const clean = (value: string | number | boolean): string | number | boolean =>
  typeof value === "string" ? value.slice(0, TEXT_MAX).replaceAll(PERSONAL, "…") : value;

/** Opens the log in `folder`. Losing a line, because the disk is full, never stops the work that is logged. */
export const openLog = (folder: string, now: () => number): Log => {
  const path = join(makeFolder(folder), "host.jsonl");
  if (existsSync(path) && statSync(path).size > LOG_BYTES_MAX) renameSync(path, join(folder, "host.1.jsonl"));
  return (event, fields = {}) => {
    const known = FIELDS.flatMap((name) => (fields[name] === undefined ? [] : [[name, clean(fields[name])]]));
    const line = JSON.stringify({ at: new Date(now()).toISOString(), event, ...Object.fromEntries(known) });
    try {
      appendFileSync(path, `${line}\n`, { mode: FILE_MODE });
      chmodSync(path, FILE_MODE);
    } catch (cause) {
      if (!isDiskFull(cause)) throw cause;
    }
  };
};

/** Two short groups: easy to read out, and never so many digits in a row that the log takes them for a telephone. */
const newReport = (): string =>
  [randomBytes(2), randomBytes(2)].map((bytes) => bytes.toString("hex").toUpperCase()).join("-");

/** Logs a bug once and answers with the number that a clerk can read out over the telephone. */
export const reportBug = (log: Log, cause: unknown, fields: LogFields = {}): string => {
  const report = newReport();
  const error = cause instanceof Error ? cause.name : typeof cause;
  // The message of an error may quote what a person typed; where it was thrown does not.
  const stack =
    cause instanceof Error
      ? (cause.stack ?? "")
          .split("\n")
          .filter((line) => /^\s+at /.test(line))
          .join("\n")
      : "";
  log("bug", { ...fields, report, error, stack });
  return report;
};
