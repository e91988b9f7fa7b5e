import { agreement } from "./forms/agreement.mjs";
import { applicationForm } from "./forms/applicationForm.mjs";
import { assignmentNotice } from "./forms/assignmentNotice.mjs";
import { consultationForm } from "./forms/consultationForm.mjs";
import { denialDecision, grantDecision } from "./forms/decisions.mjs";
import { examinationForm } from "./forms/examinationForm.mjs";
import { hardshipForm } from "./forms/hardshipForm.mjs";
import { organLetter } from "./forms/organLetter.mjs";
import { powerOfAttorney } from "./forms/powerOfAttorney.mjs";
import { receipt } from "./forms/receipt.mjs";
import { supplementNotice } from "./forms/supplementNotice.mjs";

/** The blocks of every form. */
export const FORMS = {
  "FZ-001": consultationForm,
  "FZ-002": applicationForm,
  "FZ-003": powerOfAttorney,
  "FZ-004": hardshipForm,
  "FZ-005": receipt,
  "FZ-006": supplementNotice,
  "FZ-008": examinationForm,
  "FZ-009": grantDecision,
  "FZ-010": denialDecision,
  "FZ-011": assignmentNotice,
  "FZ-012": agreement,
  "FZ-013": organLetter,
};
