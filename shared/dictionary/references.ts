import type { EntityType } from "./entities.ts";

/** Which kind of record a reference names, by the name of the field; whatever is not here names a member of staff. */
// biome-ignore format: a table is read by columns
const TARGETS: Readonly<Record<string, EntityType>> = {
  fileId: "aidFile", previousFileId: "aidFile", otherFileId: "aidFile",
  lawyerId: "lawyer", replacedLawyerId: "lawyer", reviewerLawyerId: "lawyer", respondentId: "lawyer",
  providerId: "provider", reviewerProviderId: "provider",
  organId: "organ",
  consultationId: "consultation",
  objectionId: "objection",
  complaintId: "complaint", mergedInto: "complaint",
  transferId: "transfer",
  stationId: "dutyStation", shiftId: "dutyShift", swapOf: "dutyShift", requestId: "dutyRequest", dutyServiceId: "dutyService",
  standardId: "subsidyStandard", claimId: "subsidyClaim", entryId: "fundEntry", reverses: "fundEntry", donationId: "donation",
  approvalId: "exportApproval",
};

/** The kind of record that the reference field `f` names. */
export const targetOf = (f: string): EntityType =>
  (Object.hasOwn(TARGETS, f) ? TARGETS[f] : undefined) ?? "staff";
