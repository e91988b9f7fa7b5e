import { fork } from "node:child_process";
import { once } from "node:events";
import { type Shell, shellHere } from "../faults/desk/aDeskPage.ts";

type ToShell = "entry" | "end";

/** One answer of the child to one question. */
const asked = async (child: ReturnType<typeof fork>, question: ToShell): Promise<string> => {
  child.send(question);
  const [answer] = (await once(child, "message")) as [string];
  return answer;
};

/** A desk's host in a process of its own, as people run it: the bench that measures must not share its thread. */
export const shellProcess = async (folder: string, pageFolder: string): Promise<Shell> => {
  const child = fork(import.meta.filename, [folder, pageFolder]);
  await once(child, "message");
  return {
    entry: () => asked(child, "entry"),
    close: async () => {
      child.send("end" satisfies ToShell);
      await once(child, "exit");
    },
  };
};

/** The child: serves one data folder, and answers its parent. */
const serve = async ([folder = "", pageFolder = ""]: readonly string[]): Promise<void> => {
  const shell = await shellHere(folder, pageFolder);
  process.on("message", async (question: ToShell) => {
    if (question === "entry") process.send?.(await shell.entry());
    else {
      await shell.close();
      process.exit(0);
    }
  });
  // a bench that was ended leaves nothing behind
  process.once("disconnect", () => process.exit(0));
  process.send?.("ready");
};

if (import.meta.main) await serve(process.argv.slice(2));
