import { describe, expect, it } from "vitest";
import { ENTITIES } from "../../../shared/dictionary/entities.ts";
import type { Field, Shape } from "../../../shared/dictionary/field.ts";

const named = (shape: Shape, above: string): readonly (readonly [string, Field])[] =>
  Object.entries(shape).flatMap(([name, field]) => [
    [`${above}.${name}`, field] as const,
    ...(field.row === undefined ? [] : named(field.row, `${above}.${name}`)),
  ]);
const fields = Object.entries(ENTITIES).flatMap(([t, { shape }]) => named(shape, t));

/** Registers of offices and of people in office: who they are is public, or on every letter they sign. */
const REGISTERS = ["lawyer", "provider", "organ", "staff", "bureau", "dutyStation", "device", "grant"];
const isRegister = (name: string): boolean => REGISTERS.includes(name.split(".")[0] ?? "");
/** How the dictionary calls what tells one person from another. */
const IDENTIFYING = /(name|phone|certNo|residence|address|account|birthOn|contact)$/i;
/** Offices, not persons, in records about cases. */
const OFFICES = ["cooperation.agency", "verification.addresseeName", "subsidyStandard.name"];
const MONEY_IN_PUBLIC = ["subsidyStandard.amountFen"];

describe("security rows 50, 51 (《个人信息保护法》第6、28、51条): a field is sealed unless the dictionary says it is open", () => {
  it("looks at every field of every kind of record, rows of lists included", () => {
    expect(fields.length).toBeGreaterThan(400);
    expect(fields.filter(([, { open }]) => open).length).toBeGreaterThan(50);
  });

  it("no identity number is open, and no free text but the bureau's own parameters, templates and figures", () => {
    const open = fields.filter(
      ([, { kind, open: isOpen }]) => isOpen && (kind === "citizenId" || kind === "longText"),
    );
    expect(open.map(([name]) => name)).toEqual([
      "bureau.parameters",
      "statPeriod.figures",
      "template.bytes",
      "publication.body",
    ]);
  });

  it("nothing that tells one person from another is open outside the registers", () => {
    const open = fields.filter(([name, field]) => {
      const isText = ["text", "citizenId", "day"].includes(field.kind);
      return field.open && isText && IDENTIFYING.test(name) && !isRegister(name) && !OFFICES.includes(name);
    });
    expect(open.map(([name]) => name)).toEqual([]);
  });

  it("what a household has, earns or owes is sealed; the tariff of the bureau is not", () => {
    const open = fields.filter(([, { kind, open: isOpen }]) => kind === "fen" && isOpen);
    expect(open.map(([name]) => name)).toEqual(MONEY_IN_PUBLIC);
  });

  it("only an open field may be an index", () => {
    expect(fields.filter(([, { indexed, open }]) => indexed && !open).map(([name]) => name)).toEqual([]);
  });
});
