import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import type { EntityType, FactsOfType } from "../../../shared/dictionary/entities.ts";
import { remedyTextOf, suitRemedyOf } from "../../../shared/documents/remedy.ts";
import { day } from "../../../shared/kernel/day.ts";
import { instant } from "../../../shared/kernel/instant.ts";
import { DEFAULT_PARAMETERS } from "../../../shared/law/parameters.ts";
import { APPLIED, BUREAU, DENIED } from "./letterPersons.ts";

/** A copy that was issued and served, so that its proof of service has something to say. */
const ISSUED = {
  letters: [
    {
      form: "FZ-010" as const,
      number: "（2026）甲援不字第3号",
      templateVersion: "FZ-010/1.0",
      pdfHash: "a".repeat(64),
      docxHash: "b".repeat(64),
      issuedAt: instant("2026-03-06T09:30"),
    },
  ],
  services: [
    {
      pdfHash: "a".repeat(64),
      form: "FZ-010" as const,
      servedOn: day("2026-03-06"),
      method: "DIRECT" as const,
      receiver: "孙务工",
      relation: "SELF" as const,
    },
  ],
};

/** S19 and S21: a case on the way, replaced, terminated, closed; every letter of the course has its facts. */
export const COURSE: AidFacts = {
  ...APPLIED,
  activities: [
    { at: instant("2026-03-09T10:00"), type: "AC_CONTACT", summary: "约见受援人，核对欠薪数额。" },
    { at: instant("2026-04-02T09:00"), type: "AC_REPORT", summary: "向受援人通报立案情况。" },
  ],
  introductionTo: "甲县人力资源和社会保障局",
  introductionPurpose: "查阅并复制该用工单位的劳动用工备案材料",
  introductionValidUntilOn: day("2026-03-20"),
  replacementRequestedAt: instant("2026-09-29T09:00"),
  replacementInitiator: "RECIPIENT",
  replacementReasons: ["RP_RECIPIENT"],
  replacementStatement: "自指派以来没有约见，办案日志四十日没有记录。",
  replacedLawyerId: "lawyer-0002",
  replacementVerified: "经核实，情况属实。",
  replacementOpinion: "CHANGE_PERSON",
  replacementReviewerId: "staff-0002",
  replacementReviewedAt: instant("2026-09-30T09:00"),
  replacementResult: "CHANGE_PERSON",
  replacementReasonText: "承办人员未依法履行职责。",
  replacementDecidedAt: instant("2026-09-30T16:00"),
  replacementDeciderId: "staff-0003",
  changeDays: 3,
  informDays: 3,
  terminationReason: "TM48_1",
  terminationEvidence: "不动产登记查询结果",
  terminationText: "受援人隐瞒其名下有两套住房。",
  terminationRemedy: remedyTextOf(BUREAU, DEFAULT_PARAMETERS) ?? "",
  terminatedAt: instant("2026-09-16T10:00"),
  terminatorId: "staff-0003",
  recipientHeardOn: day("2026-09-14"),
  recipientStatement: "承认有两套住房。",
  closingFiledOn: day("2026-05-20"),
  closingMode: "CL_AWARD",
  closingReport: "代理申请劳动仲裁，仲裁委支持全部请求。",
  resultDocument: "甲劳人仲案〔2026〕31号仲裁裁决书",
  resultReceivedOn: day("2026-04-28"),
  claimedFen: 1_860_000,
  awardedFen: 1_860_000,
  recoveredFen: 1_860_000,
  ...ISSUED,
};

const OBJECTION: FactsOfType<"objection"> = {
  fileId: "file-0002",
  against: "DENIAL",
  objectorName: "牛借款",
  decisionServedOn: day("2026-05-13"),
  receivedAt: instant("2026-05-15T09:00"),
  grounds: "认为借款纠纷也应当给予援助。",
  reviewerId: "staff-0004",
  result: "MAINTAINED",
  reasonText: "民间借贷纠纷不在法律援助法第三十一条规定的范围之内，原决定正确。",
  remedyText: suitRemedyOf(BUREAU) ?? "",
  decidedAt: instant("2026-05-20T10:00"),
  deciderId: "staff-0004",
};
const DUTY = {
  stationId: "station-001",
  personName: "康在押",
  organ: "甲县公安局",
  suspectedCharge: "盗窃罪",
  custodyPlace: "甲县看守所",
  proceduralStage: "ST_INVEST",
  hasDefender: false,
} as const;
const REQUEST: FactsOfType<"dutyRequest"> = {
  ...DUTY,
  reason: "REQUEST",
  helpWanted: "咨询强制措施",
  requestedAt: instant("2026-03-19T17:10"),
  notifiedAt: instant("2026-03-20T09:00"),
  notifiedBy: "甲县看守所",
  lawyerId: "lawyer-0001",
};
const QUALITY: FactsOfType<"quality"> = {
  fileId: "file-0002",
  openedAt: instant("2026-11-02T09:00"),
  reviewerId: "staff-0004",
  court: "甲县人民法院",
  observedAt: instant("2026-10-20T09:30"),
  observation: "承办律师举证充分，质证有据。",
  organ: "甲县人民法院",
  organQuestions: "承办律师是否按时到庭、是否充分发表意见？",
  visitedOn: day("2026-11-03"),
  visitChannel: "PHONE",
  visitEvaluation: "满意",
};
const ARCHIVE: FactsOfType<"archiveFile"> = {
  archiveNo: "甲-2026-0012",
  fileId: "file-0002",
  year: 2026,
  category: "LABOUR_MED_ARB",
  retentionYears: 30,
  retentionDocNo: "甲档批〔2025〕3号",
  volumes: 1,
  pages: 68,
  catalogue: [
    { title: "法律援助申请表", fromPage: 1, toPage: 2 },
    { title: "给予法律援助决定书", fromPage: 3, toPage: 3 },
  ],
  closedOn: day("2026-05-28"),
  filedAt: instant("2026-06-20T10:00"),
  filedBy: "staff-0001",
};

