import { keepPiece, type ReferralInput, receiveReferral } from "../../shared/commands/receiveReferral.ts";
import { SCAN_FORMATS } from "../../shared/dictionary/codes/scanFormats.ts";
import type { BureauFacts } from "../../shared/dictionary/registers.ts";
import type { HostOutput } from "../../shared/host/contract.ts";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import { instantOfMs } from "../../shared/kernel/instant.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { utf8 } from "../../shared/kernel/utf8.ts";
import type { Payload } from "../../shared/ops/op.ts";
import type { RecordView } from "../../shared/ops/view.ts";
import { buildReferral, REFERRED_WITH } from "../../shared/workflow/buildReferral.ts";
import {
  fileOfTransfer,
  parcelsOf,
  piecesOf,
  type Referral,
  readReferral,
  referralText,
  referredFacts,
} from "../../shared/workflow/referral.ts";
import type { Role } from "../../shared/workflow/stepRule.ts";
import { stepAllowed } from "../../shared/workflow/steps.ts";
import { TRANSFER_STEPS } from "../../shared/workflow/transferSteps.ts";
import { mayWrite } from "../../shared/workflow/writers.ts";
import { bureauView } from "./bureau.ts";
import type { Desk } from "./desk.ts";
import { allowExport } from "./exportFile.ts";
import { perform } from "./perform.ts";
import { fileById } from "./questions/files.ts";
import { historyOf } from "./questions/history.ts";
import { recordsOfFile } from "./questions/ofFile.ts";
import { syncFigures } from "./questions/outbox.ts";
import { recordById } from "./questions/records.ts";
import { staff } from "./questions/registers.ts";
import { type OpenOther, sameApplicant } from "./questions/sameApplicant.ts";
import { stateAt, viewAt } from "./recordStore.ts";
import { actorOf } from "./scene.ts";

const LAL_38 = "《法律援助法》第38条";

/** A referral file that was written, for its slip; the code is known here and nowhere else. */
export type WrittenReferral = HostOutput<"referral.write"> & {
  readonly referral: Pick<Referral, "counter" | "from" | "to" | "number" | "what">;
  /** Scans of the file that are not in it. */
  readonly onPaper: number;
};

const scanHashes = (referral: Referral): readonly string[] => {
  const { scans } = referredFacts(referral);
  return Array.isArray(scans) ? scans.map((row: { readonly hash?: Json }) => String(row.hash)) : [];
};

const besideOf = async (desk: Desk, file: RecordView): Promise<readonly RecordView[]> => {
  const found = await recordsOfFile(
    file,
    REFERRED_WITH.filter((t) => t !== "transfer"),
  )(desk);
  const { transferId } = file.facts;
  const from = typeof transferId === "string" ? await recordById("transfer", transferId)(desk) : null;
  const cards = [...found, ...(from === null ? [] : [from])];
  return cards.filter(({ veil }) => veil === null).map(({ view }) => view);
};

/** What an agency goes by: the bureau, its department, and its center once there is one (法律援助法第十二条). */
const namesOfAgency = (view: RecordView | undefined): readonly string[] => {
  const { name, deptName, centerName } = (view?.facts ?? {}) as BureauFacts;
  return [name, deptName, centerName].flatMap((each) => (each === undefined || each === "" ? [] : [each]));
};

const nameOfBureau = (view: RecordView | undefined): string => String(view?.facts.name ?? "");

/** What a referral file about this aid file would say now. Refused for who may not read it, and as `buildReferral`. */
const contentOf = async (desk: Desk, fileId: string): Promise<Result<Referral>> => {
  const card = await fileById(fileId)(desk);
  if (card === null) return refuse("not-found");
  if (card.veil !== null)
    return refuse(card.veil === "sealed" ? "sealed" : "role-forbids", "《法律援助法》第21条");
  // the history travels whole or not at all
  if ((await syncFigures()(desk)).historyLeft > 0) return refuse("gap");
  const [state, history, beside, people, office, actor] = await Promise.all([
    stateAt(desk, { t: "aidFile", id: fileId }),
    historyOf("aidFile", fileId)(desk),
    besideOf(desk, card.view),
    staff()(desk),
    bureauView(desk),
    actorOf(desk, desk.session),
  ]);
  return buildReferral({
    state,
    history,
    beside,
    bureau: { id: desk.session.bureau, name: nameOfBureau(office) },
    staff: new Map(people.map(({ id, facts }) => [id, facts.name ?? id])),
    now: instantOfMs(desk.wallMs()),
    actor: actor.name,
  });
};

/** Digits of a referral's number that a file's name shows. */
const NAME_DIGITS = 8;

/**
 * Writes the sealed file for the agency that a case was referred to (法律援助法第三十八条). Under the head's approval, with
 * the purpose, and noted as a look at the file, like every export of whole personal data (V26).
 */
