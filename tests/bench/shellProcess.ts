import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Shell } from "../faults/desk/aDeskPage.ts";

type ToShell = "entry" | "end";

/** One answer of the child to one question. */
const asked = async (child: ReturnType<typeof fork>, question: ToShell): Promise<string> => {
  child.send(question);
  const [answer] = (await once(child, "message")) as [string];
  return answer;
};

/** A desk's host in a process of its own, as people run it: the bench that measures must not share its thread. */
export const shellProcess = async (folder: string, pageFolder: string): Promise<Shell> => {
  const child = fork(join(import.meta.dirname, "shellMain.ts"), [folder, pageFolder]);
  await once(child, "message");
  return {
    entry: () => asked(child, "entry"),
    close: async () => {
      child.send("end" satisfies ToShell);
      await once(child, "exit");
    },
  };
};
