import type { Role } from "../../shared/workflow/stepRule.ts";

/** The one password of every invented account of the demo; printed on the terminal, never used elsewhere. */
export const DEMO_PASSWORD = "Fayuan-demo-2026";

/** An invented member of staff. */
export type StaffRow = {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly section: string;
};

/** Staff of every role. The first sets the desk up. */
// biome-ignore format: a table is read by columns
export const STAFF_ROWS: readonly StaffRow[] = [
  { login: "guan",  name: "管系统", roles: ["SYSADMIN"], section: "办公室" },
  { login: "zhou",  name: "周晓兰", roles: ["CLERK"],    section: "法律援助科" },
  { login: "qian",  name: "钱文博", roles: ["EXAMINER"], section: "法律援助科" },
  { login: "sun",   name: "孙立群", roles: ["HEAD"],     section: "法律援助科" },
  { login: "li",    name: "李若梅", roles: ["BUREAU"],   section: "法治与复议科" },
  { login: "wu",    name: "吴会计", roles: ["FINANCE"],  section: "财务室" },
  { login: "dang",  name: "党守册", roles: ["ARCHIVE"],  section: "档案室" },
  { login: "zhi",   name: "支评查", roles: ["QC"],       section: "法律援助科" },
  { login: "ji",    name: "纪督察", roles: ["AUDITOR"],  section: "纪检组" },
];
