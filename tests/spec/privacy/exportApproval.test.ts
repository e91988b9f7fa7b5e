import { describe, expect, it } from "vitest";
import { takeStep } from "../../../shared/commands/takeStep.ts";
import { day } from "../../../shared/kernel/day.ts";
import { approvedExport } from "../../../shared/law/exportApproval.ts";
import { aScene } from "../../builders/scene.ts";
import { aDesk, person } from "../scenarios/desk.ts";

const AT = "2026-03-02T09:00";
const WISH = ["exportApproval", "export-0001"] as const;
const asked = { scope: "FILES", exportPurpose: "财政部门核查" } as const;
const by = (actorId: string, today = "2026-03-05") =>
  ({ actorId, scope: "FILES", today: day(today) }) as const;

const approved = () => {
  const desk = aDesk();
  desk.step(WISH, "requestExport", asked)("CLERK", AT);
  desk.step(WISH, "approveExport", { untilOn: "2026-03-10" })("HEAD", AT);
  return desk;
};
const found = (desk: ReturnType<typeof aDesk>) => desk.all("exportApproval");

describe("V26 (《个人信息保护法》第25、51条): whole personal data leaves the desk only under the head's approval", () => {
  it("who, what, why and until when are recorded; the person asking cannot approve", () => {
    const desk = aDesk();
    expect(desk.step(WISH, "requestExport", { ...asked, exportPurpose: "" })("CLERK", AT)).toMatchObject({
      ok: false,
    });
    desk.step(WISH, "requestExport", asked)("CLERK", AT);
    expect(desk.step(WISH, "approveExport", { untilOn: "2026-03-10" })("CLERK", AT)).toMatchObject({
      refusal: { code: "role-forbids" },
    });
    expect(
      desk.step(WISH, "approveExport", { untilOn: "2026-03-10" })(person("HEAD", "staff-clerk"), AT),
    ).toMatchObject({ refusal: { code: "same-person" } });
    expect(desk.step(WISH, "approveExport", { untilOn: "2026-03-10" })("HEAD", AT)).toMatchObject({
      ok: true,
    });
    expect(desk.view(...WISH).facts).toMatchObject({
      granteeId: "staff-clerk",
      approverId: "staff-head",
      untilOn: "2026-03-10",
    });
  });

  it("holds for this person, this content, and until its last day", () => {
    const all = found(approved());
    expect(approvedExport(all, by("staff-clerk")).ok).toBe(true);
    expect(approvedExport(all, by("staff-clerk", "2026-03-10")).ok).toBe(true);
    for (const wish of [
      by("staff-clerk", "2026-03-11"),
      by("staff-examiner"),
      { ...by("staff-clerk"), scope: "PERSON" } as const,
    ])
      expect(approvedExport(all, wish)).toMatchObject({ ok: false, refusal: { code: "export-unapproved" } });
  });

  it("is over once it is withdrawn, and does not hold before it is approved", () => {
    const desk = approved();
    desk.step(WISH, "revokeExport", { endReason: "用途变更" })("HEAD", AT);
    expect(approvedExport(found(desk), by("staff-clerk")).ok).toBe(false);
    const waiting = aDesk();
    waiting.step(WISH, "requestExport", asked)("CLERK", AT);
    expect(approvedExport(found(waiting), by("staff-clerk")).ok).toBe(false);
  });
});

describe("《个人信息保护法》第51、54条: a look is written once", () => {
  it("carries the actor and the moment, whatever was stated, and takes no second step", () => {
    const desk = aDesk();
    const look = ["look", "look-0001"] as const;
    const facts = {
      act: "REVEAL",
      recordType: "aidFile",
      recordId: "file-0001",
      subject: "certNo",
      purpose: "核对",
    };
    expect(desk.step(look, "noteLook", { ...facts, lookerId: "staff-9999" })("CLERK", AT)).toMatchObject({
      ok: true,
    });
    expect(desk.view(...look).facts).toMatchObject({ ...facts, lookerId: "staff-clerk", lookedAt: AT });
    expect(takeStep(desk.view(...look), { step: "noteLook", facts }, aScene("CLERK"))).toMatchObject({
      refusal: { code: "stage-forbids" },
    });
    expect(desk.put(look, { purpose: "别的" })("HEAD", AT)).toMatchObject({
      refusal: { code: "role-forbids" },
    });
  });
});
