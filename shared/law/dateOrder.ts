/**
 * What each recorded date answers: it cannot lie on a day before any of these (V03). The names mean the same on every
 * kind of record that has them; an unknown date says nothing.
 */
// biome-ignore format: a table is read by columns
export const NOT_BEFORE: Readonly<Record<string, readonly string[]>> = {
  supplementServedOn:     ["receivedAt"],
  supplementInOn:         ["receivedAt", "supplementServedOn"],
  examinedAt:             ["receivedAt"],
  emergencyAt:            ["receivedAt"],
  decidedAt:              ["receivedAt", "acceptDecidedAt"],
  decisionServedOn:       ["decidedAt"],
  redecidedAt:            ["decidedAt"],
  redecisionServedOn:     ["redecidedAt"],
  assignedAt:             ["receivedAt", "noticeReceivedAt"],
  acceptedAt:             ["assignedAt", "reassignedAt"],
  reassignedAt:           ["assignedAt", "replacementDecidedAt"],
  organNotifiedAt:        ["noticeReceivedAt"],
  agreementSignedOn:      ["assignedAt", "reassignedAt"],
  refusalPermittedOn:     ["refusedOn"],
  noOwnCounselOn:         ["refusalPermittedOn"],
  renoticeRepliedAt:      ["renotifiedAt"],
  replacementDecidedAt:   ["replacementRequestedAt"],
  terminatedAt:           ["terminationReportedAt"],
  terminationServedOn:    ["terminatedAt"],
  terminationEffectiveOn: ["terminatedAt", "terminationServedOn"],
  closingReviewedAt:      ["closingFiledOn"],
  servedOn:               ["decidedAt"],
  arFiledOn:              ["decidedAt"],
  arReceivedOn:           ["arFiledOn"],
  acceptDecidedAt:        ["receivedAt"],
  repliedOn:              ["receivedAt", "decidedAt"],
  approvedAt:             ["submittedAt"],
  paidOn:                 ["approvedAt", "decidedOn"],
  destroyedOn:            ["appraisedOn"],
};
