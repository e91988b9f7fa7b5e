import type { Desk } from "../../../../renderer/data/desk.ts";
import { perform, type Saved } from "../../../../renderer/data/perform.ts";
import { destructionList } from "../../../../renderer/data/questions/destruction.ts";
import { refusedOps } from "../../../../renderer/data/questions/disputes.ts";
import { viewAt } from "../../../../renderer/data/recordStore.ts";
import { destroyRecords } from "../../../../shared/commands/destroyRecords.ts";
import type { Result } from "../../../../shared/kernel/result.ts";

/** What a test may do about a destruction by law: as the archive's page does, and as whoever has the key looks. */
export const destroys = (desk: () => Desk) => ({
  destroy: async (
    archiveId: string,
  ): Promise<{ readonly obstacle: string; readonly result: Result<Saved> }> => {
    const view = await viewAt(desk(), { t: "archiveFile", id: archiveId });
    const { obstacle, records } = await destructionList(view)(desk());
    const wish = { t: "archiveFile", id: archiveId, input: { records } } as const;
    return { obstacle, result: await perform(desk(), destroyRecords, wish) };
  },
  refusedOps: () => refusedOps()(desk()),
  /** Everything the browser's database holds, opened. */
  opened: async (): Promise<string> => {
    const { db, seal } = desk();
    const [ops, records, sheets, volumes] = await Promise.all([
      db.ops.toArray(),
      db.records.toArray(),
      db.sheets.toArray(),
      db.volumes.toArray(),
    ]);
    const all = await Promise.all([
      ...ops.map(({ h, sealed }) => seal.open("ops", h, sealed)),
      ...records.map(({ t, id, sealed }) => seal.open("records", `${t}/${id}`, sealed)),
      ...sheets.map(({ no, sealed }) => seal.open("sheets", String(no), sealed)),
      ...volumes.map(({ t, from, upTo, sealed }) => seal.open("volumes", `${t}/${from}-${upTo}`, sealed)),
    ]);
    return JSON.stringify(all);
  },
  /** Everything the journal holds, opened. */
  journal: async (): Promise<string> =>
    JSON.stringify(await desk().host["journal.read"]({ after: 0, limit: 1000 })),
});
