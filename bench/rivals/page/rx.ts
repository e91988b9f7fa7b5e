import { createRxDatabase, type RxCollection } from "rxdb";
import { replicateRxCollection } from "rxdb/plugins/replication";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import type { CaseRecord, Engine } from "./engine.ts";

const PUSH = 500;
const PULL = 1000;
let cases: RxCollection<CaseRecord>;

const post = async (path: string, body: unknown): Promise<never> => {
  const reply = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
  return (await reply.json()) as never;
};

/** RxDB on its Dexie storage, replicating over HTTP as its documentation describes, with its own conflict handler. */
export const rx: Engine = {
  open: async () => {
    const db = await createRxDatabase({ name: "cases", storage: getRxStorageDexie(), multiInstance: false });
    const text = { type: "string", maxLength: 20_000 };
    const fields = [
      "personName",
      "certNo",
      "phone",
      "residence",
      "matter",
      "caseFacts",
      "request",
      "employer",
      "occupation",
    ];
    const properties = {
      id: { type: "string", maxLength: 64 },
      ...Object.fromEntries(fields.map((each) => [each, text])),
    };
    const schema = { version: 0, primaryKey: "id", type: "object", properties, required: ["id"] };
    ({ cases } = (await db.addCollections({ cases: { schema } } as never)) as never);
  },
  fill: async (records) => {
    const { error } = await cases.bulkInsert([...records]);
    if (error.length > 0) throw new Error("a record was refused");
  },
  sync: async () => {
    const replication = replicateRxCollection<CaseRecord, { seq: number }>({
      collection: cases,
      replicationIdentifier: "cases-http",
      live: false,
      waitForLeadership: false,
      push: { batchSize: PUSH, handler: (rows) => post("/push", rows) },
      pull: {
        batchSize: PULL,
        handler: (checkpoint, limit) => post("/pull", { after: checkpoint?.seq ?? 0, limit }),
      },
    });
    const failed = new Promise<never>((_, reject) => replication.error$.subscribe(reject));
    await Promise.race([replication.awaitInitialReplication(), failed]);
    await replication.cancel();
  },
  edit: async (edits) => {
    for (const { id, field, value } of edits) {
      const found = await cases.findOne(id).exec();
      await found?.incrementalPatch({ [field]: value });
    }
  },
  shown: async (id) => JSON.stringify((await cases.findOne(id).exec())?.toJSON()),
  count: () => cases.count().exec(),
};
