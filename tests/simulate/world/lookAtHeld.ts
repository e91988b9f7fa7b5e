import { textOf } from "../../../shared/kernel/utf8.ts";
import { DESTRUCTION } from "../../../shared/ops/destroyed.ts";
import { mentionsOf } from "../../../shared/ops/mentions.ts";
import type { RecordState } from "../../../shared/ops/state.ts";
import type { Row } from "./tables.ts";
import type { Bureau, World } from "./world.ts";

/** Where in the book a record was destroyed; infinite for one that was not. */
const destroyedAt = ({ center }: World, { id }: Bureau, mention: string): number => {
  const [t = "", record = ""] = mention.split("/");
  const row = center.store.tables.get("entity")?.get(`${id}|${t}|${record}`);
  if (row === undefined) return Number.POSITIVE_INFINITY;
  const { lanes } = JSON.parse(String(row.state)) as RecordState;
  return lanes[DESTRUCTION.lane]?.nodes[0]?.seq ?? Number.POSITIVE_INFINITY;
};

const isLeft = (world: World, bureau: Bureau, { payload, at_seq, released_seq, is_erased }: Row): boolean => {
  if (released_seq !== null || is_erased === true) return false;
  const ends = mentionsOf(textOf(payload as Uint8Array)).map((each) => destroyedAt(world, bureau, each));
  const last = Math.max(...ends);
  return ends.length > 0 && Number.isFinite(last) && Number(at_seq) < last;
};

/** What waits for a person when the records it is about are destroyed loses its content with them, at once (I39). */
export const lookAtHeld = (world: World): void => {
  for (const bureau of world.bureaus)
    for (const row of world.center.store.tables.get("held")?.values() ?? [])
      if (row.bureau === bureau.id && isLeft(world, bureau, row))
        bureau.desks[0]?.troubles.push(`I39 held: ${row.h} waits with its content, its record is destroyed`);
};
