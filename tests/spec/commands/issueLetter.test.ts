import { describe, expect, it } from "vitest";
import { issueLetter } from "../../../shared/commands/issueLetter.ts";
import { LETTERS } from "../../../shared/documents/letters.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { aFile } from "../../builders/aView.ts";
import { aScene } from "../../builders/scene.ts";

const HASH = "0".repeat(64);
const issues = (form: "FZ-018" | "FZ-019", facts: { readonly [f: string]: Json }) =>
  issueLetter(
    aFile(facts),
    { form, templateVersion: "1.0", templateHash: HASH, pdfHash: HASH, docxHash: HASH },
    aScene("CLERK"),
  );

describe("终止公函只在有人承办时出具（法律援助法第四十八条）", () => {
  const terminated = { terminatedAt: "2026-09-16T09:00", lawyerId: "lawyer-01" };
  it.each([
    ["没有指派", terminated, false],
    ["已经指派", { ...terminated, assignedAt: "2026-06-12T10:00" }, true],
  ])("%s", (_, facts, isIssued) => {
    expect(LETTERS["FZ-019"].isDue(facts as never)).toBe(isIssued);
    const answer = issues("FZ-019", facts);
    expect(answer.ok).toBe(isIssued);
    if (!answer.ok) expect(answer.refusal).toMatchObject({ code: "stage-forbids", detail: "assignedAt" });
  });
  it("终止决定书不受影响：没有指派的也要送达", () =>
    expect(issues("FZ-018", terminated)).toMatchObject({ ok: true }));
});
