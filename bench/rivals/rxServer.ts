import { once } from "node:events";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import pg from "pg";
import { startEmbedded } from "../../center/db/embedded.ts";
import { aFolder } from "../../tests/contract/center/aCenter.ts";

const require = createRequire(import.meta.url);
const packed = promisify(gzip);
type Doc = { readonly id: string; readonly _deleted?: boolean };
type PushRow = { readonly newDocumentState: Doc; readonly assumedMasterState?: Doc };
type Kept = { readonly id: string; readonly doc: Doc; readonly seq: string };

const same = (a: Doc | undefined, b: Doc | undefined): boolean => {
  const text = (doc: Doc | undefined): string =>
    JSON.stringify(
      Object.entries(doc ?? {})
        .filter(([key]) => key !== "_deleted")
        .sort(),
    );
  return text(a) === text(b);
};

/** One batch in one transaction: what is not as the client believed is answered, all else is written. */
const take = async (pool: pg.Pool, rows: readonly PushRow[]): Promise<readonly Doc[]> => {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("lock table cases in exclusive mode");
    const ids = rows.map(({ newDocumentState }) => newDocumentState.id);
    const known = await client.query<Kept>("select id, doc from cases where id = any($1)", [ids]);
    const masters = new Map(known.rows.map(({ id, doc }) => [id, doc]));
    const isConflict = ({ newDocumentState: { id }, assumedMasterState }: PushRow): boolean =>
      masters.has(id) && !same(masters.get(id), assumedMasterState);
    const good = rows.filter((row) => !isConflict(row)).map(({ newDocumentState }) => newDocumentState);
    await client.query(
      `insert into cases (id, doc) select d->>'id', d from jsonb_array_elements($1::jsonb) d
       on conflict (id) do update set doc = excluded.doc, seq = nextval('cases_seq_seq')`,
      [JSON.stringify(good)],
    );
    await client.query("commit");
    return rows.filter(isConflict).map(({ newDocumentState: { id } }) => masters.get(id) as Doc);
  } catch (cause) {
    await client.query("rollback");
    throw cause;
  } finally {
    client.release();
  }
};

/**
 * The HTTP endpoint that RxDB's documentation describes, over PostgreSQL as our own center starts it. Kinder than the one
 * of the documentation: whole batches in one transaction, a number of the server's own instead of the clients' clocks.
 */
export const rxServer = async (pageFolder: string) => {
  const express = require("express");
  const folder = aFolder();
  const database = await startEmbedded(folder.path, () => undefined);
  const pool = new pg.Pool({ connectionString: database.url });
  await pool.query("create table cases (id text primary key, doc jsonb not null, seq bigserial unique)");
  const app = express();
  app.use(express.json({ limit: "50mb" }));
  const answer = async (
    reply: { set: (headers: object) => { send: (body: Buffer) => void } },
    body: unknown,
  ) =>
    reply
      .set({ "content-type": "application/json", "content-encoding": "gzip" })
      .send(await packed(JSON.stringify(body)));
  app.post("/push", async ({ body }: { body: readonly PushRow[] }, reply: never) =>
    answer(reply, await take(pool, body)),
  );
  app.post("/pull", async ({ body }: { body: { after: number; limit: number } }, reply: never) => {
    const { rows } = await pool.query<Kept>(
      "select doc, seq from cases where seq > $1 order by seq limit $2",
      [body.after, body.limit],
    );
    const checkpoint = { seq: Number(rows.at(-1)?.seq ?? body.after) };
    await answer(reply, { documents: rows.map(({ doc }) => ({ ...doc, _deleted: false })), checkpoint });
  });
  app.use(express.static(pageFolder));
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    end: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await pool.end();
      await database.stop();
      folder.remove();
    },
  };
};
