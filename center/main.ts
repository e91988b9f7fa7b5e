import { readFileSync, writeFileSync } from "node:fs";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { optionOf, readConfig } from "./config.ts";
import { FIRST_LOGIN } from "./console/accounts.ts";
import { restoreFrom } from "./restoreFrom.ts";
import { runCenter } from "./startCenter.ts";

/** Takes a bundle file without a browser, writes the answer beside it, and ends (docs/protocol.md §10). */
const importFile = async (file: string, answerFile: string): Promise<number> => {
  const config = { ...readConfig(process.argv.slice(2), process.env), port: 0, host: "127.0.0.1" };
  const center = await runCenter(config, { now: Date.now });
  try {
    const taken = await center.importBundle(readFileSync(file));
    const { answer, ...about } =
      taken.ok && taken.value.is === "answered" ? taken.value : { ...taken, answer: undefined };
    process.stdout.write(`${JSON.stringify(about)}\n`);
    if (answer === undefined) return 1;
    writeFileSync(answerFile, answer, { flag: "wx", mode: 0o600, flush: true });
    return 0;
  } finally {
    await center.stop();
  }
};

/** A pair for backups: the public half goes into LAD_BACKUP_RECIPIENT, the other into a safe. Printed once, kept nowhere. */
const printBackupKey = async (): Promise<void> => {
  const identity = await generateX25519Identity();
  process.stdout.write(`${JSON.stringify({ recipient: await identityToRecipient(identity), identity })}\n`);
};

/** `--restore FILE --identity KEYFILE`: into an empty data folder and database; the next start goes on from there. */
const printRestored = async (file: string, keyFile: string): Promise<void> => {
  const identity = readFileSync(keyFile, "utf8").trim();
  const config = readConfig(process.argv.slice(2), process.env);
  process.stdout.write(`${JSON.stringify(await restoreFrom(config, { file, identity }))}\n`);
};

/** `npm run center -- --data DIR --port N`: one JSON line on standard output when ready, everything else on standard error. */
const [toImport, toAnswer, toRestore, keyFile] = ["--import", "--answer", "--restore", "--identity"].map(
  (name) => optionOf(process.argv, name),
);
try {
  if (process.argv.includes("--backup-key")) {
    await printBackupKey();
    process.exit(0);
  }
  if (toRestore !== undefined) {
    await printRestored(toRestore, keyFile ?? "");
    process.exit(0);
  }
  if (toImport !== undefined) process.exit(await importFile(toImport, toAnswer ?? `${toImport}.answer.ladb`));
  const center = await runCenter(readConfig(process.argv.slice(2), process.env), { now: Date.now });
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    center.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  if (center.firstPassword !== undefined)
    process.stderr.write(
      `console: ${center.url}/console, user "${FIRST_LOGIN}", one-time password ${center.firstPassword}\n`,
    );
  process.stdout.write(`${JSON.stringify({ ready: true, url: center.url })}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
