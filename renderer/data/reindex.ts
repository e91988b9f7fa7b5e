import { canonicalJson, type Json } from "../../shared/kernel/canonicalJson.ts";
import { viewOf } from "../../shared/ops/view.ts";
import { lawOf } from "./bureau.ts";
import type { Desk } from "./desk.ts";
import type { RecordRow } from "./deskDb.ts";
import type { DeskLaw } from "./deskLaw.ts";
import { asOnlyWriter } from "./lock.ts";
import { newRev } from "./memory.ts";
import { readMeta, writeMeta } from "./meta.ts";
import { indexOf } from "./project.ts";
import { openRecordRow, shownState } from "./recordStore.ts";
import { giveWay } from "./yielding.ts";

/** Records per turn at the lock, so that a person who saves meanwhile waits for a moment only. */
const PAGE = 200;
const LAST = "\uffff";

/** What the cached due days rest on: the parameters of the bureau and the loaded holiday tables. */
export const lawText = ({ calendar, parameters }: DeskLaw): string =>
  `[${calendarText(calendar)},${canonicalJson(parameters as unknown as Json)}]`;

const CALENDAR_TEXTS = new WeakMap<DeskLaw["calendar"], string>();
/** A calendar is a thousand days and does not change: its text is made once, not with every page of the book. */
const calendarText = (calendar: DeskLaw["calendar"]): string => {
  const text = CALENDAR_TEXTS.get(calendar) ?? canonicalJson(calendar as unknown as Json);
  CALENDAR_TEXTS.set(calendar, text);
  return text;
};

const fresh = async ({ seal }: Desk, row: RecordRow, law: DeskLaw): Promise<RecordRow> => {
  const view = viewOf(shownState(await openRecordRow(seal, row)));
  // the same edition: only days beside the record change, nothing that is sealed
  const { sheet, edition, sealed } = row;
  return { ...indexOf(view, law), sheet, edition, sealed };
};

/** One page of files with their due days under `law`; answers the last id done, or undefined at the end. */
const page = (desk: Desk, after: string, law: DeskLaw): Promise<string | undefined> =>
  asOnlyWriter(desk.session.installId, async () => {
    const { records } = desk.db;
    const rows = await records
      .where("[t+id]")
      .between(["aidFile", after], ["aidFile", LAST], false)
      .limit(PAGE)
      .toArray();
    const next = await Promise.all(rows.map((row) => fresh(desk, row, law)));
    await desk.db.transaction("rw", [records, desk.db.meta], async () => {
      await records.bulkPut(next);
      await writeMeta(desk.db, newRev());
    });
    return rows.length < PAGE ? undefined : rows.at(-1)?.id;
  });

/**
 * Computes every cached due day again when a holiday table or a parameter of the bureau has changed since the last time;
 * costs one look when nothing has. Deadlines themselves are never stored, so no file changes.
 */
export const reindexIfLawChanged = async (desk: Desk): Promise<boolean> => {
  const law = await lawOf(desk);
  const text = lawText(law);
  if ((await readMeta(desk.db)).law === text) return false;
  for (let after: string | undefined = ""; after !== undefined; ) {
    await giveWay();
    after = await page(desk, after, law);
  }
  await writeMeta(desk.db, { law: text });
  return true;
};
