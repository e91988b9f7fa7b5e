/** Writes the generated pages of docs/: the printed data dictionary and the step diagrams. A test keeps them current. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./runScript.mjs";

const { dictionaryPage } = await import("../shared/dictionary/toMarkdown.ts");
const { stepsPage } = await import("../shared/workflow/toMarkdown.ts");

/** Every generated page: its path below docs/ and its text. */
export const PAGES = { "dictionary.md": dictionaryPage(), "steps.md": stepsPage() };

if (process.argv[1] === import.meta.filename)
  for (const [name, text] of Object.entries(PAGES)) writeFileSync(join(ROOT, "docs", name), text);
