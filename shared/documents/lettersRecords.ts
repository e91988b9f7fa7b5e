import type { ArchiveFileFacts } from "../dictionary/archiveFile.ts";
import type { PROCEDURAL_STAGES } from "../dictionary/codes/proceduralStages.ts";
import type { ComplaintFacts, QualityFacts } from "../dictionary/complaint.ts";
import type { DutyRequestFacts, DutyServiceFacts } from "../dictionary/duty.ts";
import type { ObjectionFacts } from "../dictionary/objection.ts";
import type { PenaltyLeadFacts } from "../dictionary/penaltyLead.ts";
import type { CooperationFacts } from "../dictionary/transfer.ts";
import { facts, LAL, type Letter, ON_FILE, ORGAN, SIGNED_BY_AGENCY, title } from "./letter.ts";

const DUTY_LAWYER = { zh: "法律援助机构、值班律师", en: "Agency and duty lawyer" } as const;
const DUTY_AGENCY = { zh: "值班律师", en: "Duty lawyer" } as const;
/** The bureau itself acts here, not the agency it has set up. */
const SIGNED_BY_BUREAU = ["bureau.name"] as const;

type Stage = keyof typeof PROCEDURAL_STAGES;
const INVESTIGATION: readonly Stage[] = ["ST_INVEST"];
const PROSECUTION: readonly Stage[] = ["ST_ARREST", "ST_PROSEC"];
const TRIAL: readonly Stage[] = [
  "ST_TRIAL1",
  "ST_TRIAL2",
  "ST_REMAND",
  "ST_RETRIAL",
  "ST_DEATHREV",
  "ST_COMPMED",
  "ST_ABSENTIA",
];

/** The organ of the stage writes the notice; a form chosen on the record decides before the stage does. */
const dutyNotice = (form: "FZ-024" | "FZ-025" | "FZ-026" | "FZ-027", stages: readonly Stage[]): Letter => ({
  title: title(form),
  entities: ["dutyRequest"],
  lane: "dutyRequest",
  step: "notifyDutyLawyer",
  series: "",
  numbering: "none",
  addressee: DUTY_LAWYER,
  isDue: facts<DutyRequestFacts, boolean>(({ form: chosen, proceduralStage, requestedAt }) => {
    if (requestedAt === undefined) return false;
    const isOpen = chosen === undefined || chosen === "FZ-023";
    return isOpen ? proceduralStage !== undefined && stages.includes(proceduralStage) : chosen === form;
  }),
  requires: ["personName", "organ", "proceduralStage", "suspectedCharge", "reason", "requestedAt"],
  prints: ["organ", "personName", "suspectedCharge", "reason"],
  needsRemedy: false,
  needsSeal: false,
  templateVersion: "1.0",
  source: `${LAL("30、37条")}；《刑事诉讼法》第36条`,
});

