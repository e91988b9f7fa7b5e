import { describe, expect, it } from "vitest";
import { followViews, nothingAlike, numbersTwice, sharedNumbers } from "../../../renderer/data/alike.ts";
import { issueLetter } from "../../../shared/commands/issueLetter.ts";
import { serveLetter } from "../../../shared/commands/serveLetter.ts";
import { settleNumber } from "../../../shared/commands/settleNumber.ts";
import { takeStep } from "../../../shared/commands/takeStep.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import { aFile } from "../../builders/aView.ts";
import { aLaw, aScene } from "../../builders/scene.ts";

const NUMBER = "（2026）甲援申字第7号";
const HASH = "1".repeat(64);
const LETTER = {
  form: "FZ-005",
  templateVersion: "1",
  templateHash: HASH,
  pdfHash: HASH,
  docxHash: HASH,
} as const;
const at = (id: string, facts: RecordView["facts"]): RecordView => ({ ...aFile(facts), id });
const file = at("file-0001", { applicationNo: NUMBER });
const scene = (twiceNumbered: readonly string[]) =>
  aScene("CLERK", "2026-03-02T09:00", { law: aLaw({ twiceNumbered }) });
const contested = { ok: false, refusal: { code: "number-contested", detail: "applicationNo" } };

describe("I17, I18, F66: two files hold one official number", () => {
  it("which files do is told by the numbers themselves: however written, in whatever fact, provisional ones never", () => {
    const alike = nothingAlike();
    const views = [
      file,
      at("file-0002", { caseNo: "(2026)甲援申字第 7 号" }),
      at("file-0003", { applicationNo: "（2026）甲援申字第8号", numberFZ009: "（2026）甲援决字第7号" }),
      at("file-0004", { numberFZ009: "（2026）甲援决字第7号" }),
      at("file-0005", { applicationNo: "临-a1b2c3-申-1" }),
      at("file-0006", { applicationNo: "临-a1b2c3-申-1" }),
    ];
    followViews(alike, new Map(views.map((view) => [view.id, view])));
    expect(numbersTwice(alike).map(({ ids }) => ids)).toEqual([
      ["file-0001", "file-0002"],
      ["file-0003", "file-0004"],
    ]);
    expect(sharedNumbers(alike, "file-0001")).toEqual([
      { f: "applicationNo", text: NUMBER, others: ["file-0002"] },
    ]);
    expect(sharedNumbers(alike, "file-0003").map(({ f }) => f)).toEqual(["numberFZ009"]);
    expect(sharedNumbers(alike, "file-0005")).toEqual([]);
  });

  it("what changes is followed: a file that gives the number up leaves the other free", () => {
    const alike = nothingAlike();
    const other = at("file-0002", { applicationNo: NUMBER });
    followViews(alike, new Map([file, other].map((view) => [view.id, view])));
    expect(numbersTwice(alike)).toHaveLength(1);
    followViews(alike, new Map([file, at("file-0002", {})].map((view) => [view.id, view])));
    expect([numbersTwice(alike), sharedNumbers(alike, "file-0001")]).toEqual([[], []]);
  });

  it("F48, F66: nothing is printed or served of either until it is settled, and everything is afterwards", () => {
    const issued = at(file.id, {
      ...file.facts,
      letters: [{ form: "FZ-005", pdfHash: HASH, issuedAt: "2026-03-02T08:00" }],
    });
    const service = {
      row: {
        pdfHash: HASH,
        form: "FZ-005",
        servedOn: "2026-03-02",
        method: "DIRECT",
        receiver: "甲某",
        relation: "SELF",
      },
      serves: [],
    };
    expect(issueLetter(file, LETTER, scene([file.id]))).toMatchObject(contested);
    expect(serveLetter(issued, service, scene([file.id]))).toMatchObject(contested);
    expect(issueLetter(file, LETTER, scene(["another"]))).toMatchObject({ ok: true });
    expect(serveLetter(issued, service, scene([]))).toMatchObject({ ok: true });
  });

  it("a named person settles it with a reason: a new number of a block, or none until the next letter", () => {
    const taken = { series: "申", year: 2026, no: 8, text: "（2026）甲援申字第8号", grant: "grant-1" };
    const settle = (input: Partial<Parameters<typeof settleNumber>[1]>, twice = [file.id]) =>
      settleNumber(
        file,
        { f: "applicationNo", number: null, settleReason: "克隆的硬盘", ...input },
        scene(twice),
      );
    expect(settle({})).toEqual({
      ok: true,
      value: [{ k: "put", t: "aidFile", id: file.id, f: "applicationNo", v: null }],
    });
    expect(settle({ number: taken })).toMatchObject({ ok: true, value: [{ k: "number", ...taken }] });
    expect(settle({ settleReason: " " })).toMatchObject({ refusal: { code: "reason-required" } });
    expect(settle({ number: { ...taken, text: "临-a1b2c3-申-1", grant: "" } })).toMatchObject({
      refusal: { code: "number-provisional" },
    });
    expect(settle({}, [])).toMatchObject({ refusal: { code: "already-done" } });
    expect(
      settleNumber(
        file,
        { f: "applicationNo", number: null, settleReason: "理由" },
        aScene("FINANCE", "2026-03-02T09:00", { law: aLaw({ twiceNumbered: [file.id] }) }),
      ),
    ).toMatchObject({ refusal: { code: "role-forbids" } });
  });
});

