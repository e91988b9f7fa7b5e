import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { DeskPage } from "./aDeskPage.ts";

/** Invented people. The strings stand nowhere else, so that finding one in a profile proves a leak. */
export const PERSON = {
  name: "单于乐仇",
  certNo: "11010519491231002X",
  phone: "13800001234",
  facts: "三个月工资未付金丝雀",
} as const;

export const LOGIN = "hezq";
export const PASSWORD = "correct horse battery";
const ROLES = ["SYSADMIN", "CLERK", "EXAMINER", "HEAD"];

/** Facts of one invented application (scenario S01), as the counter records them. */
export const APPLICATION: { readonly [f: string]: Json } = {
  origin: "APPLICATION",
  source: "SRC_WINDOW",
  sensitivity: "NORMAL",
  personName: PERSON.name,
  certType: "ID",
  certNo: PERSON.certNo,
  phone: PERSON.phone,
  applyingAs: "SELF",
  aidForm: "LABOUR_MED_ARB",
  matter: "M31_5B",
  legalStatus: "CIV_PLAINTIFF",
  proceduralStage: "ST_ARB",
  caseFacts: PERSON.facts,
  request: "支付工资",
  hasAgentAlready: false,
  track: "T3_EXEMPT42",
  exemptCode: "X42_3A",
  exemptEvidence: "工地出入证",
  competence: "DISPUTE_SEAT",
  consentSignedOn: "2026-03-02",
};

/** Sets the desk up and writes the founder's own staff record and the bureau, as the first start does. */
export const found = async ({ call }: Pick<DeskPage, "call">): Promise<void> => {
  await call("setUp", LOGIN, PASSWORD);
  await call("openDesk");
  const staff = await call("create", "staff", await call("staffId"), {
    name: "和志强",
    login: LOGIN,
    roles: ROLES,
    isActive: true,
  });
  const bureau = await call("create", "bureau", await call("bureauId"), {
    name: "兰坪县司法局",
    shortName: "兰",
  });
  if (!staff.ok || !bureau.ok) throw new Error(`founding was refused: ${JSON.stringify([staff, bureau])}`);
};

/** Opens one file from the counter and receives the application. */
export const receive = async (
  { call }: DeskPage,
  id: string,
  facts: { readonly [f: string]: Json } = {},
): Promise<void> => {
  const opened = await call("create", "aidFile", id, { ...APPLICATION, ...facts });
  const row = await call("addRow", id, "materials", { kind: "FORM", title: "申请表", copies: 1 });
  const step = await call("step", id, "receive", {});
  if (!opened.ok || !row.ok || !step.ok)
    throw new Error(`the file was refused: ${JSON.stringify([opened, row, step])}`);
};
