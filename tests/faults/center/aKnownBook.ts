import { expect } from "vitest";
import type { BookedOp } from "../../../shared/ops/op.ts";
import { aFoundedDesk, aFurtherDesk } from "../../contract/center/aBureau.ts";
import { putsOf, type TestDesk } from "../../contract/center/aDesk.ts";
import type { Restorable } from "./aRestorable.ts";

const OPS = 8;
/** Which op of the book somebody lays hands on: in the middle, written by the desk. */
export const AT = 6;

/** A desk writes what a file is about. */
export const fact = (desk: TestDesk, value: string) =>
  desk.op(putsOf("aidFile", "file-0001", { caseFacts: value }));

/** A bureau with a book of a known length, two desks of it, and all they have read so far. */
export const aKnownBook = async (ground: Restorable) => {
  const desk = await aFoundedDesk(ground.center());
  const reader = await aFurtherDesk(ground.center(), desk.bureau, "二号工位");
  await desk.push(Array.from({ length: OPS }, (_, n) => fact(desk, `${n}`)));
  const { epoch, head } = await reader.hello();
  const { ops } = await reader.pull(0, epoch);
  const isMine = (op: BookedOp): boolean => JSON.parse(op.header).feed === desk.feed;
  expect(ops.length).toBe(head.seq);
  expect(isMine(ops[AT - 1] as BookedOp)).toBe(true);
  return { desk, reader, epoch, head, ops };
};
