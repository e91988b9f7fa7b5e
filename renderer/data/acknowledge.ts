import type { Desk } from "./desk.ts";
import { asOnlyWriter } from "./lock.ts";
import { readMeta, writeMeta } from "./meta.ts";

/** A named person has looked at the alarm of this desk: it is taken down, and that is noted beside the journal. */
export const acknowledgeAlarm = (desk: Desk): Promise<void> =>
  asOnlyWriter(desk.session.installId, async () => {
    const { alarm } = await readMeta(desk.db);
    if (alarm === "") return;
    const noted = await desk.host["journal.note"]({
      kind: "audit",
      body: JSON.stringify({ acknowledged: alarm }),
    });
    if (noted.ok) await writeMeta(desk.db, { alarm: "" });
  });