export const writeReferral = async (
  desk: Desk,
  fileId: string,
  purpose: string,
): Promise<Result<WrittenReferral>> => {
  const content = await contentOf(desk, fileId);
  if (!content.ok) return content;
  const referral = content.value;
  const { transferId, counter, from, to, number, what } = referral;
  const name = `${transferId.slice(0, NAME_DIGITS)}-${counter}`;
  const wish = { name: `referral-${name}`, scope: "REFERRAL", isWhole: true, purpose } as const;
  const may = await allowExport(desk, { ...wish, of: { t: "aidFile", id: fileId } });
  if (!may.ok) return may;
  const scans = scanHashes(referral);
  const input = { name, content: referralText(referral), scans: scans.slice(0, 50) };
  const written = await desk.host["referral.write"](input);
  if (!written.ok) return written;
  const onPaper = scans.length - written.value.scans.length;
  return done({ ...written.value, referral: { counter, from, to, number, what }, onPaper });
};

/** The file that a person picked, and the code they were told. */
export type Sealed = { readonly data: string; readonly code: string };

/** A referral file that was opened and not received yet: nothing of it is stored. */
export type Incoming = {
  readonly referral: Referral;
  readonly opened: HostOutput<"referral.open">;
  /** True when this agency has the file already and this is a later one about it. */
  readonly isSupplement: boolean;
  /** Open files here that look like the same applicant's. */
  readonly others: readonly OpenOther[];
  /** The names of this agency by its own record, to compare with whom the file is addressed to. */
  readonly own: readonly string[];
};

const text = (value: Json | undefined): string => (typeof value === "string" ? value : "");

/** Who may receive what: the file itself as an application is received, a supplement like any other entry. */
const mayReceive = (view: RecordView, roles: readonly Role[]): Result<unknown> => {
  if (view.stages.transfer !== "opened") return stepAllowed(TRANSFER_STEPS.receiveReferred, view, roles);
  return mayWrite("transfer", roles) ? done(undefined) : refuse("role-forbids");
};

/** Opens a file for its preview. Refuses as `referral.open`, `referral-taken`, and what cannot be read. */
export const openIncoming = async (desk: Desk, sealed: Sealed): Promise<Result<Incoming>> => {
  const opened = await desk.host["referral.open"](sealed);
  if (!opened.ok) return opened;
  const read = readReferral(opened.value.content);
  if (!read.ok) return read;
  const referral = read.value;
  if (referral.from.bureau !== opened.value.from.bureau) return refuse("referral-damaged", LAL_38, "bureau");
  const known = await viewAt(desk, { t: "transfer", id: referral.transferId });
  const may = mayReceive(known, (await actorOf(desk, desk.session)).roles);
  if (!may.ok) return may;
  const isSupplement = known.stages.transfer === "opened";
  const last = parcelsOf(known.facts).at(-1)?.counter ?? 0;
  if (isSupplement && referral.counter <= last) return refuse("referral-taken", LAL_38);
  const { personName, certNo } = referredFacts(referral);
  const person = { personName: text(personName), certNo: text(certNo) };
  const others = await sameApplicant({ fileId: fileOfTransfer(referral.transferId), ...person })(desk);
  const own = namesOfAgency(await bureauView(desk));
  return done({ referral, opened: opened.value, isSupplement, others, own });
};

/** What one op carries of a content beside the application made of it; longer ones are kept piece by piece before. */
const IN_ONE_OP = 90_000;

/** Keeps a long content before the op that names it; answers whether that was needed. */
const keepLong = async (desk: Desk, id: string, receipt: ReferralInput): Promise<Result<boolean>> => {
  const content = referralText(receipt.referral);
  if (utf8(content).length <= IN_ONE_OP) return done(false);
  for (const { part } of piecesOf(receipt.referral.counter, content)) {
    const kept = await perform(desk, keepPiece, { t: "transfer", id, input: { receipt, part } });
    if (!kept.ok) return kept;
  }
  return done(true);
};

const blobsOf = ({ scans }: HostOutput<"referral.open">): NonNullable<Payload["blobs"]> =>
  scans.map(({ id, bytes, format }) => ({ id, bytes, type: SCAN_FORMATS[format].type }));

/**
 * Receives the file: its scans are kept, then one op says everything. Until that op is saved nothing of the file shows
 * anywhere, and doing it again does nothing twice. Answers the application's id.
 */
export const receiveIncoming = async (
  desk: Desk,
  sealed: Sealed,
  { referral, opened }: Incoming,
): Promise<Result<string>> => {
  const id = referral.transferId;
  const fileId = fileOfTransfer(id);
  // opening it again takes as long as it did the first time
  const scans =
    opened.scans.length === 0 ? done({ scans: [] }) : await desk.host["referral.keepScans"](sealed);
  if (!scans.ok) return scans;
  const receipt: ReferralInput = {
    referral,
    hash: opened.sha256,
    key: opened.from.key,
    scans: scans.value.scans,
    isKept: false,
    file: await viewAt(desk, { t: "aidFile", id: fileId }),
  };
  const isKept = await keepLong(desk, id, receipt);
  if (!isKept.ok) return isKept;
  const input = { ...receipt, isKept: isKept.value };
  const blobs = blobsOf(opened);
  const wish = { t: "transfer", id, input, ...(blobs.length > 0 && { blobs }) } as const;
  const saved = await perform(desk, receiveReferral, wish);
  return saved.ok ? done(fileId) : saved;
};
