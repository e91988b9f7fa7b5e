import type { LawScene } from "../../../shared/commands/scene.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { day } from "../../../shared/kernel/day.ts";
import { COUNTY } from "./desk.ts";

type Facts = { readonly [f: string]: Json };

/** What every application of the scenarios has in common; the person and matter are added. */
export const APPLICATION: Facts = {
  origin: "APPLICATION",
  personName: "某甲",
  certType: "ID",
  certNo: "11010519491231002X",
  applyingAs: "SELF",
  source: "SRC_WINDOW",
  sensitivity: "NORMAL",
  aidForm: "CIVIL_LIT",
  matter: "M31_4",
  legalStatus: "CIV_PLAINTIFF",
  proceduralStage: "ST_NONE",
  caseFacts: "请求法律援助",
  request: "请求支付",
  hasAgentAlready: false,
  track: "T2_PLEDGE",
  pledgeSignedOn: "2026-01-02",
  competence: "DISPUTE_SEAT",
  consentSignedOn: "2026-01-02",
};

/** What an organ's letter states. */
export const LETTER: Facts = {
  origin: "NOTIFICATION",
  personName: "某乙",
  certType: "NONE",
  sensitivity: "NORMAL",
  aidForm: "CRIM_DEFENCE",
  matter: "M25_1",
  track: "T5_NOTIFIED",
  noticeOrgan: "甲县公安局",
  noticeOrganType: "POLICE",
  noticeLetterNo: "甲公援字1号",
  noticeKind: "DEFENCE",
  noticeGround: "N25_3",
  suspectedCharge: "盗窃",
  proceduralStage: "ST_INVEST",
  contactName: "警官",
  contactPhone: "13900000000",
  noDefenderConfirmed: true,
};

/** An examination that proposes `opinion`. */
export const proposal = (opinion: "GRANT" | "DENY"): Facts => ({
  scopeOk: opinion === "GRANT",
  recusalChecked: true,
  examinationFindings: "已核对材料",
  opinion,
  opinionText: "见审查情况",
});

/** A lawyer fit for everything, found by a conflict search without findings. */
export const chosen = (id: string, fileId: string, on: string): Partial<LawScene> => ({
  assignment: {
    candidate: {
      id,
      facts: {
        name: `律师${id}`,
        type: "LAWYER",
        status: "ACTIVE",
        licensedOn: day("2010-01-01"),
        isTrainedForMinors: true,
      },
      openCases: 0,
    },
    context: {
      fileId,
      on: day(on),
      parameters: COUNTY,
      parties: [],
      dutyHelp: [],
      otherProviders: 3,
      isSearched: true,
    },
  },
});