/** Letters of the other kinds of record: objections, cooperation, duty lawyers, quality, complaints, leads, the archive. */
// biome-ignore format: a table is read by columns
export const LETTERS_RECORDS = {
  "FZ-007": {
    title: title("FZ-007"), entities: ["cooperation"], lane: "cooperation", step: "sendCooperation", series: "函", numbering: "record", numberFact: "no", addressee: { zh: "协作机构", en: "Other agency" },
    isDue: facts<CooperationFacts, boolean>(({ sentAt }) => sentAt !== undefined),
    requires: [...SIGNED_BY_AGENCY, "agencyContact", "agency", "kind", "request", "sentAt"], prints: ["agency", "kind", "request"],
    needsRemedy: false, needsSeal: true, templateVersion: "1.0", source: "内部工作规则：异地协作（现行规定未读到）",
  },
  "FZ-020": {
    title: title("FZ-020"), entities: ["objection"], lane: "objection", step: "maintain", series: "异", numbering: "official", addressee: { zh: "异议人、法律援助机构", en: "Objector and agency" },
    isDue: facts<ObjectionFacts, boolean>(({ decidedAt, result }) => decidedAt !== undefined && result !== undefined),
    requires: [...SIGNED_BY_BUREAU, "objectorName", "receivedAt", "against", "grounds", "result", "reasonText", "decidedAt", "deciderId", "objectionRemedy"],
    requiresAlso: facts<ObjectionFacts, readonly string[]>(({ result }) => (result === "CORRECTED" ? ["orderText"] : ["remedyText"])),
    prints: ["objectorName", "grounds", "reasonText", "objectionRemedy"],
    served: [{ step: "serveObjection", fact: "servedOn" }],
    needsRemedy: true, needsSeal: true, templateVersion: "1.0", source: LAL("49条"),
  },
  "FZ-023": {
    title: title("FZ-023"), entities: ["dutyRequest"], lane: "dutyRequest", step: "requestHelp", series: "", numbering: "none", addressee: DUTY_AGENCY,
    isDue: facts<DutyRequestFacts, boolean>(({ requestedAt }) => requestedAt !== undefined),
    requires: ["personName", "organ", "proceduralStage", "reason", "requestedAt"], prints: ["personName", "organ"],
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: LAL("30、37条"),
  },
  "FZ-024": dutyNotice("FZ-024", INVESTIGATION),
  "FZ-025": dutyNotice("FZ-025", INVESTIGATION),
  "FZ-026": dutyNotice("FZ-026", PROSECUTION),
  "FZ-027": dutyNotice("FZ-027", TRIAL),
  "FZ-028": {
    title: title("FZ-028"), entities: ["dutyService"], lane: "dutyService", step: "recordService", series: "值", numbering: "record", numberFact: "no", addressee: ON_FILE,
    isDue: facts<DutyServiceFacts, boolean>(({ servedAt }) => servedAt !== undefined),
    requires: ["agencyName", "personName", "servedAt", "kinds", "lawyer.name", "lawyer.licenceNo"], prints: ["personName", "servedAt", "kinds", "lawyer.name"],
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: `${LAL("30、37条")}；《人民检察院刑事诉讼规则》第269条`,
  },
  "FZ-029": {
    title: title("FZ-029"), entities: ["dutyStation"], about: "month", lane: "dutyService", step: "", series: "", numbering: "none", addressee: ON_FILE,
    isDue: () => true,
    requires: ["agencyName", "name", "ledgerMonth", "ledgerList", "everyServiceHasStation"], prints: ["ledgerMonth", "ledgerList", "ledgerByKind", "ledgerByStage"],
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: `${LAL("14、30条")}`,
  },
  "FZ-030": {
    title: title("FZ-030"), entities: ["quality"], lane: "quality", step: "openReview", series: "", numbering: "none", addressee: ON_FILE,
    isDue: facts<QualityFacts, boolean>(({ openedAt, method }) => openedAt !== undefined && method === "QM_HEARING"),
    requires: ["agencyName", "file.personName", "fileCause", "court", "observedAt", "observation", "reviewerId", "lawyer.name"], prints: ["court", "observedAt", "observation"],
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: LAL("59条"),
  },
  "FZ-031": {
    title: title("FZ-031"), entities: ["quality"], lane: "quality", step: "openReview", series: "函", numbering: "official", addressee: ORGAN,
    isDue: facts<QualityFacts, boolean>(({ openedAt, method }) => openedAt !== undefined && method === "QM_ORGAN"),
    requires: [...SIGNED_BY_AGENCY, "agencyContact", "organ", "file.personName", "fileCause", "organQuestions", "lawyer.name"], prints: ["organ", "organQuestions"],
    needsRemedy: false, needsSeal: true, templateVersion: "1.0", source: LAL("59条"),
  },
  "FZ-032": {
    title: title("FZ-032"), entities: ["quality"], lane: "quality", step: "openReview", series: "", numbering: "none", addressee: ON_FILE,
    isDue: facts<QualityFacts, boolean>(({ openedAt, method }) => openedAt !== undefined && method === "QM_VISIT"),
    requires: ["agencyName", "file.personName", "fileCause", "visitedOn", "visitChannel", "visitEvaluation", "reviewerId", "lawyer.name"], prints: ["visitedOn", "visitEvaluation"],
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: LAL("59条"),
  },
  "LA-COVER": {
    title: title("LA-COVER"), entities: ["archiveFile"], lane: "archive", step: "fileArchive", series: "", numbering: "none", addressee: ON_FILE,
    isDue: facts<ArchiveFileFacts, boolean>(({ archiveNo, fileId }) => archiveNo !== undefined && fileId !== undefined),
    requires: ["agencyName", "archiveNo", "year", "category", "retentionText", "volumes", "pages", "closedOn", "file.personName", "fileCause", "lawyer.name"], prints: ["archiveNo", "retentionText", "file.personName"],
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: "《档案法》第14条；《档案法实施条例》第19条",
  },
  "LA-CATALOGUE": {
    title: title("LA-CATALOGUE"), entities: ["archiveFile"], lane: "archive", step: "fileArchive", series: "", numbering: "none", addressee: ON_FILE,
    isDue: facts<ArchiveFileFacts, boolean>(({ archiveNo, catalogue }) => archiveNo !== undefined && (catalogue ?? []).length > 0),
    requires: ["agencyName", "archiveNo", "file.personName", "catalogue"], prints: ["archiveNo", "catalogue"],
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: "《档案法》第14条",
  },
  "LA-NOTES": {
    title: title("LA-NOTES"), entities: ["archiveFile"], lane: "archive", step: "fileArchive", series: "", numbering: "none", addressee: ON_FILE,
    isDue: facts<ArchiveFileFacts, boolean>(({ filedAt }) => filedAt !== undefined),
    requires: ["agencyName", "archiveNo", "volumes", "pages", "filedAt", "filedBy"], prints: ["archiveNo", "volumes", "pages"],
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: "《档案法》第14条",
  },
  "LA-PENALTY": {
    title: title("LA-PENALTY"), entities: ["penaltyLead"], lane: "penalty", step: "openLead", series: "", numbering: "none", addressee: { zh: "司法行政部门执法机构", en: "The bureau's enforcement section" },
    isDue: facts<PenaltyLeadFacts, boolean>(({ openedAt }) => openedAt !== undefined),
    requires: [...SIGNED_BY_BUREAU, "file.personName", "fileCause", "ground", "summary", "openedAt", "openedBy"], prints: ["file.personName", "ground", "summary"],
    needsRemedy: false, needsSeal: true, templateVersion: "1.0", source: LAL("64条"),
  },
  "LA-REPLY": {
    title: title("LA-REPLY"), entities: ["complaint"], lane: "complaint", step: "replyComplaint", series: "投", numbering: "official", addressee: { zh: "投诉人", en: "Complainant" },
    isDue: facts<ComplaintFacts, boolean>(({ repliedOn }) => repliedOn !== undefined),
    requires: [...SIGNED_BY_BUREAU, "complainantName", "receivedAt", "respondentName", "grounds", "replyText", "complaintOutcome"], prints: ["complainantName", "complaintOutcome", "replyText"],
    needsRemedy: false, needsSeal: true, templateVersion: "1.0", source: `${LAL("56条")}；司法部令第149号（摘录）`,
  },
} as const satisfies Readonly<Record<string, Letter>>;
