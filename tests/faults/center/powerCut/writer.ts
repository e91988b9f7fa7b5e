import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { shelve } from "../../../../center/bundles/shelf.ts";
import type { Center } from "../../../../center/context.ts";
import { makeFolder } from "../../../../center/files.ts";
import type { Running } from "../../../../center/startCenter.ts";
import { aFoundedDesk } from "../../../contract/center/aBureau.ts";
import { handOver, name } from "../../../contract/center/attachments.ts";
import { diskNotes } from "../../host/powerCut/diskNotes.ts";
import { watchDisk } from "../../host/powerCut/watchDisk.ts";
import { aSafe } from "../aSafe.ts";
import { isOurs } from "./ours.ts";

/*
 * A working day of a real center, traced: `node writer.ts ROOT TRACE`. Whenever somebody has been answered, what lies on
 * its disk by then is noted with the hash of its bytes: from then on it must be there.
 */
const [root = "", tracePath = ""] = process.argv.slice(2);
const [data, place] = [join(root, "data"), join(root, "place")];
const notes = diskNotes(root, tracePath);
await watchDisk(notes);
await makeFolder(place);

const filesBelow = (at = ""): readonly string[] =>
  readdirSync(join(root, at), { withFileTypes: true }).flatMap((entry) => {
    const path = join(at, entry.name);
    if (!isOurs(path)) return [];
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
const answered = (): void => {
  const files = filesBelow().map((path) => [
    path,
    createHash("sha256")
      .update(readFileSync(join(root, path)))
      .digest("hex"),
  ]);
  notes.said(JSON.stringify(Object.fromEntries(files)));
};

const putOnShelves = async (): Promise<void> => {
  const center = { config: { dataDir: data } } as Center;
  const label = { bureauName: "兰坪县司法局", deskName: "一号工位", needs: [] };
  const ids = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];
  for (const [at, id] of [...ids, ...ids].entries()) {
    await shelve(center, at % 2 === 0 ? "answers" : "parked", { id, bytes: Buffer.alloc(900, at), label });
    answered();
  }
};
const work = async (center: Running): Promise<void> => {
  answered();
  const desk = await aFoundedDesk(center, "bureau-fault-032");
  const contents = [1, 2, 3].map((at) => Buffer.alloc(at * 700, at));
  for (const content of contents) {
    await name(desk, content);
    await handOver(desk, content);
    answered();
  }
  await center.backUp();
  answered();
  await putOnShelves();
};

const safe = await aSafe();
for (const round of ["first", "second"]) {
  const center = await safe.start(data, [place]);
  await (round === "first" ? work(center) : center.backUp());
  answered();
  await center.stop();
}
