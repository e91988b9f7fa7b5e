import type { LawScene } from "../../../shared/commands/scene.ts";
import { CLOSING_ITEMS } from "../../../shared/dictionary/codes/yearCodes.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { pairIdOf } from "../../../shared/law/onePerson.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import { chosen } from "../scenarios/people.ts";

export type Facts = { readonly [f: string]: Json };
/** What makes a step lawful beyond some value for each fact it needs: facts of the record, of the step, and its law. */
export type Lawful = {
  readonly id?: string;
  readonly facts?: Facts;
  readonly input?: Facts;
  readonly law?: Partial<LawScene>;
};

/** A record of any kind, standing where `stages` says. */
export const view = (t: string, id: string, facts: Facts, stages: RecordView["stages"] = {}): RecordView => ({
  t,
  id,
  facts,
  stages,
  conflicts: [],
  contested: [],
});
/** A record that another one names. */
export const OTHER = "record-other";
const DENIED = view(
  "aidFile",
  OTHER,
  { examinerId: "staff-a", deciderId: "staff-b" },
  { application: "denied" },
);
const OBJECTED: Lawful = {
  facts: { fileId: OTHER, against: "DENIAL", receivedAt: "2026-05-04T08:00", decisionServedOn: "2026-05-01" },
  law: { related: { fileId: DENIED } },
};
const ordered = (against: string): Lawful => ({
  facts: { objectionId: "objection-1" },
  law: {
    related: {
      objectionId: view("objection", "objection-1", { fileId: "record-1", result: "CORRECTED", against }),
    },
  },
});
const CHOSEN = chosen("record-other", "record-1", "2026-06-01");
const GROUND = {
  terminationReason: "TM48_7",
  terminationEvidence: "书面申请",
  terminationDocument: "申请书",
};
const SHIFT = {
  facts: { startsAt: "2026-03-02T08:00", endsAt: "2026-03-02T17:00", checkInAt: "2026-03-02T08:00" },
};
const CLAIM: Lawful = {
  facts: {
    standardId: "standard-1",
    lawyerId: "lawyer-1",
    fileId: OTHER,
    baseFen: 100,
    sharePercent: 100,
    totalFen: 100,
  },
  input: {},
  law: {
    related: {
      standardId: view("subsidyStandard", "standard-1", {
        unit: "CASE",
        amountFen: 100,
        effectiveFromOn: "2026-01-01",
      }),
      lawyerId: view("lawyer", "lawyer-1", { type: "LAWYER" }),
      fileId: view("aidFile", OTHER, {}, { closing: "passed" }),
    },
    peers: [],
  },
};
const ENTRY = { subject: "LS_BUDGET", flow: "IN", fund: "FISCAL", amountFen: 100 };
const COUNTED = {
  period: "2026-Q1",
  table: "指标表",
  figures: JSON.stringify({ table: "指标表", figures: {}, adjustments: {} }),
};
const PAIR: Lawful = {
  id: pairIdOf("file-000a", "file-000b"),
  facts: { fileId: "file-000a", otherFileId: "file-000b" },
  input: { fileId: "file-000a", otherFileId: "file-000b" },
  law: {
    related: {
      fileId: view("aidFile", "file-000a", { personName: "甲某" }),
      otherFileId: view("aidFile", "file-000b", { personName: "甲某" }),
    },
  },
};
const KEPT = { isPermanent: false, retentionYears: 1, extendedYears: 0, closedOn: "2010-01-01" };

