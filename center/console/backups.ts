import type { FastifyInstance } from "fastify";
import type { BackedUp, Backups } from "../backup/backUp.ts";
import { deviceOf, type Place, placesNow, sameDiskAs } from "../backup/places.ts";
import { PLACES_NEEDED } from "../backup/stable.ts";
import type { Center } from "../context.ts";
import { type Gate, sendPage } from "./gate.ts";
import { type Html, html } from "./html.ts";
import { form, localTime, page, type Reader, say } from "./layout.ts";

type PlaceRow = { readonly place: string; readonly verified_at: Date };
type StableRow = { readonly name: string; readonly seq: string; readonly stable_seq: string };
type ChunkRow = { readonly held: string; readonly stable: string };
type View = {
  readonly configured: readonly Place[];
  /** The disk of the center itself. */
  readonly ownDevice: string;
  readonly places: readonly PlaceRow[];
  readonly books: readonly StableRow[];
  readonly failed: readonly string[];
  /** Places whose books were written and whose attachments were not all. */
  readonly partly: readonly string[];
  readonly attachments: ChunkRow;
};

const warning = (reader: Reader, { configured, failed, partly }: View): Html => {
  const named = (word: "backupFailed" | "backupPartly", places: readonly string[]): Html =>
    html`<p class="bad">${say(reader, word).replace("{places}", places.join("、"))}</p>`;
  if (failed.length > 0) return named("backupFailed", failed);
  if (partly.length > 0) return named("backupPartly", partly);
  if (configured.length === 0) return html`<p class="bad">${say(reader, "backupsNone")}</p>`;
  if (configured.length < PLACES_NEEDED) return html`<p class="bad">${say(reader, "backupsOne")}</p>`;
  const disks = new Set(configured.map(({ device }) => device).filter((device) => device !== ""));
  return disks.size < PLACES_NEEDED ? html`<p class="bad">${say(reader, "backupsOneDisk")}</p>` : html``;
};

/** What is wrong with a place, if anything. */
const remarkOf = (reader: Reader, { configured, ownDevice }: View, place: Place): string => {
  if (place.device === "") return say(reader, "placeMissing");
  const other = sameDiskAs(configured, place);
  if (other !== undefined) return say(reader, "placeSameDisk").replace("{place}", other.path);
  return place.device === ownDevice ? say(reader, "placeOwnDisk") : "";
};

const placeLine = (reader: Reader, view: View, place: Place): Html => {
  const row = view.places.find((each) => each.place === place.path);
  return html`<tr><td class="mono">${place.path}</td><td>${row === undefined ? say(reader, "never") : localTime(row.verified_at)}</td><td class="bad">${remarkOf(reader, view, place)}</td></tr>`;
};

const backupsPage = (reader: Reader, view: View): string =>
  page(
    reader,
    say(reader, "backups"),
    html`<p>${say(reader, "backupsNote")}</p>${warning(reader, view)}
<table><tr><th scope="col">${say(reader, "place")}</th><th scope="col">${say(reader, "lastBackup")}</th><th scope="col">${say(reader, "remark")}</th></tr>${view.configured.map((place) => placeLine(reader, view, place))}</table>
${view.configured.length === 0 ? html`` : form(reader, "/console/backups", html`<button>${say(reader, "backUpNow")}</button>`)}
<h2>${say(reader, "stableTo")}</h2><table><tr><th scope="col">${say(reader, "bureau")}</th><th scope="col" class="count">${say(reader, "booked")}</th><th scope="col" class="count">${say(reader, "stableTo")}</th></tr>${view.books.map(
      ({ name, seq, stable_seq }) =>
        html`<tr><td>${name}</td><td class="count">${seq}</td><td class="count">${stable_seq}</td></tr>`,
    )}</table>
<p>${say(reader, "backupAttachments").replace("{held}", view.attachments.held).replace("{stable}", view.attachments.stable)}</p>`,
  );

const viewOf = async ({ db, config }: Center, done: readonly BackedUp[]): Promise<View> => {
  const configured = await placesNow(config.backups?.places ?? []);
  const ownDevice = await deviceOf(config.dataDir);
  return db.inReport(async (tx) => ({
    configured,
    ownDevice,
    places: await tx.all<PlaceRow>(
      "select place, max(verified_at) as verified_at from backup group by place order by place",
    ),
    books: await tx.all<StableRow>(
      "select b.name, l.seq, l.stable_seq from bureau b join bureau_log l on l.bureau = b.bureau order by b.name",
    ),
    attachments: (await tx.one<ChunkRow>(
      "select count(*) as held, count(stable_at) as stable from blob where completed_at is not null",
    )) ?? { held: "0", stable: "0" },
    partly: done
      .filter(({ file, areChunksWhole }) => file !== "" && !areChunksWhole)
      .map(({ place }) => place),
    failed: done.filter(({ file }) => file === "").map(({ place }) => place),
  }));
};

/** Where backups go, how old they are, and how far each book is safe. */
export const backupRoutes = (
  app: FastifyInstance,
  center: Center,
  { gate, backups }: { readonly gate: Gate; readonly backups: Backups },
): void => {
  app.get("/console/backups", async (request, reply) =>
    sendPage(reply, backupsPage(gate.readerOf(request), await viewOf(center, []))),
  );
  app.post("/console/backups", async (request, reply) => {
    center.log.info({}, "console.backUp");
    return sendPage(reply, backupsPage(gate.readerOf(request), await viewOf(center, await backups.now())));
  });
};
