import type { CodeList } from "./codeList.ts";
import { ACTIVITY_TYPES } from "./codes/activityTypes.ts";
import { AID_FORMS } from "./codes/aidForms.ts";
import { APPLICANT_CATEGORIES } from "./codes/applicantCategories.ts";
import { CASE_MATTERS } from "./codes/caseMatters.ts";
import { CASE_SOURCES } from "./codes/caseSources.ts";
import { CLOSING_MODES } from "./codes/closingModes.ts";
import { COMPLAINT_GROUNDS } from "./codes/complaintGrounds.ts";
import { DENIAL_REASONS } from "./codes/denialReasons.ts";
import { DOCUMENT_FORMS } from "./codes/documentForms.ts";
import { DUTY_HELP_KINDS } from "./codes/dutyHelpKinds.ts";
import { EMERGENCY_GROUNDS } from "./codes/emergencyGrounds.ts";
import { HARDSHIP_METHODS } from "./codes/hardshipMethods.ts";
import { HARDSHIP_SITUATIONS } from "./codes/hardshipSituations.ts";
import { INCOMING_DOCUMENTS } from "./codes/incomingDocuments.ts";
import { LEDGER_SUBJECTS } from "./codes/ledgerSubjects.ts";
import { LEGAL_STATUS } from "./codes/legalStatus.ts";
import { LIMITATION_PERIODS } from "./codes/limitationPeriods.ts";
import { MEANS_TEST_EXEMPTIONS } from "./codes/meansTestExemptions.ts";
import { MEANS_TEST_TRACKS } from "./codes/meansTestTracks.ts";
import { NON_DECISION_OUTCOMES } from "./codes/nonDecisionOutcomes.ts";
import { NOTIFIED_GROUNDS } from "./codes/notifiedGrounds.ts";
import { ORGAN_TYPES } from "./codes/organTypes.ts";
import { PARTY_ROLES } from "./codes/partyRoles.ts";
import { PERSONNEL_TYPES } from "./codes/personnelTypes.ts";
import { PROCEDURAL_STAGES } from "./codes/proceduralStages.ts";
import { QUALITY_GRADES } from "./codes/qualityGrades.ts";
import { QUALITY_METHODS } from "./codes/qualityMethods.ts";
import { REPLACEMENT_REASONS } from "./codes/replacementReasons.ts";
import { ROLES } from "./codes/roles.ts";
import { TERMINATION_REASONS } from "./codes/terminationReasons.ts";

/** Every code list of the domain specification, by its name there. Lists of our own are reached through their fields. */
export const CODE_LISTS = {
  aidForms: AID_FORMS,
  caseMatters: CASE_MATTERS,
  notifiedGrounds: NOTIFIED_GROUNDS,
  applicantCategories: APPLICANT_CATEGORIES,
  meansTestTracks: MEANS_TEST_TRACKS,
  meansTestExemptions: MEANS_TEST_EXEMPTIONS,
  hardshipSituations: HARDSHIP_SITUATIONS,
  hardshipMethods: HARDSHIP_METHODS,
  organTypes: ORGAN_TYPES,
  proceduralStages: PROCEDURAL_STAGES,
  legalStatus: LEGAL_STATUS,
  partyRoles: PARTY_ROLES,
  caseSources: CASE_SOURCES,
  denialReasons: DENIAL_REASONS,
  nonDecisionOutcomes: NON_DECISION_OUTCOMES,
  terminationReasons: TERMINATION_REASONS,
  emergencyGrounds: EMERGENCY_GROUNDS,
  replacementReasons: REPLACEMENT_REASONS,
  complaintGrounds: COMPLAINT_GROUNDS,
  closingModes: CLOSING_MODES,
  qualityMethods: QUALITY_METHODS,
  qualityGrades: QUALITY_GRADES,
  personnelTypes: PERSONNEL_TYPES,
  roles: ROLES,
  documentForms: DOCUMENT_FORMS,
  incomingDocuments: INCOMING_DOCUMENTS,
  activityTypes: ACTIVITY_TYPES,
  dutyHelpKinds: DUTY_HELP_KINDS,
  ledgerSubjects: LEDGER_SUBJECTS,
  limitationPeriods: LIMITATION_PERIODS,
} as const satisfies Readonly<Record<string, CodeList>>;
