import { describe, expect, it } from "vitest";
import { FILE, no, ok, received } from "./course.ts";
import { triple } from "./desk.ts";

describe("S04 视为撤回（法律援助法第四十三条第二款）", () => {
  const desk = received("2026-04-14T09:00", { matter: "M31_5A", aidForm: "LABOUR_MED_ARB" });
  it("FZ-006 于 04-15 送达，补充期限 04-24/04-25/04-27", () => {
    const asked = {
      supplementItems: "身份证复印件、案件材料",
      supplementServedOn: "2026-04-15",
      supplementDueOn: "2026-04-25",
    };
    expect(desk.step(FILE, "askForMaterials", asked)("EXAMINER", "2026-04-15T10:00")).toMatchObject(ok);
    expect(triple(desk.clocks(...FILE), "EXM-SUPPLEMENT-RETURN")).toEqual([
      "2026-04-24",
      "2026-04-25",
      "2026-04-27",
    ]);
  });
  it("04-27 尚不能视为撤回，04-28 由负责人记录；不是不予援助，可以重新申请", () => {
    const reason = { withdrawalReason: "逾期未补充" };
    expect(desk.step(FILE, "deemWithdrawn", reason)("HEAD", "2026-04-27T16:00")).toMatchObject(
      no("stage-forbids"),
    );
    expect(desk.step(FILE, "deemWithdrawn", reason)("HEAD", "2026-04-28T09:00")).toMatchObject(ok);
    expect(desk.view(...FILE).stages.application).toBe("withdrawnDeemed");
    expect(desk.facts(FILE[1]).decision).toBeUndefined();
    expect(received("2026-05-06T09:00").view(...FILE).stages.application).toBe("received");
  });
});
