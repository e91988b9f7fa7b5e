import type { Label } from "../../../shared/dictionary/field.ts";

/** A register of the desk: which fields are asked for, which stand in the list, which lists belong to each entry. */
export type Register = {
  readonly title: Label;
  readonly note: Label;
  readonly start: Label;
  readonly names: readonly string[];
  readonly listed: readonly string[];
  readonly rows: readonly string[];
  /** What a new entry begins with. */
  readonly first: Readonly<Record<string, string>>;
};

export type RegisterName = "lawyer" | "provider" | "organ";

// biome-ignore format: a table is read by columns
export const REGISTERS: Readonly<Record<RegisterName, Register>> = {
  lawyer: {
    title: { zh: "承办人员名册", en: "Lawyers and workers" }, start: { zh: "登记人员", en: "Register a person" },
    note: { zh: "执业年限、专长、近亲属和曾代理的当事人用于指派审查", en: "Years of practice, specialties, relatives and earlier clients are used when assigning" },
    names: ["name", "type", "sex", "providerId", "licenceNo", "licensedOn", "criminalDefenceSince", "specialties", "isTrainedForMinors", "languages", "phone", "certNo", "status", "statusFromOn", "penaltyUntilOn", "maxOpenCases", "formerOffice", "leftOfficeOn"],
    listed: ["type", "licensedOn", "specialties", "isTrainedForMinors", "status"], rows: ["relatives", "formerClients"], first: { status: "ACTIVE", type: "LAWYER" },
  },
  provider: {
    title: { zh: "承办单位名册", en: "Units" }, start: { zh: "登记单位", en: "Register a unit" },
    note: { zh: "律师事务所、基层法律服务所、社会组织", en: "Law firms, grassroots offices, organisations" },
    names: ["name", "kind", "uscc", "headName", "phone", "address", "status"],
    listed: ["kind", "headName", "phone", "status"], rows: [], first: { status: "ACTIVE", kind: "FIRM" },
  },
  organ: {
    title: { zh: "办案机关联系册", en: "Organs" }, start: { zh: "登记机关", en: "Register an organ" },
    note: { zh: "登记来函时可直接选用", en: "Chosen from here when a letter is registered" },
    names: ["name", "type", "section", "liaison", "phone", "address"],
    listed: ["type", "section", "liaison", "phone"], rows: [], first: {},
  },
};

/** True for the address of a register. */
export const isRegister = (name: string): name is RegisterName => Object.hasOwn(REGISTERS, name);
