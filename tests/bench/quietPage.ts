import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchArgs } from "../../build/browsers.mjs";
import { openPipe } from "../../host/print/pipe.ts";
import type { DeskPage, Ground } from "../faults/desk/aDeskPage.ts";
import { shellProcess } from "./shellProcess.ts";

/**
 * A desk whose page nobody watches: no tool listens to its network, as the test driver does, so that a call to the host
 * takes as long as it does for a clerk.
 */
export type QuietPage = Pick<DeskPage, "call" | "folder" | "end"> & {
  readonly evaluate: <A, R>(work: (argument: A) => Promise<R> | R, argument: A) => Promise<R>;
};

type Evaluated<R> = {
  readonly result: { readonly value: R };
  readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
};

/** Starts a desk with its host in a process of its own and a browser of its own. */
export const quietPage = async ({ browserPath, pageFolder }: Ground): Promise<QuietPage> => {
  const [folder, profile] = [
    mkdtempSync(join(tmpdir(), "lad-desk-")),
    mkdtempSync(join(tmpdir(), "lad-profile-")),
  ];
  const shell = await shellProcess(folder, pageFolder);
  const browser = openPipe(browserPath, launchArgs({ userDataDir: profile }));
  const target = { url: await shell.entry() };
  const { targetId } = (await browser.send("Target.createTarget", target)) as { targetId: string };
  const attached = await browser.send("Target.attachToTarget", { targetId, flatten: true });
  const { sessionId } = attached as { sessionId: string };
  const run = async <R>(expression: string): Promise<R> => {
    const how = { expression, awaitPromise: true, returnByValue: true };
    const answer = (await browser.send("Runtime.evaluate", how, sessionId)) as Evaluated<R>;
    if (answer.exceptionDetails !== undefined)
      throw new Error(answer.exceptionDetails.exception?.description ?? "the page failed");
    return answer.result.value;
  };
  // refused while the page is still on its way
  const isReady = () => run<boolean>("'bench' in window").catch(() => false);
  while (!(await isReady())) await new Promise((resolve) => setTimeout(resolve, 50));
  return {
    folder,
    evaluate: (work, argument) => run(`(${work})(${JSON.stringify(argument)})`),
    call: ((name: string, ...input: readonly unknown[]) =>
      run(`window.bench.${name}(...${JSON.stringify(input)})`)) as DeskPage["call"],
    end: async () => {
      await browser.close();
      await shell.close();
      for (const each of [folder, profile]) rmSync(each, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
