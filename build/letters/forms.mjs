import { agreement } from "./forms/agreement.mjs";
import { applicationForm } from "./forms/applicationForm.mjs";
import { fileCatalogue, fileCover, fileNotes } from "./forms/archiveSheets.mjs";
import { assignmentNotice } from "./forms/assignmentNotice.mjs";
import { clockSlip } from "./forms/clockSlip.mjs";
import { closingReport } from "./forms/closingReport.mjs";
import { complaintReply } from "./forms/complaintReply.mjs";
import { consultationForm } from "./forms/consultationForm.mjs";
import { cooperationLetter } from "./forms/cooperationLetter.mjs";
import { denialDecision, grantDecision } from "./forms/decisions.mjs";
import {
  courtNotice,
  dutyLedger,
  helpApplication,
  policeNotice,
  procuratorateNotice,
  securityNotice,
  serviceRecord,
} from "./forms/duty.mjs";
import { examinationForm } from "./forms/examinationForm.mjs";
import { hardshipForm } from "./forms/hardshipForm.mjs";
import { objectionDecision } from "./forms/objectionDecision.mjs";
import { organLetter } from "./forms/organLetter.mjs";
import { penaltyLead } from "./forms/penaltyLead.mjs";
import { powerOfAttorney } from "./forms/powerOfAttorney.mjs";
import { introduction, progressRecord } from "./forms/progress.mjs";
import { hearingRecord, organInquiry, recipientVisit } from "./forms/quality.mjs";
import { receipt } from "./forms/receipt.mjs";
import { replacementForm, replacementNotice } from "./forms/replacement.mjs";
import { serviceProof } from "./forms/serviceProof.mjs";
import { supplementNotice } from "./forms/supplementNotice.mjs";
import { terminationDecision, terminationLetter } from "./forms/termination.mjs";

/** The blocks of every form. */
export const FORMS = {
  "FZ-001": consultationForm,
  "FZ-002": applicationForm,
  "FZ-003": powerOfAttorney,
  "FZ-004": hardshipForm,
  "FZ-005": receipt,
  "FZ-006": supplementNotice,
  "FZ-007": cooperationLetter,
  "FZ-008": examinationForm,
  "FZ-009": grantDecision,
  "FZ-010": denialDecision,
  "FZ-011": assignmentNotice,
  "FZ-012": agreement,
  "FZ-013": organLetter,
  "FZ-014": progressRecord,
  "FZ-015": introduction,
  "FZ-016": replacementForm,
  "FZ-017": replacementNotice,
  "FZ-018": terminationDecision,
  "FZ-019": terminationLetter,
  "FZ-020": objectionDecision,
  "FZ-021": closingReport,
  "FZ-022": serviceProof,
  "FZ-023": helpApplication,
  "FZ-024": policeNotice,
  "FZ-025": securityNotice,
  "FZ-026": procuratorateNotice,
  "FZ-027": courtNotice,
  "FZ-028": serviceRecord,
  "FZ-029": dutyLedger,
  "FZ-030": hearingRecord,
  "FZ-031": organInquiry,
  "FZ-032": recipientVisit,
  "LA-CATALOGUE": fileCatalogue,
  "LA-CLOCKS": clockSlip,
  "LA-COVER": fileCover,
  "LA-NOTES": fileNotes,
  "LA-PENALTY": penaltyLead,
  "LA-REPLY": complaintReply,
};
