import { shippedText, termText } from "../../shared/api/hubApi.ts";
import type { HelloReply } from "../../shared/api/syncApi.ts";
import type { Desk } from "../data/desk.ts";
import { readMeta, writeMeta } from "../data/meta.ts";
import { isSigned } from "./proof.ts";

type Said = Pick<HelloReply, "epoch" | "shipped" | "handedOver">;

/** The province has the very book that is verified here: its signature over a point of our own chain. */
const noteShipped = async (desk: Desk, { epoch, shipped }: Said, provinceKey: string): Promise<void> => {
  if (shipped === undefined || shipped.epoch !== epoch) return;
  const { cursor, points } = await readMeta(desk.db);
  const isOurs = [cursor, ...points].some(({ seq, chain }) => seq === shipped.seq && chain === shipped.chain);
  if (!isOurs || !(await isSigned(provinceKey, shipped.sig, shippedText(desk.session.bureau, shipped))))
    return;
  await writeMeta(desk.db, { atProvince: { seq: shipped.seq, at: shipped.at } });
};

/**
 * What a desk of a county's hub hears besides: how far the province has the book, and that the book was handed over to
 * another center. Both count by the province's signature alone, never by the hub's word.
 */
export const noteCascade = async (desk: Desk, said: Said, provinceKey: string): Promise<void> => {
  if (provinceKey === "") return;
  await noteShipped(desk, said, provinceKey);
  const { handedOver } = said;
  if (handedOver === undefined) return;
  if (await isSigned(provinceKey, handedOver.sig, termText(desk.session.bureau, handedOver)))
    await writeMeta(desk.db, { alarm: "handed-over" });
};
