import { describe, expect, it } from "vitest";
import { keepPiece, receiveReferral } from "../../../shared/commands/receiveReferral.ts";
import { recordFacts } from "../../../shared/commands/recordFacts.ts";
import { recordRow } from "../../../shared/commands/recordRow.ts";
import { takeStep } from "../../../shared/commands/takeStep.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import {
  newFacts,
  newLines,
  openSupplement,
  parcelsOf,
  piecesOf,
  referralIn,
  referralText,
} from "../../../shared/workflow/referral.ts";
import { aBooklessDesk, referredOn } from "../../builders/aBooklessDesk.ts";
import {
  answered,
  away,
  built,
  codeOf,
  FILE,
  gone,
  HASH,
  HOME,
  home,
  RECEIVED,
  received,
  TRANSFER,
} from "../../builders/aReferral.ts";
import { aScene } from "../../builders/scene.ts";

describe("receiving it at the agency it was referred to (法律援助法第三十八、四十三条, F80)", () => {
  it("one op makes an application at intake, says where it came from, and keeps what came", async () => {
    const referral = answered(built(await gone()));
    const desk = away();
    answered(await desk.perform(receiveReferral, TRANSFER, received(referral)));
    expect(desk.ops).toHaveLength(1);
    const [transfer, file] = [desk.view("transfer", TRANSFER.id), desk.view("aidFile", RECEIVED)];
    expect(transfer.stages).toEqual({ transfer: "opened" });
    expect(transfer.facts).toMatchObject({
      via: "AGENCY",
      fromOrgan: HOME.name,
      fromBureau: HOME.id,
      receivedAt: "2026-03-09T10:30",
      appliedAt: "2026-03-02T09:00",
      fileId: RECEIVED,
    });
    expect(file.stages).toEqual({});
    expect(file.facts).toMatchObject({
      personName: "甲某",
      certNo: "11010519491231002X",
      source: "SRC_COOP",
      transferId: TRANSFER.id,
      materials: [{ title: "申请表" }],
      opposingParties: [{ name: "乙某建筑有限公司" }],
    });
    for (const f of ["receivedAt", "referredTo", "consentSignedOn", "competence"])
      expect(file.facts).not.toHaveProperty(f);
    expect(parcelsOf(transfer.facts)).toMatchObject([
      { counter: 1, hash: HASH, receivedAt: "2026-03-09T10:30" },
    ]);
    expect(referralIn(transfer.facts, parcelsOf(transfer.facts)[0] as never)).toEqual(referral);
    expect(openSupplement(transfer.facts)).toBeUndefined();
  });

  it("refusals: twice, an earlier one after a later one, a role that receives no applications, another record's id", async () => {
    const referral = answered(built(await gone()));
    const desk = away();
    const examiner = aBooklessDesk("乙三", aScene("EXAMINER", "2026-03-09T10:30"));
    expect(codeOf(await examiner.perform(receiveReferral, TRANSFER, received(referral)))).toBe(
      "role-forbids",
    );
    expect(
      codeOf(await desk.perform(receiveReferral, { t: "transfer", id: RECEIVED }, received(referral))),
    ).toBe("malformed");
    answered(await desk.perform(receiveReferral, TRANSFER, received({ ...referral, counter: 2 })));
    for (const counter of [2, 1])
      expect(await desk.perform(receiveReferral, TRANSFER, received({ ...referral, counter }))).toMatchObject(
        { refusal: { code: "referral-taken", source: "《法律援助法》第38条" } },
      );
    expect(desk.ops).toHaveLength(1);
  });

  it("two desks that receive the same file apart meet in one record and one application, and nothing is contested", async () => {
    const referral = answered(built(await gone()));
    const [one, two] = [away("乙一"), away("乙二")];
    for (const desk of [one, two])
      answered(await desk.perform(receiveReferral, TRANSFER, received(referral)));
    one.take({ ...(two.ops[0] as object), seq: 2 } as never);
    const [transfer, file] = [one.view("transfer", TRANSFER.id), one.view("aidFile", RECEIVED)];
    expect([transfer.contested, transfer.conflicts, file.conflicts]).toEqual([[], [], []]);
    expect(parcelsOf(transfer.facts)).toHaveLength(1);
    expect(referralIn(transfer.facts, parcelsOf(transfer.facts)[0] as never)).toEqual(referral);
  });

  it("a supplement changes nothing that stands here: it is a task with what is new, until somebody went through it", async () => {
    const source = await gone();
    const first = answered(built(source));
    const desk = away();
    answered(await desk.perform(receiveReferral, TRANSFER, received(first)));
    answered(
      await desk.perform(recordFacts, { t: "aidFile", id: RECEIVED }, { facts: { phone: "13900000000" } }),
    );
    answered(
      await source.perform(
        recordFacts,
        { t: "aidFile", id: FILE },
        { facts: { phone: "13700000000", residence: "甲路1号" } },
      ),
    );
    answered(
      await source.perform(
        takeStep,
        { t: "aidFile", id: FILE },
        { step: "forwardSupplement", facts: { forwardedWhat: "电话、住址" } },
      ),
    );
    const second = answered(built(source));
    const before = desk.view("aidFile", RECEIVED);
    answered(await desk.perform(receiveReferral, TRANSFER, received(second, { file: before })));
    expect(desk.view("aidFile", RECEIVED)).toEqual(before);
    const { facts } = desk.view("transfer", TRANSFER.id);
    expect(openSupplement(facts)).toMatchObject({ counter: 2, what: "电话、住址" });
    expect(newFacts(first, second)).toContainEqual({ f: "phone", before: "13800001234", now: "13700000000" });
    expect(newFacts(first, second).map(({ f }) => f)).toEqual([
      "forwardedAt",
      "forwardedWhat",
      "phone",
      "residence",
    ]);
    expect(newLines(first, second).flatMap(({ did }) => did.map(({ name }) => name))).toEqual([
      "phone",
      "residence",
      "forwardSupplement",
    ]);
    answered(await desk.perform(recordFacts, TRANSFER, { facts: { parcelReviewed: 2 } }));
    expect(openSupplement(desk.view("transfer", TRANSFER.id).facts)).toBeUndefined();
  });

  it("a scan that came inside is on the file once; one that did not is counted as on paper", async () => {
    const scan = (hash: string): { readonly [f: string]: Json } => ({
      kind: "FORM",
      title: "申请表",
      format: "PDF",
      bytes: 9,
      hash,
    });
    const source = home();
    await referredOn(source, FILE);
    for (const hash of [HASH, "c".repeat(64)])
      answered(await source.perform(recordRow, { t: "aidFile", id: FILE }, { f: "scans", row: scan(hash) }));
    answered(
      await source.perform(
        takeStep,
        { t: "aidFile", id: FILE },
        { step: "forwardSupplement", facts: { forwardedWhat: "扫描件" } },
      ),
    );
    const desk = away();
    const referral = answered(built(source));
    answered(await desk.perform(receiveReferral, TRANSFER, received(referral, { scans: [HASH] })));
    expect(desk.view("aidFile", RECEIVED).facts.scans).toEqual([scan(HASH)]);
    expect(parcelsOf(desk.view("transfer", TRANSFER.id).facts)[0]?.onPaper).toBe(1);
    const again = received(
      { ...referral, counter: 3 },
      { scans: [HASH], file: desk.view("aidFile", RECEIVED) },
    );
    answered(await desk.perform(receiveReferral, TRANSFER, again));
    expect(desk.view("aidFile", RECEIVED).facts.scans).toEqual([scan(HASH)]);
  });

  it("a content too long for one op is kept piece by piece first, says nothing until it is named, and survives a kill between", async () => {
    const referral = answered(built(await gone({ caseFacts: "工资𠮷".repeat(6000) })));
    const pieces = piecesOf(1, referralText(referral));
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.every(({ content }) => content.isWellFormed() && content.length <= 20_000)).toBe(true);
    expect(pieces.map(({ content }) => content).join("")).toBe(referralText(referral));
    const desk = away();
    const receipt = received(referral);
    answered(await desk.perform(keepPiece, TRANSFER, { receipt, part: 0 }));
    expect(desk.view("transfer", TRANSFER.id).stages).toEqual({});
    expect(parcelsOf(desk.view("transfer", TRANSFER.id).facts)).toEqual([]);
    // killed here, and begun again from the first piece
    for (const { part } of pieces) answered(await desk.perform(keepPiece, TRANSFER, { receipt, part }));
    answered(await desk.perform(receiveReferral, TRANSFER, { ...receipt, isKept: true }));
    const { facts } = desk.view("transfer", TRANSFER.id);
    expect(referralIn(facts, parcelsOf(facts)[0] as never)).toEqual(referral);
    const examiner = aBooklessDesk("乙三", aScene("EXAMINER", "2026-03-09T10:30"));
    expect(codeOf(await examiner.perform(keepPiece, TRANSFER, { receipt, part: 0 }))).toBe("role-forbids");
  });
});
