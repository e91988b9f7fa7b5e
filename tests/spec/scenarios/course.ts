import { expect } from "vitest";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { aDesk } from "./desk.ts";
import { APPLICATION, chosen, LETTER, proposal } from "./people.ts";

type Facts = { readonly [f: string]: Json };
type Desk = ReturnType<typeof aDesk>;

/** The one file most scenarios follow. */
export const FILE = ["aidFile", "file-0001"] as const;
/** The one material every application has. */
export const MATERIAL = { kind: "FORM", title: "申请表", copies: 1 };
/** Whom the scenarios assign, unless they say whom. */
export const ASSIGN = { lawyerId: "lawyer-01", providerId: "provider-1", assignReason: "经验" };

/** A command that was carried out. */
export const ok = { ok: true };
/** A lawful "no", and what it is about. */
export const no = (code: string, detail?: string) => ({
  ok: false,
  refusal: { code, ...(detail && { detail }) },
});

/** A desk with one application, received at `at`. */
export const received = (at: string, facts: Facts = {}): Desk => {
  const desk = aDesk();
  desk.put(FILE, { ...APPLICATION, ...facts })("CLERK", at);
  desk.row(FILE, "materials", MATERIAL)("CLERK", at);
  expect(desk.step(FILE, "receive")("CLERK", at)).toMatchObject(ok);
  return desk;
};

/** The same, examined and granted at `at`. */
export const granted = (at: string): Desk => {
  const desk = received(at);
  desk.step(FILE, "propose", proposal("GRANT"))("EXAMINER", at);
  expect(desk.step(FILE, "grant", { reasonText: "符合条件" })("HEAD", at)).toMatchObject(ok);
  return desk;
};

/** A desk with one organ's letter, received and checked at `at`. */
export const notified = (at: string, facts: Facts = {}): Desk => {
  const desk = aDesk();
  desk.put(FILE, { ...LETTER, noticeLetterOn: at.slice(0, 10), ...facts })("CLERK", at);
  expect(desk.step(FILE, "receiveNotice")("CLERK", at)).toMatchObject(ok);
  desk.step(FILE, "checkNotice")("CLERK", at);
  return desk;
};

/** The head assigns (or reassigns) a lawyer who is fit for everything. */
export const assigns = (desk: Desk, step: string, lawyerId: string, at: string) =>
  desk.step(FILE, step, { ...ASSIGN, lawyerId })("HEAD", at, chosen(lawyerId, FILE[1], at.slice(0, 10)));
