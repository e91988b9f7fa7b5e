import { describe, expect, it } from "vitest";
import { firstFacts, kindsToOpen } from "../../../../renderer/features/file/fileRecords.ts";
import { RECORD_KINDS } from "../../../../renderer/features/records/recordKinds.ts";
import { partsOf } from "../../../../renderer/features/records/recordParts.ts";
import { addressOf } from "../../../../renderer/parts/address.ts";
import { convertTransfer } from "../../../../shared/commands/convertTransfer.ts";
import { ENTITIES, type EntityType, fieldOf } from "../../../../shared/dictionary/entities.ts";
import { titleFactsOf } from "../../../../shared/dictionary/titles.ts";
import type { RecordView } from "../../../../shared/ops/view.ts";
import { mayStart } from "../../../../shared/workflow/steps.ts";
import { aScene } from "../../../builders/scene.ts";

const KINDS = Object.keys(ENTITIES) as EntityType[];
const record = (t: string, facts: RecordView["facts"], stages: RecordView["stages"] = {}): RecordView => ({
  t,
  id: "record-0001",
  facts,
  stages,
  conflicts: [],
  contested: [],
});

describe("the year's other work", () => {
  it("every kind without a screen of its own stands on the page, once", () => {
    const without = KINDS.filter((t) => addressOf(t, "record-0001").screen === "records");
    expect(without.length).toBe(18);
    expect(RECORD_KINDS.map(({ t }) => t).toSorted()).toEqual(without.toSorted());
  });

  it.each(RECORD_KINDS.map(({ t, listed }) => [t, listed] as const))(
    "%s: its line names facts of the dictionary, its form every field once",
    (t, listed) => {
      for (const f of [...listed, ...titleFactsOf(t)])
        expect([f, fieldOf(t, f)?.label]).not.toEqual([f, undefined]);
      const { free, lists, owned, ofLetters, ofReferral, required } = partsOf(t);
      expect([...free, ...lists, ...owned, ...ofLetters, ...ofReferral].toSorted()).toEqual(
        Object.keys(ENTITIES[t].shape).toSorted(),
      );
      expect(required.every((f) => free.includes(f))).toBe(true);
    },
  );

  it("《法律援助条例》第3条: the ledger takes no free facts; its first entry is a step of the finance officer", () => {
    expect(partsOf("fundEntry").free).toEqual([]);
    expect(mayStart("fundEntry", ["FINANCE"])).toBe(true);
    expect(mayStart("fundEntry", ["CLERK"])).toBe(false);
  });

  it("《法律援助法》第49条: an objection is opened from a refused file, with what is known already", () => {
    expect(kindsToOpen({ application: "received" })).not.toContain("objection");
    expect(kindsToOpen({ application: "denied" })).toContain("objection");
    const file = record(
      "aidFile",
      { personName: "甲某", decisionServedOn: "2026-05-13" },
      { application: "denied" },
    );
    expect(firstFacts("objection", file)).toEqual({
      fileId: "record-0001",
      against: "DENIAL",
      objectorName: "甲某",
      decisionServedOn: "2026-05-13",
    });
  });

  it("《法律援助法》第52条: a claim is opened only after the closing file passed", () => {
    expect(kindsToOpen({ closing: "submitted" })).not.toContain("subsidyClaim");
    expect(kindsToOpen({ closing: "passed" })).toContain("subsidyClaim");
  });

  it("《法律援助法》第39条: a forwarded application becomes a file in one op, and nothing is asked twice", () => {
    const transfer = record("transfer", { via: "DUTYLAWYER", personName: "甲某" }, { transfer: "received" });
    const made = convertTransfer(transfer, { fileId: "file-0001" }, aScene("CLERK"));
    expect(made.ok).toBe(true);
    if (!made.ok) return;
    const put = made.value.flatMap((draft) =>
      draft.k === "put" && draft.t === "aidFile" ? [[draft.f, draft.v]] : [],
    );
    expect(put).toContainEqual(["source", "SRC_DUTY"]);
    expect(JSON.stringify(put)).toContain("甲某");
    expect(made.value.some((draft) => draft.k === "step" && draft.step === "openFromTransfer")).toBe(true);
  });
});
