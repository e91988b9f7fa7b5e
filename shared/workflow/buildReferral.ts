import { type EntityType, fieldOf } from "../dictionary/entities.ts";
import type { Json } from "../kernel/canonicalJson.ts";
import { type Instant, instantOfMs, isInstant } from "../kernel/instant.ts";
import { done, type Result, refuse } from "../kernel/result.ts";
import type { Mut } from "../ops/op.ts";
import { activeLine, type RecordState } from "../ops/state.ts";
import { type RecordView, viewOf } from "../ops/view.ts";
import { isHanded, writtenAfterReferral } from "./afterReferral.ts";
import {
  REFERRAL_TEXT_MAX,
  type Referral,
  type ReferralLine,
  referralText,
  transferIdOf,
} from "./referral.ts";

const LAL_38 = "《法律援助法》第38条";

/**
 * Kinds of record that make the case beside the file itself: who forwarded it to us and when, and what the departments
 * answered about the applicant's means (法律援助法第三十九、四十一条). Nothing of the fund, of complaints and reviews.
 */
export const REFERRED_WITH: readonly EntityType[] = ["transfer", "verification"];
/** What such a record keeps of an earlier referral stays where it is. */
const NOT_TOLD: ReadonlySet<string> = new Set(["parcels", "parcelTexts", "parcelReviewed"]);

/** One action on the file, as its history tells it. */
export type Told = {
  readonly claimedAt: string;
  /** Staff id. */
  readonly actor: string;
  readonly desk: string;
  readonly reason: string;
  readonly muts: readonly Mut[];
  readonly verdict: string;
};

/** Everything a referral file is made of. */
export type ReferralSource = {
  readonly state: RecordState;
  /** In the order of the book. */
  readonly history: readonly Told[];
  readonly beside: readonly RecordView[];
  readonly bureau: { readonly id: string; readonly name: string };
  readonly staff: ReadonlyMap<string, string>;
  readonly now: Instant;
  readonly actor: string;
};

type Facts = { readonly [f: string]: Json };
type Change = ReferralLine["did"][number];

/** References name records of this agency; elsewhere they would name nobody, or somebody else. */
const isTold = (t: string, f: string): boolean =>
  isHanded(f) && !NOT_TOLD.has(f) && fieldOf(t, f)?.kind !== "ref";

const toldFacts = (t: string, facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([f]) => isTold(t, f)));

const isObject = (v: Json): v is Facts => typeof v === "object" && v !== null && !Array.isArray(v);

/** A group of fields travels as one value; what it names is told like other facts. */
const toldValue = (t: string, f: string, v: Json): Json =>
  f.startsWith("#") && isObject(v) ? toldFacts(t, v) : v;

const changeOf = (mut: Mut): readonly Change[] => {
  switch (mut.k) {
    case "step":
      return [{ k: "step", name: mut.step, v: toldFacts(mut.t, mut.facts) }];
    case "put":
    case "resolve":
      return isTold(mut.t, mut.f) ? [{ k: "put", name: mut.f, v: toldValue(mut.t, mut.f, mut.new) }] : [];
    case "add":
    case "append":
      return isTold(mut.t, mut.f) ? [{ k: "add", name: mut.f, v: mut.v }] : [];
    case "drop":
      return isTold(mut.t, mut.f) ? [{ k: "drop", name: mut.f, v: null }] : [];
    default:
      return [];
  }
};

/** When the desk says it happened, as a civil minute; a clock that told nonsense is told as the beginning of time. */
const minuteOf = (claimedAt: string): Instant => {
  const ms = Date.parse(claimedAt);
  return instantOfMs(Number.isNaN(ms) ? 0 : ms);
};

const lineOf = ({ state, staff }: ReferralSource, told: Told): readonly ReferralLine[] => {
  const own = told.muts.filter(({ t, id }) => t === state.t && id === state.id);
  const did = told.verdict === "ok" || told.verdict === "" ? own.flatMap(changeOf) : [];
  const { claimedAt, actor, desk, reason } = told;
  return did.length === 0
    ? []
    : [{ at: minuteOf(claimedAt), by: staff.get(actor) ?? actor, desk, reason, did }];
};

/** Why no file may be written about this one now; `value` is the lane's steps that handed it over, oldest first. */
const handedOver = (state: RecordState, view: RecordView): Result<readonly { readonly facts: Facts }[]> => {
  if (view.t !== "aidFile" || view.stages.application !== "referred")
    return refuse("stage-forbids", LAL_38, "application");
  const [contested] = view.contested;
  if (contested !== undefined) return refuse("contested", LAL_38, contested.lane);
  const conflict = view.conflicts.find(({ f }) => isTold(view.t, f));
  if (conflict !== undefined) return refuse("field-in-conflict", LAL_38, conflict.f);
  if (view.facts.sensitivity === "SECRET")
    return refuse("secret-case", "《法律援助法》第21条", "sensitivity");
  const [late] = writtenAfterReferral(state);
  if (late !== undefined) return refuse("referral-late", LAL_38, late);
  const lane = state.lanes.application;
  return done(lane === undefined ? [] : activeLine(lane).filter(({ to }) => to === "referred"));
};

/**
 * What the file for the other agency says: the case as it stands, and its whole history. The same for whoever writes it
 * at the same count, however often, because nothing may be written on the file in between. Refused while it is here, in
 * dispute, written on since it went (`referral-late`), or longer than such a file may be.
 * @source 法律援助法第三十八条
 */
export const buildReferral = (source: ReferralSource): Result<Referral> => {
  const { state, beside, bureau, now, actor, history } = source;
  const view = viewOf(state);
  const handed = handedOver(state, view);
  if (!handed.ok) return handed;
  if (bureau.name === "") return refuse("facts-missing", LAL_38, "fromOrgan");
  const { facts } = view;
  const last = handed.value.at(-1)?.facts ?? {};
  const records = [view, ...beside].map((each) => ({
    t: each.t,
    id: each.id,
    facts: toldFacts(each.t, each.facts),
  }));
  const referral: Referral = {
    transferId: transferIdOf(bureau.id, state.id),
    counter: handed.value.length,
    fileId: state.id,
    from: { bureau: bureau.id, name: bureau.name },
    to: String(facts.referredTo ?? ""),
    number: String(facts.applicationNo ?? ""),
    referredAt: isInstant(facts.withdrawnAt) ? facts.withdrawnAt : now,
    writtenAt: now,
    writtenBy: actor,
    what: String(last.forwardedWhat ?? ""),
    records,
    history: history.flatMap((told) => lineOf(source, told)),
  };
  return referralText(referral).length > REFERRAL_TEXT_MAX ? refuse("too-large", LAL_38) : done(referral);
};
