import { describe, expect, it } from "vitest";
import { serveLetter } from "../../../shared/commands/serveLetter.ts";
import { letterOf } from "../../../shared/documents/letters.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { SHIPPED_CALENDAR } from "../../../shared/law/calendar.ts";
import { clocksOf } from "../../../shared/law/clocksOf.ts";
import { DEFAULT_PARAMETERS } from "../../../shared/law/parameters.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import { aScene } from "../../builders/scene.ts";
import { DENIED } from "../documents/letterPersons.ts";

const COPY = "a".repeat(64);
const view = (more: Partial<RecordView> = {}): RecordView => ({
  t: "aidFile",
  id: "file-0001",
  facts: {
    ...DENIED,
    letters: [{ form: "FZ-010", pdfHash: COPY, issuedAt: "2026-05-12T15:00" }],
  } as unknown as RecordView["facts"],
  stages: { application: "denied" },
  conflicts: [],
  contested: [],
  ...more,
});
const ROW = {
  form: "FZ-010",
  pdfHash: COPY,
  servedOn: "2026-05-13",
  method: "DIRECT",
  receiver: "孙务工",
  relation: "SELF",
};
const scene = (role: "CLERK" | "HEAD" | "BUREAU" = "CLERK") => ({
  ...aScene(role),
  now: "2026-05-14T09:00" as never,
});
const serve = (
  row: { readonly [f: string]: Json },
  at = view(),
  role: "CLERK" | "HEAD" | "BUREAU" = "CLERK",
) => serveLetter(at, { row, serves: letterOf("FZ-010").served ?? [] }, scene(role));
const missing = (detail: string) => ({ ok: false, refusal: { code: "facts-missing", detail } });

describe("送达 (刑事诉讼法第一百零七条参照): an issued letter is served, and the law's period starts", () => {
  it("S14: serving the refusal is one op: the record of service and the step that owns the day", () => {
    const served = serve(ROW);
    expect(served).toMatchObject({
      ok: true,
      value: [
        { k: "append", f: "services", v: ROW },
        { k: "step", step: "serveDecision", facts: { decisionServedOn: "2026-05-13" } },
      ],
    });
    const facts = { ...DENIED, decisionServedOn: "2026-05-13" as never };
    const parameters = { ...DEFAULT_PARAMETERS, periods: { "OBJ-FILE-NATIONAL": 30 } };
    const clock = clocksOf(facts, SHIPPED_CALENDAR, parameters).find(({ id }) => id === "OBJ-FILE-NATIONAL");
    expect(clock?.hard).toBe("2026-06-12");
  });
  it("a copy served twice is recorded twice and starts nothing anew", () => {
    const again = serve(ROW, view({ stages: { application: "denied", service: "served" } }));
    expect(again.ok && again.value.map(({ k }) => k)).toEqual(["append"]);
  });
  it("a person who receives is named; who refuses needs a witness and the letter is left", () => {
    const { receiver: _receiver, ...nobody } = ROW;
    expect(serve(nobody)).toMatchObject(missing("receiver"));
    const { witness: _none, ...refused } = { ...nobody, isRefused: true, method: "LEFT", witness: "" };
    expect(serve(refused)).toMatchObject(missing("witness"));
    expect(serve({ ...refused, witness: "村委会主任" }).ok).toBe(true);
  });
  it.each([
    ["before the letter was issued", { servedOn: "2026-05-11" }, "servedOn"],
    ["after today", { servedOn: "2026-05-15" }, "servedOn"],
    ["of a letter that was never issued", { pdfHash: "b".repeat(64) }, "pdfHash"],
    ["in a way nobody knows", { method: "PIGEON" }, "services"],
  ])("a service %s is refused", (_, wrong, detail) => {
    expect(serve({ ...ROW, ...wrong })).toMatchObject({
      ok: false,
      refusal: { code: "value-invalid", detail },
    });
  });
  it("is refused to roles that may not write the file, or may not take the step, and while the file is contested", () => {
    expect(serve(ROW, view(), "BUREAU")).toMatchObject({ ok: false, refusal: { code: "role-forbids" } });
    expect(serve(ROW, view(), "HEAD")).toMatchObject({ ok: false, refusal: { code: "role-forbids" } });
    const contested = view({ contested: [{ lane: "application", heads: [] }] });
    expect(serve(ROW, contested)).toMatchObject({ ok: false, refusal: { code: "contested" } });
  });
});
