import type { Json } from "../kernel/canonicalJson.ts";
import { done, type Result, refuse } from "../kernel/result.ts";
import type { Draft } from "../ops/draft.ts";
import { emptyState } from "../ops/state.ts";
import { type RecordView, viewOf } from "../ops/view.ts";
import { carriedOf, scanRowsOf } from "../workflow/carriedFacts.ts";
import {
  fileOfTransfer,
  type Parcel,
  type ParcelText,
  parcelsOf,
  piecesOf,
  type Referral,
  referralText,
  referredFacts,
} from "../workflow/referral.ts";
import { isFiled } from "../workflow/writers.ts";
import type { Command } from "./command.ts";
import { openRecord } from "./openRecord.ts";
import { recordFacts } from "./recordFacts.ts";
import { recordRow } from "./recordRow.ts";
import type { Scene } from "./scene.ts";
import { takeStep } from "./takeStep.ts";

const LAL_38 = "《法律援助法》第38条";
const CHANNEL = "移送卷宗文件";

/** A referral file that was opened, and how it proves itself. */
export type ReferralInput = {
  readonly referral: Referral;
  /** SHA-256 of the file, and the key of the desk that signed it. */
  readonly hash: string;
  readonly key: string;
  /** Scans that came inside it and lie on this desk now. */
  readonly scans: readonly string[];
  /** True when the pieces of its content were kept by ops before this one: it is too long for one. */
  readonly isKept: boolean;
  /** The application it became, where there is one. */
  readonly file?: RecordView;
};

type Facts = { readonly [f: string]: Json };
type Drafts = Result<readonly Draft[]>;

/** Several results as one: all of them, or the first refusal. */
const all = (...parts: readonly Drafts[]): Drafts => {
  const drafts: Draft[] = [];
  for (const part of parts) {
    if (!part.ok) return part;
    drafts.push(...part.value);
  }
  return done(drafts);
};

const rowsInto = (
  view: RecordView,
  rows: readonly { readonly f: string; readonly row: Facts }[],
  scene: Scene,
): Drafts => all(...rows.map((each) => recordRow(view, each, scene)));

const textRows = (pieces: readonly ParcelText[]) =>
  pieces.map((row) => ({ f: "parcelTexts", row: { ...row } }));

const scanCount = (referral: Referral): number => {
  const { scans } = referredFacts(referral);
  return Array.isArray(scans) ? scans.length : 0;
};

/** The file as received: its own row, and its content unless that was kept before. */
const parcel = (
  view: RecordView,
  { referral, hash, key, scans, isKept }: ReferralInput,
  scene: Scene,
): Drafts => {
  const { counter, writtenAt, writtenBy, what } = referral;
  const pieces = piecesOf(counter, referralText(referral));
  const row: Parcel = {
    counter,
    parts: pieces.length,
    writtenAt,
    receivedAt: scene.now,
    hash,
    key,
    onPaper: Math.max(0, scanCount(referral) - scans.length),
    ...(writtenBy !== "" && { writtenBy }),
    ...(what !== "" && { what }),
  };
  const texts = isKept ? [] : textRows(pieces);
  return rowsInto(view, [{ f: "parcels", row: { ...row } as Facts }, ...texts], scene);
};

/** Texts of the file that the record of its arrival shows as well, as far as they are known. */
const CARRIED = ["personName", "certNo", "custodyPlace", "suspectedCharge"];

const arrival = (referral: Referral): Facts => {
  const came = referredFacts(referral);
  const known = CARRIED.flatMap((f): [string, Json][] =>
    came[f] === undefined ? [] : [[f, came[f] as Json]],
  );
  return {
    via: "AGENCY",
    fromOrgan: referral.from.name,
    fromBureau: referral.from.bureau,
    channel: CHANNEL,
    appliedAt: typeof came.receivedAt === "string" ? came.receivedAt : referral.referredAt,
    ...(referral.number !== "" && { fromNo: referral.number }),
    ...Object.fromEntries(known),
  };
};

/** The application that the file becomes: at intake, with what the applicant stated, to be received like any other. */
const application = (view: RecordView, input: ReferralInput, scene: Scene): Drafts => {
  const { facts, rows } = carriedOf(input.referral);
  const blank = viewOf(emptyState("aidFile", fileOfTransfer(view.id)));
  const first = { origin: "APPLICATION", source: "SRC_COOP", sensitivity: "NORMAL", certType: "ID" };
  const scans = scanRowsOf(input.referral, new Set(input.scans));
  return all(
    openRecord(blank, { facts: { ...first, ...facts, transferId: view.id } }, scene),
    rowsInto(blank, [...rows, ...scans], scene),
  );
};

const receiveFile = (view: RecordView, input: ReferralInput, scene: Scene): Drafts => {
  const facts = arrival(input.referral);
  const seen = { ...view, facts: { ...view.facts, ...facts } };
  const step = { step: "receiveReferred", facts: { fileId: fileOfTransfer(view.id) } };
  return all(
    recordFacts(view, { facts }, scene),
    takeStep(seen, step, scene),
    parcel(view, input, scene),
    application(view, input, scene),
  );
};

/** A supplement changes nothing that is written here: it stands beside the file until somebody went through it. */
const receiveSupplement = (view: RecordView, input: ReferralInput, scene: Scene): Drafts => {
  const { file } = input;
  const known = new Set(
    Array.isArray(file?.facts.scans) ? (file.facts.scans as Facts[]).map(({ hash }) => hash) : [],
  );
  const scans = scanRowsOf(input.referral, new Set(input.scans)).filter(({ row }) => !known.has(row.hash));
  const added = file === undefined || isFiled(file) ? done([]) : rowsInto(file, scans, scene);
  return all(parcel(view, input, scene), added);
};

/**
 * Receives a referral file in one op: the first one becomes an application at intake, a later one a supplement to it. No
 * fact that stands here is written over. `referral-taken` for one that was received, or that a later one has overtaken.
 * The seven days run from the day on which this agency receives the application (法律援助法第四十三条).
 */
export const receiveReferral: Command<ReferralInput> = (view, input, scene) => {
  const { referral } = input;
  if (view.t !== "transfer" || view.id !== referral.transferId) return refuse("malformed");
  const stage = view.stages.transfer ?? "";
  const last = parcelsOf(view.facts).at(-1)?.counter ?? 0;
  if (stage === "opened" && referral.counter <= last) return refuse("referral-taken", LAL_38);
  return stage === "opened" ? receiveSupplement(view, input, scene) : receiveFile(view, input, scene);
};

/**
 * Keeps one piece of a content that a single op cannot hold, before `receiveReferral` names its file; until then it says
 * nothing. Refused like the receipt itself, so that nothing is kept of a file that is not going to be received.
 */
export const keepPiece: Command<{ readonly receipt: ReferralInput; readonly part: number }> = (
  view,
  { receipt, part },
  scene,
) => {
  const may = receiveReferral(view, { ...receipt, isKept: false }, scene);
  if (!may.ok) return may;
  const { counter } = receipt.referral;
  const piece = piecesOf(counter, referralText(receipt.referral)).filter((each) => each.part === part);
  return rowsInto(view, textRows(piece), scene);
};
