import { putOnStick } from "../../../host/bundles/stick.ts";

/** Writes bundle-like files onto a folder until it is killed: `node stickWriter.ts FOLDER`. Each is its own name, repeated. */
const folder = process.argv[2] ?? "";
const LENGTH = 4 * 1024 * 1024;
for (let at = 0; ; at += 1) {
  const name = `report-${at}.ladb`;
  await putOnStick(folder, name, Buffer.alloc(LENGTH, name));
  process.stdout.write(`${name}\n`);
}
