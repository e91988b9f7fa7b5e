import { readFileSync, writeFileSync } from "node:fs";
import { optionOf, readConfig } from "./config.ts";
import { FIRST_LOGIN } from "./console/accounts.ts";
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

/** `npm run center -- --data DIR --port N`: one JSON line on standard output when ready, everything else on standard error. */
const [toImport, toAnswer] = ["--import", "--answer"].map((name) => optionOf(process.argv, name));
try {
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
