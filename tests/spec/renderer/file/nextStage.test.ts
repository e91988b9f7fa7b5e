import { describe, expect, it } from "vitest";
import { mayGoOn, nextStageFacts } from "../../../../renderer/features/file/nextStage.ts";
import { openRecord } from "../../../../shared/commands/openRecord.ts";
import { AID_FILE } from "../../../../shared/dictionary/aidFile.ts";
import { emptyState } from "../../../../shared/ops/state.ts";
import { viewOf } from "../../../../shared/ops/view.ts";
import { aFile } from "../../../builders/aView.ts";
import { aScene } from "../../../builders/scene.ts";

const ENDED = aFile(
  {
    personName: "某甲",
    certNo: "11010519491231002X",
    matter: "M31_4",
    proceduralStage: "ST_TRIAL1",
    decision: "GRANT",
    resultReceivedOn: "2026-04-28",
    track: "T2_PLEDGE",
  },
  { handling: "resultReceived" },
);

describe("§6.11 一个阶段一案（参数 caseGranularity，全国性规定未核实）", () => {
  it("only a case with its result, and only where a stage is a case of its own", () => {
    expect(mayGoOn(ENDED, { caseGranularity: "stage" })).toBe(true);
    expect(mayGoOn(ENDED, { caseGranularity: "matter" })).toBe(false);
    expect(mayGoOn({ stages: { handling: "handling" } }, { caseGranularity: "stage" })).toBe(false);
  });

  it("person and matter go on with the link; stage, means, decision and result are asked anew", () => {
    const facts = nextStageFacts(ENDED);
    expect(facts).toMatchObject({
      origin: "APPLICATION",
      previousFileId: ENDED.id,
      personName: "某甲",
      certNo: "11010519491231002X",
      matter: "M31_4",
    });
    for (const anew of ["proceduralStage", "decision", "resultReceivedOn", "track"])
      expect(facts).not.toHaveProperty(anew);
    expect(Object.keys(facts).filter((name) => !Object.hasOwn(AID_FILE, name))).toEqual([]);
    const opened = openRecord(viewOf(emptyState("aidFile", "file-0002")), { facts }, aScene("CLERK"));
    expect(opened.ok).toBe(true);
  });
});
