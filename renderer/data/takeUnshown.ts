import type { Desk } from "./desk.ts";
import { readMeta } from "./meta.ts";
import { catchUp } from "./recover.ts";

/** Whether the journal has a save that this database does not: it failed there, and was answered as saved all the same. */
export const isUnshown = async ({ db, host, session }: Desk): Promise<boolean> => {
  const { journal } = await readMeta(db);
  const after = journal?.feed === session.feed ? journal.n : 0;
  const read = await host["journal.read"]({ after, limit: 1 });
  return read.ok && read.value.ops.length > 0;
};

/** Takes in what the journal alone has: until then it is neither shown nor delivered (I35), and nothing is in sync (R15). */
export const takeUnshown = async (desk: Desk): Promise<void> => {
  if (await isUnshown(desk)) await catchUp(desk);
};
