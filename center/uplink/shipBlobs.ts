import type { z } from "zod";
import {
  BLOB_IDS_MAX,
  blobHeld,
  blobOpenReply,
  blobStateReply,
  chunkHeld,
} from "../../shared/api/blobApi.ts";
import { HUB_ROUTES } from "../../shared/api/hubApi.ts";
import { done, type Result } from "../../shared/kernel/result.ts";
import { getChunk } from "../blobs/blobs.ts";
import { bookHead } from "../book/books.ts";
import { askProvince, type Question } from "./askProvince.ts";
import type { Line } from "./line.ts";

/** After so long the books have their turn again, whatever is left. */
const TURN_MS = 20_000;
/** So often the province is asked again whether it still holds what it held. */
const ASK_AGAIN_MS = 24 * 3_600_000;

type Held = {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly chunks: readonly string[];
};

type Ask = { readonly route: string; readonly at?: Readonly<Record<string, string>> } & Pick<
  Question,
  "json" | "bytes"
>;

const ask = <T>(line: Line, { route, at, ...body }: Ask, form: z.ZodType<T>): Promise<Result<T>> => {
  const { province, token, bureau } = line;
  const url = `${province.url}${route}?${new URLSearchParams({ bureau, ...at })}`;
  return askProvince({ url, token, ...body }, form);
};

/** What this hub holds and the province was not heard to hold lately. */
const toAskAbout = ({ center, bureau }: Line): Promise<readonly Held[]> =>
  center.db.inBureau(bureau, (tx) =>
    tx.all<Held>(
      `select id, name, bytes, chunks from blob where bureau = $1 and completed_at is not null
       and (shipped_at is null or shipped_at < $2) order by shipped_at nulls first, id limit $3`,
      [bureau, new Date(center.now() - ASK_AGAIN_MS).toISOString(), BLOB_IDS_MAX],
    ),
  );

const note = ({ center, bureau }: Line, ids: readonly string[]): Promise<number> =>
  center.db.inBureau(bureau, (tx) =>
    tx.run("update blob set shipped_at = $3 where bureau = $1 and id = any($2)", [
      bureau,
      ids,
      new Date(center.now()).toISOString(),
    ]),
  );

/**
 * Brings the chunks of one attachment that the province lacks. False when it must wait: the books have news, the time is
 * over, or a chunk is damaged here and wanted of the desks again. What has arrived stays.
 */
const carry = async (line: Line, held: Held, mayGoOn: () => Promise<boolean>): Promise<Result<boolean>> => {
  const json = { id: held.id, manifest: { bytes: held.bytes, chunks: held.chunks } };
  const opened = await ask(line, { route: HUB_ROUTES.blobOpen, json }, blobOpenReply);
  if (!opened.ok) return opened;
  const { name, missing } = opened.value;
  for (const index of missing) {
    if (!(await mayGoOn())) return done(false);
    const chunk = await getChunk(line.center, line.bureau, { name: held.name, index });
    if (!chunk.ok) return done(false);
    const at = { name, index: String(index) };
    const stored = await ask(line, { route: HUB_ROUTES.blobChunk, at, bytes: chunk.value }, chunkHeld);
    if (!stored.ok) return stored;
  }
  const whole = await ask(line, { route: HUB_ROUTES.blobComplete, at: { name } }, blobHeld);
  return whole.ok ? done(true) : whole;
};

/**
 * Brings the attachments of one book behind it, chunk by chunk: what the province has is not sent again, whoever brought
 * it, and a cut costs one chunk. Ops go first: as soon as the book is longer than at the beginning, or after a while, it
 * stops and goes on in the next round.
 */
export const shipBlobs = async (line: Line): Promise<Result<void>> => {
  const { center, bureau } = line;
  const endOf = async (): Promise<number> =>
    (await center.db.inBureau(bureau, (tx) => bookHead(tx, bureau))).seq;
  const [began, end] = [performance.now(), await endOf()];
  const mayGoOn = async (): Promise<boolean> =>
    performance.now() - began < TURN_MS && (await endOf()) === end;
  const here = await toAskAbout(line);
  if (here.length === 0) return done(undefined);
  const json = { ids: here.map(({ id }) => id) };
  const said = await ask(line, { route: HUB_ROUTES.blobState, json }, blobStateReply);
  if (!said.ok) return said;
  await note(
    line,
    said.value.held.map(({ id }) => id),
  );
  const wanted = new Set(said.value.wanted);
  for (const held of here.filter(({ id }) => wanted.has(id))) {
    if (!(await mayGoOn())) break;
    const carried = await carry(line, held, mayGoOn);
    if (!carried.ok) return carried;
    if (carried.value) await note(line, [held.id]);
  }
  return done(undefined);
};
