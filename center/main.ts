import { readConfig } from "./config.ts";
import { FIRST_LOGIN } from "./console/accounts.ts";
import { runCenter } from "./startCenter.ts";

/** `npm run center -- --data DIR --port N`: one JSON line on standard output when ready, everything else on standard error. */
try {
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
