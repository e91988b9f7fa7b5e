import type { Json } from "../../shared/kernel/canonicalJson.ts";
import type { RecordView } from "../../shared/ops/view.ts";

/** An aid file with these facts, standing where `stages` says. */
export const aFile = (
  facts: { readonly [f: string]: Json } = {},
  stages: RecordView["stages"] = {},
): RecordView => ({ t: "aidFile", id: "file-0001", facts, stages, conflicts: [], contested: [] });

/** Everything that receiving an application needs, of an invented migrant worker (scenario S01). */
export const APPLICATION_FACTS: { readonly [f: string]: Json } = {
  personName: "甲某",
  certType: "ID",
  certNo: "11010519491231002X",
  applyingAs: "SELF",
  source: "SRC_WINDOW",
  sensitivity: "NORMAL",
  aidForm: "LABOUR_MED_ARB",
  matter: "M31_5B",
  legalStatus: "CIV_PLAINTIFF",
  proceduralStage: "ST_ARB",
  caseFacts: "三个月工资未付",
  request: "支付工资",
  hasAgentAlready: false,
  track: "T3_EXEMPT42",
  exemptCode: "X42_3A",
  exemptEvidence: "工地出入证",
  competence: "DISPUTE_SEAT",
  consentSignedOn: "2026-03-02",
  materials: [{ kind: "FORM", title: "申请表", copies: 1 }],
};
