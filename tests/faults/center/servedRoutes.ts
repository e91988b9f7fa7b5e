import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../../build/runScript.mjs";

/** What desks ask, by method and path. */
export const DESK = ["enrol", "challenge", "session", "push", "rescue", "hello", "numbers"]
  .map((name) => `post ROUTES.${name}`)
  .concat("get ROUTES.pull", "get ROUTES.snapshot");
/** Pieces of a first load, by their hash. */
export const SNAPSHOT = ["get snapshot/:id"];
/** What a county's hub asks of its province, and a desk that is told to move. */
export const HUB = ["enrol", "challenge", "session", "hello", "ship", "rescue", "publications", "terms"]
  .concat("blobState", "blobOpen", "blobChunk", "blobComplete")
  .map((name) => `post HUB_ROUTES.${name}`);
/** Attachments, below their own route. */
export const BLOBS = [
  "post blobs",
  "post blobs/state",
  "post blobs/:name/complete",
  "put blobs/:name/:index",
  "get blobs/:name",
  "get blobs/:name/:index",
];
/** What takes no parameter. */
export const PLAIN = ["get /health", "get /ready", "get /", "get /console/style.css"];
/** The pages and forms of the province. */
export const CONSOLE = [
  "get /console",
  "get /console/sign-in",
  "post /console/sign-in",
  "get /console/password",
  "post /console/password",
  "post /console/sign-out",
  "post /console/bureaus",
  "post /console/bureaus/:bureau/codes",
  "post /console/bureaus/:bureau/revoke",
  "post /console/bureaus/:bureau/renew",
  "get /console/bureaus/:bureau",
  "get /console/bureaus/:bureau/:t/:id",
  "post /console/bureaus/:bureau/holds",
  "post /console/bureaus/:bureau/recovered",
  "get /console/statistics",
  "post /console/bundles/codes",
  "post /console/bundles/enrol",
  "get /console/bundles",
  "post /console/bundles",
  "get /console/bundles/:id",
  "get /console/reference",
  "post /console/reference/:kind",
  "get /console/backups",
  "post /console/backups",
  "get /console/hubs",
  "post /console/hubs",
  "post /console/bureaus/:bureau/take-over",
];

/** Every route that stands in the center's sources. */
export const servedRoutes = (): readonly string[] => {
  const sources = readdirSync(join(ROOT, "center"), { recursive: true, encoding: "utf8" });
  const served = sources
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => [
      ...readFileSync(join(ROOT, "center", name), "utf8").matchAll(
        /app\.(get|post|put)(?:<[^(]*>)?\(\s*((?:HUB_)?ROUTES\.\w+|"[^"]*"|`[^`]*`|blobs)/g,
      ),
    ]);
  return [
    ...new Set(
      served.map(
        ([, method, path]) =>
          `${method} ${path?.replaceAll(/["`]/g, "").replace(/\$\{(?:ROUTES\.)?(blobs|snapshot)\}/, "$1")}`,
      ),
    ),
  ].toSorted();
};
