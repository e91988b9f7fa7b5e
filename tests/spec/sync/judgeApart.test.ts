import { expect, it } from "vitest";
import type { Draft } from "../../../shared/ops/draft.ts";
import { aBook, puts, staff } from "./anOffice.ts";

const AT = { t: "fundEntry", id: "entry-0001" } as const;
const enter: Draft = {
  k: "step",
  ...AT,
  lane: "ledger",
  step: "enterEntry",
  from: "",
  to: "entered",
  outcome: {},
  facts: { amountFen: 100, flow: "IN", subject: "LS_BUDGET", fund: "BUDGET", entererId: "finance-01" },
};
const post = (approverId: string): Draft => ({
  k: "step",
  ...AT,
  lane: "ledger",
  step: "postEntry",
  from: "entered",
  to: "posted",
  outcome: {},
  facts: { approverId, postedAt: "2026-09-01T09:00" },
});

it("§1.3: the center too refuses the second signature of the person who gave the first", () => {
  const book = aBook();
  book.draft("admin-0001", [
    ...puts("bureau", "bureau-0001", { name: "甲县司法局" }),
    ...staff("admin-0001", ["SYSADMIN"]),
  ]);
  book.draft("admin-0001", staff("finance-01", ["FINANCE", "HEAD"]));
  book.draft("admin-0001", staff("head-00001", ["HEAD"]));
  expect(book.draft("finance-01", [enter])).toBe("ok");
  expect(book.draft("finance-01", [post("finance-01")])).toBe("same-person");
  expect(book.draft("head-00001", [post("head-00001")])).toBe("ok");
});
