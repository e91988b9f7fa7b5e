import { DICTIONARY, isEntityType } from "../dictionary/entities.ts";
import type { Json } from "../kernel/canonicalJson.ts";
import { isDestroyed } from "../ops/destroyed.ts";
import type { StateOf } from "../ops/draft.ts";
import type { FoldOp, Mut, Verdict } from "../ops/op.ts";
import type { RecordState } from "../ops/state.ts";
import { viewOf } from "../ops/view.ts";
import type { Role } from "../workflow/stepRule.ts";
import { mayWrite, mayWriteField } from "../workflow/writers.ts";
import { CENTER_ONLY } from "./centerOnly.ts";
import { newerObjection } from "./judgeNewer.ts";
import { type About, NO_ABOUT, purgeObjection } from "./judgePurge.ts";
import { type Acting, stepObjection } from "./judgeStep.ts";
import type { Objection } from "./judgeValue.ts";
import { closesConflict, resolveObjection, writeObjection } from "./judgeWrite.ts";

/** The book an op is judged against: whose it is, who its center is, and every record as it stood before the op. */
export type Bench = {
  readonly bureau: string;
  readonly centerFeed: string;
  readonly stateOf: StateOf;
  /** False until the first staff record is in the book: the bureau is being founded. */
  readonly hasStaff: boolean;
  /** What the book knows of its ops by record; a destruction without it is refused. */
  readonly about?: About;
};

/** The verdict of an op that takes effect. Every other verdict is kept in the book and changes nothing. */
export const OK: Verdict = "ok";
/** The verdict of an authentic op that this version cannot fold (F59). */
export const QUARANTINED: Verdict = "quarantined";

const rolesOf = (state: RecordState | undefined): readonly Role[] => {
  if (state === undefined) return [];
  const { roles, isActive } = viewOf(state).facts;
  return isActive === false || !Array.isArray(roles) ? [] : (roles as readonly Role[]);
};

const isFounding = (op: FoldOp): boolean =>
  op.muts.every(({ t }) => t === "staff" || t === "bureau") &&
  (op.muts.every(({ t }) => t === "bureau") ||
    op.muts.some(
      (mut) =>
        mut.k === "put" &&
        mut.t === "staff" &&
        mut.id === op.header.actor &&
        mut.f === "roles" &&
        isAdmin(mut.new),
    ));

const isAdmin = (roles: Json): boolean => Array.isArray(roles) && roles.includes("SYSADMIN");

const mutObjection = (mut: Mut, acting: Acting, about: About): Objection => {
  if (mut.k === "purge") return purgeObjection(mut, acting, about);
  if (acting.state !== undefined && isDestroyed(acting.state)) return "destroyed";
  if (mut.k === "step") return stepObjection(mut, acting);
  if (mut.k === "resolve") return resolveObjection(mut, acting);
  if (isEntityType(mut.t) && !(mayWrite(mut.t, acting.roles) && mayWriteField(mut.t, mut.f, acting.roles)))
    return "role-forbids";
  const isWrite = mut.k === "put" || mut.k === "number";
  if (isWrite && closesConflict(acting, mut.f, mut.sup)) return "field-in-conflict";
  return writeObjection(mut, acting);
};

/**
 * What the center says of an authentic op when it books it: "ok", or why it is kept without effect. Pure, and asked of
 * the book as it stood before the op, so that anybody can check the verdict again. Steps, fields and kinds that a newer
 * dictionary has written are kept and forwarded as "ok" (F57, F58).
 */
export const judge = (op: FoldOp, bench: Bench): Verdict => {
  const { header, muts } = op;
  if (header.bureau !== bench.bureau) return "wrong-bureau";
  const isCenter = header.feed === bench.centerFeed;
  if (muts.some(({ t }) => CENTER_ONLY.has(t) !== isCenter)) return "role-forbids";
  if (isCenter) return OK;
  const roles = rolesOf(bench.stateOf("staff", header.actor));
  const isAuthorised = bench.hasStaff ? roles.length > 0 : isFounding(op);
  if (!isAuthorised) return "role-forbids";
  const acts: readonly Role[] = bench.hasStaff ? roles : ["SYSADMIN"];
  for (const mut of muts) {
    const steps = muts.filter(
      (other) => other.k === "step" && other.t === mut.t && other.id === mut.id,
    ) as Acting["steps"];
    const acting = {
      actor: header.actor,
      roles: acts,
      state: bench.stateOf(mut.t, mut.id),
      steps,
      op,
      bureau: bench.bureau,
      stateOf: bench.stateOf,
    };
    const objection = mutObjection(mut, acting, bench.about ?? NO_ABOUT);
    if (objection === undefined) continue;
    const lasting = header.schema > DICTIONARY ? newerObjection(mut, objection, acting) : objection;
    if (lasting !== undefined) return lasting;
  }
  return OK;
};
