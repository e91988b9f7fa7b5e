import PouchDB from "pouchdb-browser";
import type { Engine } from "./engine.ts";

/** Its default is 100; larger batches suit it better here. */
const BATCH = 500;
let db: PouchDB.Database;

/** PouchDB on IndexedDB, replicating with the server that the page came from. */
export const pouch: Engine = {
  open: async () => {
    db = new PouchDB("cases");
    await db.info();
  },
  fill: async (records) => {
    const answers = await db.bulkDocs(records.map(({ id, ...fields }) => ({ _id: id, ...fields })));
    if (answers.some((answer) => "error" in answer)) throw new Error("a record was refused");
  },
  sync: async () => {
    const remote = new PouchDB(`${location.origin}/db/cases`);
    const { push, pull } = await db.sync(remote, { batch_size: BATCH, batches_limit: 10 });
    if (push?.ok !== true || pull?.ok !== true) throw new Error("replication failed");
  },
  edit: async (edits) => {
    for (const { id, field, value } of edits) await db.put({ ...(await db.get(id)), [field]: value });
  },
  shown: async (id) => JSON.stringify(await db.get(id)),
  count: async () => (await db.info()).doc_count,
};
