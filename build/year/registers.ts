import type { Facts } from "../demo/registers.ts";
import { BUREAU_FACTS, LAWYERS, ORGANS, PROVIDERS } from "../demo/registers.ts";
import { STAFF_ROWS, type StaffRow } from "../demo/staff.ts";
import { type Chance, itemAt } from "./chance.ts";
import type { Persons } from "./persons.ts";

/** Somebody on the register who can be assigned, with what the choice looks at. */
export type Handler = { readonly id: string; readonly providerId: string; readonly facts: Facts };
/** Every register of the invented county, with its ids. */
export type Registers = {
  readonly bureauId: string;
  readonly staff: readonly (StaffRow & { readonly id: string })[];
  readonly providers: readonly { readonly id: string; readonly facts: Facts }[];
  readonly handlers: readonly Handler[];
  readonly organs: readonly { readonly id: string; readonly facts: Facts }[];
  readonly stations: readonly { readonly id: string; readonly facts: Facts }[];
  readonly standards: Readonly<
    Record<"civil" | "criminal" | "duty", { readonly id: string; readonly facts: Facts }>
  >;
};

/** A busy county has more hands than the demo: further clerks, examiners, a deputy head and a second bureau officer. */
// biome-ignore format: a table is read by columns
const FURTHER_STAFF: readonly StaffRow[] = [
  { login: "feng", name: "冯小雨", roles: ["CLERK"],    section: "法律援助科" },
  { login: "chen", name: "陈立行", roles: ["CLERK"],    section: "法律援助科" },
  { login: "tang", name: "唐静怡", roles: ["EXAMINER"], section: "法律援助科" },
  { login: "gao",  name: "高远山", roles: ["HEAD"],     section: "法律援助科" },
  { login: "lu",   name: "陆正平", roles: ["BUREAU"],   section: "法治与复议科" },
];
/** Who does what; a story picks one of them and stays with them. */
export const CLERKS = ["zhou", "feng", "chen"] as const;
export const EXAMINERS = ["qian", "tang"] as const;
export const HEADS = ["sun", "gao"] as const;

const UNITS = ["正衡", "守信", "明理", "同济", "公达", "诚明", "众义"];
const unitFacts = (index: number): Facts => {
  const isFirm = index < UNITS.length - 2;
  const name = itemAt(UNITS, index);
  return {
    name: isFirm ? `甲县${name}律师事务所` : `甲县${name}法律服务所`,
    kind: isFirm ? "FIRM" : "GRASSROOTS",
    address: `甲县建设街${index + 3}号`,
    headName: `${name}负责人`,
    phone: `0999-20000${String(10 + index)}`,
    status: "ACTIVE",
  };
};

const HANDLERS = 34;
/** Every fourth further handler works at a grassroots office; the others are lawyers, two of three fit for minors. */
const handlerFacts = (index: number, persons: Persons): Facts => {
  const { name, sex, phone } = persons.person({ ages: [28, 58] });
  const isLawyer = index % 4 !== 3;
  const since = `${2008 + (index % 14)}-0${1 + (index % 9)}-01`;
  return {
    name,
    sex,
    phone,
    type: isLawyer ? "LAWYER" : "GRASS",
    licenceNo: `${isLawyer ? 1 : 3}9999${since.slice(0, 4)}${String(10_000_100 + index)}`,
    licensedOn: since,
    specialties: isLawyer ? ["CRIM_DEFENCE", "CIVIL_LIT"] : ["CIVIL_LIT", "LABOUR_MED_ARB", "NON_LIT"],
    ...(isLawyer && { criminalDefenceSince: since, isTrainedForMinors: index % 3 !== 2 }),
    status: "ACTIVE",
    maxOpenCases: 120,
  };
};

const station = (name: string, place: string, mode: string): Facts => ({
  name,
  place,
  mode,
  address: "甲县",
  isActive: true,
});
// biome-ignore format: a table is read by columns
const STATIONS: readonly Facts[] = [
  station("驻甲县看守所法律援助工作站", "DETENTION", "RESIDENT"),
  station("驻甲县人民检察院法律援助工作站", "PROC", "ONCALL"),
  station("驻甲县人民法院法律援助工作站", "COURT", "ONCALL"),
];
const standard = (name: string, type: string, unit: string): Facts => ({
  name,
  type,
  unit,
  effectiveFromOn: "2025-01-01",
  docNo: "演示用标准（非真实）",
});
// biome-ignore format: a table is read by columns
const STANDARDS = {
  civil:    { ...standard("民事、劳动、行政案件", "CASE", "CASE"), amountFen: 120_000 },
  criminal: { ...standard("刑事案件", "CASE", "CASE"), amountFen: 150_000 },
  duty:     { ...standard("值班律师", "DUTY", "HALF_DAY"), amountFen: 15_000 },
} as const satisfies Record<string, Facts>;

/** Invents the registers of the county with ids of their own. */
export const registersOf = (chance: Chance, persons: Persons): Registers => {
  const named = (facts: Facts) => ({ id: chance.id(), facts });
  const first = Object.entries(PROVIDERS).map(([key, facts]) => ({ key, ...named(facts) }));
  const further = UNITS.slice(2).map((_, index) => named(unitFacts(index + 2)));
  const own = Object.values(LAWYERS).map(({ provider, ...facts }): Handler => {
    const providerId = String(first.find(({ key }) => key === provider)?.id);
    return { id: chance.id(), providerId, facts: { ...facts, providerId } };
  });
  const firms = further.filter(({ facts }) => facts.kind === "FIRM");
  const offices = further.filter(({ facts }) => facts.kind !== "FIRM");
  const more = Array.from({ length: HANDLERS }, (_, index): Handler => {
    const facts = handlerFacts(index, persons);
    const { id: providerId } = itemAt(facts.type === "LAWYER" ? firms : offices, index);
    return { id: chance.id(), providerId, facts: { ...facts, providerId } };
  });
  return {
    bureauId: chance.id(),
    staff: [...STAFF_ROWS, ...FURTHER_STAFF].map((row) => ({ ...row, id: chance.id() })),
    providers: [...first.map(({ id, facts }) => ({ id, facts })), ...further],
    handlers: [...own, ...more],
    organs: Object.values(ORGANS).map(named),
    stations: STATIONS.map(named),
    standards: {
      civil: named(STANDARDS.civil),
      criminal: named(STANDARDS.criminal),
      duty: named(STANDARDS.duty),
    },
  };
};

/** The bureau's own facts, as the demo has them. */
export const BUREAU = BUREAU_FACTS;
