import type { BookedOp, Mut } from "../../shared/ops/op.ts";
import { type Desk, isOwn } from "../data/desk.ts";
import { hasEffect, readOp } from "../data/opRow.ts";

type Put = Extract<Mut, { k: "put" }>;
const isOfHold = (mut: Mut): mut is Put => mut.k === "put" && mut.t === "hold";

/** The feed of which an op says that a person at the province keeps a branch outside the book. */
const feedKeptBy = (op: BookedOp): string | undefined => {
  // nearly no op is a decision: the others are not read for this
  if (!hasEffect(op) || !op.payload.includes('"hold"')) return undefined;
  const said = readOp({ ...op, isWaiting: false }).payloadRead.muts.filter(isOfHold);
  const facts = Object.fromEntries(said.map(({ f, new: value }) => [f, value]));
  return facts.decision === "KEPT" && typeof facts.feed === "string" ? facts.feed : undefined;
};

/**
 * Whether these ops of the book say that something of this desk stays outside it. A desk whose disk was put back may
 * never have met what it had sent before: it came late, was held beside what the desk wrote since, and a person decided
 * about it before the desk greeted again (R8).
 */
export const saysKeptOutside = ({ session }: Pick<Desk, "session">, ops: readonly BookedOp[]): boolean =>
  ops.some((op) => {
    const feed = feedKeptBy(op);
    return feed !== undefined && isOwn(session, feed);
  });
