import { describe, expect, it } from "vitest";
import type { FundEntryFacts } from "../../../shared/dictionary/fund.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { balanceOf, ledgerLines } from "../../../shared/law/ledger.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import { no, ok } from "./course.ts";
import { aDesk, person } from "./desk.ts";

type Facts = { readonly [f: string]: Json };
const AT = "2026-09-01T09:00";
const view = (t: string, id: string, facts: Facts): RecordView => ({
  t,
  id,
  facts,
  stages: {},
  conflicts: [],
  contested: [],
});

describe("V20 经费台账：只增不改，冲销更正，余额不为负", () => {
  const desk = aDesk();
  const post = (id: string, facts: Facts, law: Record<string, RecordView> = {}) => {
    const at = ["fundEntry", id] as const;
    const scene = () => ({ peers: desk.all("fundEntry"), related: law });
    const basis = { enteredOn: "2026-09-01", fiscalYear: 2026, voucherNo: `记-${id}`, summary: "记账" };
    const entered = desk.step(at, "enterEntry", { ...basis, ...facts })("FINANCE", AT, scene());
    return entered.ok ? desk.step(at, "postEntry")("HEAD", AT, scene()) : entered;
  };
  const posted = () =>
    desk
      .all("fundEntry")
      .filter(({ stages }) => stages.ledger === "posted")
      .map(({ facts }) => facts as FundEntryFacts);

  it("年度与记账日不在同一年的，不予记账", () => {
    const money = { fund: "BUDGET", subject: "LS_BUDGET", flow: "IN", amountFen: 100_000 };
    const other = { ...money, fiscalYear: 2025 };
    expect(post("entry-0000", other)).toMatchObject(no("value-invalid", "fiscalYear"));
    expect(posted()).toEqual([]);
  });
  it("拨款入账，支出不得超过余额；记账与复核须由两人", () => {
    expect(
      post("entry-0001", { fund: "BUDGET", subject: "LS_BUDGET", flow: "IN", amountFen: 100_000 }),
    ).toMatchObject(ok);
    expect(
      post("entry-0002", { fund: "BUDGET", subject: "LS_CASE", flow: "OUT", amountFen: 24_000 }),
    ).toMatchObject(ok);
    expect(
      post("entry-0003", { fund: "BUDGET", subject: "LS_CASE", flow: "OUT", amountFen: 76_001 }),
    ).toMatchObject(no("value-invalid", "amountFen"));
    expect(
      post("entry-0004", { fund: "BUDGET", subject: "LS_CASE", flow: "IN", amountFen: 1 }),
    ).toMatchObject(no("value-invalid", "flow"));
    const both = person("HEAD", "staff-finance");
    expect(desk.step(["fundEntry", "entry-0003"], "postEntry")(both, AT, { peers: [] })).toMatchObject(
      no("same-person"),
    );
  });
  it("入账后不能修改，只能冲销一次", () => {
    expect(desk.put(["fundEntry", "entry-0002"], { amountFen: 1 })("FINANCE", AT)).toMatchObject(
      no("role-forbids"),
    );
    const original = desk.view("fundEntry", "entry-0002");
    const back = {
      fund: "BUDGET",
      subject: "LS_CASE",
      flow: "IN",
      amountFen: 24_000,
      reverses: "entry-0002",
    };
    expect(post("entry-0005", { ...back, amountFen: 23_999 }, { reverses: original })).toMatchObject(
      no("value-invalid", "reverses"),
    );
    expect(post("entry-0006", back, { reverses: original })).toMatchObject(ok);
    expect(post("entry-0007", back, { reverses: original })).toMatchObject(no("already-done", "reverses"));
    expect(balanceOf(posted(), "BUDGET")).toBe(100_000);
  });
  it("捐赠按约定用途使用，单笔捐赠也不得透支（公益事业捐赠法第十八条）", () => {
    const donationId = view("donation", "donation-1", { subjects: ["LS_TRAIN"] });
    const gift = { fund: "DONATION", donationId: "donation-1" };
    expect(
      post("entry-0010", { fund: "DONATION", subject: "LS_DONATE", flow: "IN", amountFen: 5_000 }),
    ).toMatchObject(no("value-invalid", "donationId"));
    expect(post("entry-0011", { ...gift, subject: "LS_DONATE", flow: "IN", amountFen: 5_000 })).toMatchObject(
      ok,
    );
    expect(
      post("entry-0012", { ...gift, subject: "LS_CASE", flow: "OUT", amountFen: 1_000 }, { donationId }),
    ).toMatchObject(no("value-invalid", "subject"));
    expect(
      post("entry-0013", { ...gift, subject: "LS_TRAIN", flow: "OUT", amountFen: 1_000 }, { donationId }),
    ).toMatchObject(ok);
    expect(
      post("entry-0014", { ...gift, subject: "LS_TRAIN", flow: "OUT", amountFen: 4_001 }, { donationId }),
    ).toMatchObject(no("value-invalid", "amountFen"));
  });
  it("审计导出逐行余额与合计一致", () => {
    const lines = ledgerLines(posted());
    expect(lines).toHaveLength(5);
    for (const fund of ["BUDGET", "DONATION"] as const)
      expect(lines.filter(({ entry }) => entry.fund === fund).at(-1)?.balanceFen).toBe(
        balanceOf(posted(), fund),
      );
  });
});
