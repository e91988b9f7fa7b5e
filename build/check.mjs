/** `npm run check`: lint → rooms → types → knip → sizes. A red one does not hide the next; any red one fails. */

import { runScript } from "./runScript.mjs";
import { CHECKS } from "./steps.mjs";

const results = [];
for (const name of CHECKS) results.push({ name, green: (await runScript(name)) === 0 });

const line = results.map(({ name, green }) => `${name} ${green ? "passed" : "FAILED"}`).join(", ");
process.stdout.write(`check: ${line}\n`);
process.exitCode = results.every(({ green }) => green) ? 0 : 1;