/** The steps that need more than some value for each fact; every other lawful taking is made from the table alone. */
// biome-ignore format: a table is read by columns
export const LAWFUL: Readonly<Record<string, Lawful>> = {
  "aidFile.deemWithdrawn":      { facts: { supplementServedOn: "2026-03-02", supplementDueOn: "2026-03-12" } },
  "aidFile.assign":             { law: CHOSEN },
  "aidFile.lapseEmergencyAid":  { facts: { emergencyAt: "2026-03-02T08:00" } },
  "aidFile.redecide":           { ...ordered("DENIAL"), input: { objectionId: "objection-1" } },
  "aidFile.replyRenotice":      { facts: { renotifiedAt: "2026-03-01T08:00", reassignedAt: "2026-03-02T08:00" } },
  "aidFile.requestReplacement": { facts: { lawyerId: OTHER } },
  "aidFile.reassign":           { facts: { replacedLawyerId: "lawyer-old" }, law: CHOSEN },
  "aidFile.handOver":           { facts: { replacedLawyerId: "lawyer-old", lawyerId: OTHER } },
  "aidFile.terminate":          { facts: GROUND },
  "aidFile.makeTerminationEffective": { facts: GROUND, law: { peers: [] } },
  "aidFile.revokeTermination":  { ...ordered("TERMINATION"), input: { objectionId: "objection-1" } },
  "aidFile.passClosing":        { facts: { closingItems: Object.keys(CLOSING_ITEMS) } },
  "objection.fileObjection":    OBJECTED,
  "objection.beginReview":      OBJECTED,
  "objection.maintain":         OBJECTED,
  "objection.correct":          OBJECTED,
  "verification.sendVerification": { facts: { purpose: "MEANS", fileId: OTHER }, law: { related: { fileId: view("aidFile", OTHER, { track: "T1_VERIFY" }) } } },
  "dutyShift.planShift":        SHIFT,
  "dutyShift.publishShift":     SHIFT,
  "dutyShift.serveShift":       { ...SHIFT, input: { checkOutAt: "2026-03-02T17:00" } },
  "dutyService.recordService":  { facts: { hasDefender: false } },
  "complaint.mergeComplaint":   { input: { mergedInto: OTHER }, law: { related: { mergedInto: view("complaint", OTHER, {}, { complaint: "accepted" }) } } },
  "quality.openReview":         { facts: { fileId: OTHER }, law: { related: { fileId: view("aidFile", OTHER, { lawyerId: "lawyer-1" }) } } },
  "quality.gradeCase":          { facts: { fileId: OTHER }, law: { related: { fileId: view("aidFile", OTHER, { lawyerId: "lawyer-1" }) } }, input: {} },
  "subsidyClaim.submitClaim":   { ...CLAIM, input: { sharePercent: 100 } },
  "subsidyClaim.approveClaim":  CLAIM,
  "subsidyClaim.payClaim":      { facts: { totalFen: 100 }, input: { entryId: OTHER }, law: { peers: [], related: { entryId: view("fundEntry", OTHER, { claimId: "record-1", amountFen: 100, flow: "OUT", fund: "FISCAL" }, { ledger: "posted" }) } } },
  "fundEntry.enterEntry":       { facts: { fiscalYear: 2026 }, input: { fiscalYear: 2026 } },
  "fundEntry.postEntry":        { facts: ENTRY, law: { peers: [] } },
  "objection.askReconsideration": { facts: { result: "MAINTAINED" } },
  "objection.sue":              { facts: { result: "MAINTAINED" } },
  "objection.overturn":         { facts: { result: "MAINTAINED" } },
  "subsidyClaim.reverseClaim":  { facts: { entryId: OTHER }, law: { peers: [view("fundEntry", "entry-back", { reverses: OTHER }, { ledger: "posted" })] } },
  "archiveFile.fileArchive":    { facts: { retentionYears: 30, isPermanent: false, year: 2026 } },
  "archiveFile.transferArchive": { facts: KEPT, input: { transferredOn: "2026-03-02" } },
  "archiveFile.appraiseArchive": { facts: KEPT },
  "archiveFile.destroyArchive": { facts: KEPT },
  "statPeriod.preparePeriod":   { id: "stat-2026-Q1", input: COUNTED },
  "statPeriod.submitPeriod":    { id: "stat-2026-Q1", facts: COUNTED },
  "samePerson.linkPersons":    PAIR,
  "samePerson.keepApart":      PAIR,
  "samePerson.withdrawFinding": PAIR,
  "bureau.becomeCenter":        { facts: { kind: "DESIGNATED_DEPT" } },
};
