import { describe, expect, it } from "vitest";
import type { StatRecord } from "../../../shared/statistics/statRecord.ts";
import { aDesk } from "../scenarios/desk.ts";
import { APPLICATION, chosen, proposal } from "../scenarios/people.ts";
import { tableOf, three } from "./county.ts";

const ITEMS = [
  "CI_ENTRY",
  "CI_IDENTITY",
  "CI_MEANS",
  "CI_EXAM",
  "CI_DECISION",
  "CI_ASSIGN",
  "CI_AGREEMENT",
  "CI_MEETING",
  "CI_OPINION",
  "CI_RESULT",
  "CI_LOG",
  "CI_REPORT",
];

type Days = Readonly<Record<"received" | "granted" | "assigned" | "result", string>>;

/** One wage case from receipt to a reviewed closing file, by the product's own commands. */
const wageCase = (days: Days, fen: number, workers: number): readonly StatRecord[] => {
  const desk = aDesk();
  const FILE = ["aidFile", "file-0001"] as const;
  const at = `${days.received}T09:00`;
  const must = (answer: { readonly ok: boolean }): void => expect(answer).toMatchObject({ ok: true });
  must(
    desk.put(FILE, {
      ...APPLICATION,
      aidForm: "LABOUR_MED_ARB",
      matter: "M31_5B",
      track: "T3_EXEMPT42",
      exemptCode: "X42_3A",
      exemptEvidence: "工地出入证",
      categories: ["MIGRANT"],
      amountFen: fen,
      consentSignedOn: days.received,
    })("CLERK", at),
  );
  must(desk.row(FILE, "materials", { kind: "FORM", title: "申请表", copies: 1 })("CLERK", at));
  for (let n = 1; n < workers; n += 1)
    must(desk.row(FILE, "coApplicants", { name: `工友${n}` })("CLERK", at));
  must(desk.step(FILE, "receive")("CLERK", at));
  must(desk.step(FILE, "propose", proposal("GRANT"))("EXAMINER", `${days.granted}T09:00`));
  must(desk.step(FILE, "grant", { reasonText: "符合条件" })("HEAD", `${days.granted}T10:00`));
  const wish = { lawyerId: "lawyer-01", providerId: "provider-1", assignReason: "熟悉劳动争议" };
  must(
    desk.step(FILE, "assign", wish)(
      "HEAD",
      `${days.assigned}T10:00`,
      chosen("lawyer-01", FILE[1], days.assigned),
    ),
  );
  must(
    desk.step(FILE, "signAgreement", { agreementSignedOn: days.assigned })("CLERK", `${days.assigned}T11:00`),
  );
  must(desk.step(FILE, "beginHandling")("CLERK", `${days.assigned}T11:05`));
  must(
    desk.put(FILE, { resultReceivedOn: days.result, closingItems: ITEMS })("CLERK", `${days.result}T15:00`),
  );
  must(desk.step(FILE, "receiveResult", { resultDocument: "调解书" })("CLERK", `${days.result}T15:01`));
  const closing = {
    closingFiledOn: days.result,
    closingMode: "CL_ARBMED",
    closingReport: "已全额支付",
    recoveredFen: fen,
  };
  must(desk.step(FILE, "submitClosing", closing)("CLERK", `${days.result}T16:00`));
  must(desk.step(FILE, "passClosing")("EXAMINER", `${days.result}T17:00`));
  return desk.all("aidFile");
};

describe("验收案例的统计（领域规格第十四节）", () => {
  it("S01：农民工 +1，挽回损失 18,600 元", () => {
    const records = wageCase(
      { received: "2026-03-02", granted: "2026-03-04", assigned: "2026-03-06", result: "2026-04-28" },
      1_860_000,
      1,
    );
    const [q1, q2] = [1, 2].map((no) => tableOf(records, { kind: "quarter", year: 2026, no }));
    expect(three(q1 ?? [], "recipients/MIGRANT")).toEqual([1, 1, 0]);
    expect(three(q1 ?? [], "recovered")).toEqual([0, 0, 0]);
    expect(three(q2 ?? [], "recovered")).toEqual([1_860_000, 1_860_000, 0]);
    expect(three(q2 ?? [], "recipients/MIGRANT")).toEqual([0, 1, 0]);
    expect([three(q1 ?? [], "accepted")[0], three(q2 ?? [], "accepted")[0]]).toEqual([1, 0]);
    expect([three(q1 ?? [], "closed")[0], three(q2 ?? [], "closed")[0]]).toEqual([0, 1]);
    const next = tableOf(records, { kind: "quarter", year: 2027, no: 2 });
    expect(three(next, "recovered")).toEqual([0, 0, 1_860_000]);
  });

  it("S17：一案、十二人、312,000 元", () => {
    const records = wageCase(
      { received: "2026-01-05", granted: "2026-01-08", assigned: "2026-01-09", result: "2026-01-20" },
      31_200_000,
      12,
    );
    const january = tableOf(records, { kind: "month", year: 2026, no: 1 });
    expect(three(january, "accepted")).toEqual([1, 1, 0]);
    expect(three(january, "acceptedMatters/M31_5B")).toEqual([1, 1, 0]);
    expect(three(january, "recipients")).toEqual([12, 12, 0]);
    expect(three(january, "recipients/MIGRANT")).toEqual([12, 12, 0]);
    expect(three(january, "groupCases")).toEqual([1, 1, 0]);
    expect(three(january, "closed")).toEqual([1, 1, 0]);
    expect(three(january, "recovered")).toEqual([31_200_000, 31_200_000, 0]);
    expect(three(january, "closingRate")).toEqual([100, 100, null]);
  });
});