/** One record of a kind, and the file it belongs to. */
export type Scened = { readonly t: EntityType; readonly facts: object; readonly about?: string };

const quality = (method: FactsOfType<"quality">["method"]): Scened => ({
  t: "quality",
  facts: { ...QUALITY, method },
});
const request = (stage: FactsOfType<"dutyRequest">["proceduralStage"]): Scened => ({
  t: "dutyRequest",
  facts: { ...REQUEST, proceduralStage: stage },
});

/** Every letter of another kind of record with facts that suffice for it. */
export const RECORDS = {
  "FZ-007": {
    t: "cooperation",
    facts: {
      direction: "OUT",
      agency: "乙县法律援助中心",
      kind: "INVESTIGATE",
      request: "协助调取证人证言。",
      fileId: "file-0002",
      sentAt: instant("2026-03-05T09:00"),
      no: "（2026）甲援函字第1号",
    },
  },
  "FZ-020": { t: "objection", facts: OBJECTION },
  "FZ-022": { t: "aidFile", facts: { ...DENIED, ...ISSUED }, about: "0" },
  "FZ-023": request("ST_INVEST"),
  "FZ-024": request("ST_INVEST"),
  "FZ-025": { t: "dutyRequest", facts: { ...REQUEST, form: "FZ-025", organ: "甲市国家安全局" } },
  "FZ-026": request("ST_PROSEC"),
  "FZ-027": request("ST_TRIAL1"),
  "FZ-028": {
    t: "dutyService",
    facts: {
      ...DUTY,
      no: "（2026）甲援值字第4号",
      lawyerId: "lawyer-0001",
      servedAt: instant("2026-03-20T16:00"),
      kinds: ["DH_CONSULT", "DH_MEASURE"],
      opinionText: "建议取保候审。",
      opinionAdopted: "NO",
      notAdoptedReason: "有再犯可能",
    },
  },
  "FZ-029": { t: "dutyStation", facts: { name: "甲县看守所值班律师工作站" }, about: "2026-03" },
  "FZ-030": quality("QM_HEARING"),
  "FZ-031": quality("QM_ORGAN"),
  "FZ-032": quality("QM_VISIT"),
  "LA-CATALOGUE": { t: "archiveFile", facts: ARCHIVE },
  "LA-COVER": { t: "archiveFile", facts: ARCHIVE },
  "LA-NOTES": { t: "archiveFile", facts: ARCHIVE },
  "LA-PENALTY": {
    t: "penaltyLead",
    facts: {
      fileId: "file-0002",
      ground: "TM48_1",
      summary: "隐瞒两套住房，骗取法律援助。",
      openedAt: instant("2026-09-17T09:00"),
      openedBy: "staff-0004",
    },
  },
  "LA-REPLY": {
    t: "complaint",
    facts: {
      complainantName: "尤投诉",
      receivedAt: instant("2026-11-10T10:00"),
      respondentName: "方承办",
      grounds: ["CG_MONEY"],
      disposition: "PENALTY",
      dispositionText: "移送行政处罚。",
      repliedOn: day("2026-11-26"),
      replyText: "你的投诉已经查实并移送处理。",
    },
  },
} as const satisfies Readonly<Record<string, Scened>>;

/** The file to which these records belong, and the duty services of a month at two stations. */
export const RELATED = {
  fileId: { id: "file-0002", facts: { ...DENIED, numberFZ010: "（2026）甲援不字第3号" } },
};
const service = (n: number, facts: object) => ({
  id: `service-00${n}`,
  facts: {
    ...DUTY,
    lawyerId: "lawyer-0001",
    kinds: ["DH_CONSULT"],
    servedAt: instant(`2026-03-0${n}T10:00`),
    ...facts,
  },
});
export const SERVICES = [
  service(2, { kinds: ["DH_CONSULT", "DH_MEASURE"] }),
  service(1, { proceduralStage: "ST_PROSEC" }),
  service(3, { stationId: "station-002" }),
  service(4, { servedAt: instant("2026-04-01T10:00") }),
];