describe("法律援助法第五十二条, I17: nothing is posted for a claim while its file is in dispute", () => {
  const claim: RecordView = {
    ...at("claim-0001", { fileId: file.id, totalFen: 100 }),
    t: "subsidyClaim",
    stages: { subsidy: "approved" },
  };
  const rivals = { lane: "closing", heads: [] };
  const entry = (more: RecordView["facts"] = {}): RecordView => ({
    ...at("entry-0001", {
      enteredOn: "2026-03-01",
      fiscalYear: 2026,
      fund: "FISCAL",
      subject: "LS_CASE",
      flow: "OUT",
      amountFen: 100,
      voucherNo: "1",
      summary: "补贴",
      claimId: claim.id,
      entererId: "staff-finance",
      ...more,
    }),
    t: "fundEntry",
    stages: { ledger: "entered" },
  });
  const income = {
    ...entry({ subject: "LS_BUDGET", flow: "IN", amountFen: 1000, claimId: null }),
    id: "entry-0000",
    stages: { ledger: "posted" },
  };
  const post = (
    of: Partial<{ claim: RecordView; file: RecordView; twice: readonly string[] }>,
    view = entry(),
  ) =>
    takeStep(
      view,
      { step: "postEntry", facts: {} },
      aScene("HEAD", "2026-03-02T09:00", {
        law: aLaw({
          related: { claimId: of.claim ?? claim, "claimId.fileId": of.file ?? file },
          peers: [income],
          twiceNumbered: of.twice ?? [],
        }),
      }),
    );

  it("posts while nothing is in dispute", () => {
    expect(post({})).toMatchObject({ ok: true });
  });

  it.each([
    ["the file is contested", { file: { ...file, contested: [rivals] } }, "contested", "fileId"],
    ["the claim is contested", { claim: { ...claim, contested: [rivals] } }, "contested", "claimId"],
    [
      "people disagree on the claim",
      { claim: { ...claim, conflicts: [{ f: "totalFen", heads: [] }] } },
      "field-in-conflict",
      "totalFen",
    ],
    ["the number of the file is another's too", { twice: [file.id] }, "number-contested", "applicationNo"],
  ] as const)("F61, I17: refused while %s", (_, of, code, detail) => {
    expect(post(of)).toMatchObject({ ok: false, refusal: { code, detail } });
  });

  it("taking the money back is never held up by the dispute", () => {
    const answer = post(
      { file: { ...file, contested: [rivals] } },
      entry({ reverses: "entry-0009", flow: "IN" }),
    );
    expect(answer.ok ? "ok" : answer.refusal.code).not.toBe("contested");
  });
});
