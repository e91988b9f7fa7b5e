import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const require = createRequire(import.meta.url);
type Batch = (operations: unknown, options: object, ready: unknown) => void;

/** LevelDB that waits for the disk with every write. As shipped PouchDB's server does not: that would be no fair race. */
const durable = (location: string): unknown => {
  const level = require("leveldown")(location) as { _batch: Batch };
  const batch = level._batch.bind(level);
  level._batch = (operations, options, ready) => batch(operations, { ...options, sync: true }, ready);
  return level;
};

/** express-pouchdb over PouchDB on LevelDB, on the origin that also serves the page. */
export const pouchServer = async (pageFolder: string) => {
  const express = require("express");
  const PouchDB = require("pouchdb");
  const folder = mkdtempSync(join(tmpdir(), "rivals-pouch-"));
  const Stored = PouchDB.defaults({ prefix: `${folder}/`, db: durable });
  const app = express();
  app.use("/db", require("express-pouchdb")(Stored, { mode: "minimumForPouchDB" }));
  app.use(express.static(pageFolder));
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  await new Stored("cases").info();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    end: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
