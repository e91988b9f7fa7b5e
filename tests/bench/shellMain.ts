import { shellHere } from "../faults/desk/aDeskPage.ts";

/* The process behind shellProcess.ts: serves one data folder, and answers its parent. */

const [folder = "", pageFolder = ""] = process.argv.slice(2);
const shell = await shellHere(folder, pageFolder);
process.on("message", async (question) => {
  if (question === "entry") process.send?.(await shell.entry());
  else {
    await shell.close();
    process.exit(0);
  }
});
process.send?.("ready");
