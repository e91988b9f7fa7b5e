import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHost, type Machine } from "../../../host/machine.ts";
import type { MachineOptions, Printer } from "../../../host/machineOptions.ts";
import type { Host, HostInput, HostOutput } from "../../../shared/host/contract.ts";
import type { Result } from "../../../shared/kernel/result.ts";

/** The machine's edge: a printer that makes a "PDF" of the HTML without a browser. */
export const paperPrinter: Printer = {
  pdf: async (html) => Buffer.from(`%PDF-1.7 ${html}`, "utf8"),
  close: async () => undefined,
};

/** Small enough that every test opens its machine in milliseconds. */
const SIZES = { reserveBytes: 64 * 1024 };

/** A data folder of a test; removed by `removeFolder`. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), "desk-"));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Opens a machine, or fails the test. */
export const openMachine = async (
  folder: string,
  options: Partial<MachineOptions> = {},
): Promise<Machine> => {
  const opened = await createHost({
    folder,
    version: "0.1.0-test",
    shell: "browser",
    printer: paperPrinter,
    minFreeBytes: 0,
    sizes: SIZES,
    ...options,
  });
  return answered(opened);
};

/** The value of an answer; a refusal fails the test and says its code. */
export const answered = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} ${result.refusal.detail ?? ""}`);
  return result.value;
};
/** The code of a refusal, or "ok". */
export const codeOf = (result: Result<unknown>): string => (result.ok ? "ok" : result.refusal.code);

/** The founder of every test desk; an invented person. */
export const FOUNDER = {
  login: "founder",
  password: "Tulip-meadow-42",
  staffName: "王一",
  deskName: "窗口一",
} as const;
export const setUp = async (host: Host): Promise<HostOutput<"desk.setUp">> =>
  answered(await host["desk.setUp"](FOUNDER));
export const signIn = (host: Host) =>
  host["user.signIn"]({ login: FOUNDER.login, password: FOUNDER.password });

/** A commit that any dictionary would accept as far as the host looks. */
export const wish = (reason = ""): HostInput<"journal.commit"> => ({
  intent: "aidFile.recordFacts",
  payload: `{"muts":[],"reason":${JSON.stringify(reason)}}`,
  schema: 1,
  minReader: 1,
  seen: { epoch: "", seq: 0, head: "" },
});
