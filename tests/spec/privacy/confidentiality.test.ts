import { describe, expect, it } from "vitest";
import { recordFacts } from "../../../shared/commands/recordFacts.ts";
import { recordRow } from "../../../shared/commands/recordRow.ts";
import { takeStep } from "../../../shared/commands/takeStep.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import {
  isSealed,
  mayUnseal,
  someName,
  veilBeside,
  veiled,
  veilFor,
} from "../../../shared/workflow/confidentiality.ts";
import type { Role } from "../../../shared/workflow/stepRule.ts";
import { APPLICATION_FACTS, aFile } from "../../builders/aView.ts";
import { aScene } from "../../builders/scene.ts";

const MINOR = {
  personName: "己少年",
  birthOn: "2010-02-03",
  receivedAt: "2026-06-18T15:00",
  caseFacts: "盗窃",
};
const reader = (role: Role, id = `staff-${role}`) => ({ id, roles: [role] });

describe("《未成年人保护法》第103条、《法律援助法》第21条: only those who handle a private case read its text", () => {
  const file = aFile({ ...MINOR, examinerId: "staff-1" }, { application: "received" });

  // biome-ignore format: a table is read by columns
  it.each([
    ["CLERK", null], ["EXAMINER", null], ["HEAD", null],
    ["FINANCE", "private"], ["SYSADMIN", "private"], ["AUDITOR", "private"], ["QC", "private"], ["BUREAU", "private"],
  ] as const)("%s, while the application is being examined: %s", (role, veil) => {
    expect(veilFor(file, reader(role))).toBe(veil);
  });

  it("whoever signed on it, and whom the head names, reads it whatever their role", () => {
    expect(veilFor(file, reader("QC", "staff-1"))).toBeNull();
    const named = aFile({ ...MINOR, confidants: [{ staffId: "staff-9" }] }, { application: "received" });
    expect(veilFor(named, reader("BUREAU", "staff-9"))).toBeNull();
    expect(veilFor(named, reader("BUREAU", "staff-8"))).toBe("private");
  });

  it("an adult's ordinary case is read by everybody; marked private it is not", () => {
    const adult = { personName: "甲某", birthOn: "1980-01-01", receivedAt: "2026-06-18T15:00" };
    expect(veilFor(aFile(adult), reader("FINANCE"))).toBeNull();
    expect(veilFor(aFile({ ...adult, sensitivity: "PRIVACY" }), reader("FINANCE"))).toBe("private");
  });

  it("the others see codes, days and stages, and a surname", () => {
    const { facts, stages } = veiled(file);
    expect(facts).toMatchObject({ personName: "己某", receivedAt: MINOR.receivedAt, examinerId: "staff-1" });
    expect(JSON.stringify(facts)).not.toMatch(/己少年|盗窃|2010-02-03/u);
    expect(stages).toEqual(file.stages);
    expect([someName("欧阳修远"), someName("王小明"), someName("")]).toEqual(["欧阳某", "王某", ""]);
  });

  it("only the head names confidants, also by an op of another make", () => {
    const row = { f: "confidants", row: { staffId: "staff-0009" } };
    expect(recordRow(file, row, aScene("CLERK"))).toMatchObject({ refusal: { code: "role-forbids" } });
    expect(recordRow(file, row, aScene("HEAD")).ok).toBe(true);
  });
});

describe("《未成年人保护法》第103条: whatever tells of a private case keeps its names too", () => {
  const file = aFile({ ...MINOR, confidants: [{ staffId: "staff-9" }] }, { application: "denied" });
  const beside = (t: string, facts: object, stages: RecordView["stages"] = {}): RecordView => ({
    ...aFile(),
    t,
    id: `${t}-0001`,
    facts: { fileId: file.id, ...facts },
    stages,
  });
  const objection = beside(
    "objection",
    {
      objectorName: "己少年",
      objectorPhone: "13800001234",
      no: "异1",
      grounds: "己少年没有收入",
      reviewerId: "staff-2",
    },
    { objection: "served" },
  );

  it("an objection is read by its reviewer, a confidant and the head, by nobody else", () => {
    expect(veilBeside(objection, file, reader("BUREAU", "staff-2"))).toBeNull();
    expect(veilBeside(objection, file, reader("BUREAU", "staff-9"))).toBeNull();
    expect(veilBeside(objection, file, reader("HEAD"))).toBeNull();
    for (const role of ["FINANCE", "SYSADMIN", "AUDITOR", "QC"] as const)
      expect([role, veilBeside(objection, file, reader(role))]).toEqual([role, "private"]);
  });

  it.each([
    ["objection", "objectorName"],
    ["complaint", "complainantName"],
    ["transfer", "personName"],
    ["consultation", "personName"],
  ])("%s: %s is a surname, and no text is left", (t, f) => {
    const { facts } = veiled(beside(t, { [f]: "己少年", statement: "己少年", gist: "己少年" }));
    expect(facts[f]).toBe("己某");
    expect(facts.fileId).toBe(file.id);
    expect(JSON.stringify(facts)).not.toContain("己少年");
  });

  it("a claim, a review and an archive record stay with those who have a step of them to take", () => {
    const claim = beside("subsidyClaim", { directCosts: "陪同己少年往返" }, { subsidy: "submitted" });
    expect(veilBeside(claim, file, reader("HEAD"))).toBeNull();
    expect(veilBeside(claim, file, reader("AUDITOR"))).toBe("private");
    const sealed = aFile(MINOR, { closing: "archived" });
    const archive = beside("archiveFile", {}, { archive: "filed" });
    expect(veilBeside(archive, sealed, reader("ARCHIVE"))).toBeNull();
    expect(veilBeside(archive, sealed, reader("CLERK"))).toBe("sealed");
    expect(veilBeside(objection, sealed, reader("CLERK"))).toBe("sealed");
  });

  it("what belongs to an ordinary case is read by everybody", () => {
    const adult = aFile({ personName: "甲某", birthOn: "1980-01-01", receivedAt: "2026-06-18T15:00" });
    expect(veilBeside(objection, adult, reader("AUDITOR"))).toBeNull();
  });

  it("two decisions that compete are shown without what they say", () => {
    const head = { h: "h1", step: "deny", to: "denied", outcome: { reasonText: "己少年家庭收入高" } };
    const torn = { ...file, contested: [{ lane: "application", heads: [head] }] } as unknown as RecordView;
    expect(JSON.stringify(veiled(torn))).not.toContain("己少年");
  });
});

describe("封存: a minor's file is sealed once it is closed and filed", () => {
  const archived = aFile(MINOR, { application: "granted", closing: "archived" });

  it("is sealed for everybody, and stays so when the person is grown up", () => {
    expect(isSealed(archived)).toBe(true);
    for (const role of ["HEAD", "ARCHIVE", "CLERK", "AUDITOR"] as const)
      expect(veilFor(archived, reader(role))).toBe("sealed");
  });

  it("is not sealed before it is filed, nor is an adult's", () => {
    expect(isSealed(aFile(MINOR, { closing: "passed" }))).toBe(false);
    expect(isSealed(aFile({ ...MINOR, birthOn: "1990-01-01" }, { closing: "archived" }))).toBe(false);
  });

  it("head and archivist alone may open it", () => {
    expect(
      ["HEAD", "ARCHIVE", "CLERK", "EXAMINER", "AUDITOR", "SYSADMIN"].map((role) =>
        mayUnseal([role as Role]),
      ),
    ).toEqual([true, true, false, false, false, false]);
  });
});

describe("V28 (《个人信息保护法》第31条): under fourteen", () => {
  const child = {
    ...APPLICATION_FACTS,
    certNo: "110101201404110019",
    birthOn: "2014-04-11",
    categories: ["MINOR"],
  };
  const ready = { guardianName: "监护人", guardianConsent: true, isSpeciallyHandled: true };
  const receives = (facts: object) =>
    takeStep(
      aFile({ ...APPLICATION_FACTS, ...child, certType: "OTHER", ...facts }),
      { step: "receive", facts: {} },
      aScene("CLERK"),
    );

  it.each(["guardianName", "guardianConsent", "isSpeciallyHandled"])(
    "is not received without %s",
    (missing) => {
      const { [missing as keyof typeof ready]: _, ...rest } = ready;
      expect(receives(rest)).toMatchObject({
        ok: false,
        refusal: { code: "guardian-consent", detail: "V28" },
      });
    },
  );

  const other = { name: "某幼", certNo: "110101201404110019" };
  it.each([
    ["a further recipient", [other], false],
    ["a further recipient, guarded", [{ ...other, ...ready }], true],
  ])("is asked for of %s too", (_, coApplicants, isOk) => {
    const taken = takeStep(
      aFile({ ...APPLICATION_FACTS, coApplicants }),
      { step: "receive", facts: {} },
      aScene("CLERK"),
    );
    expect(taken.ok).toBe(isOk);
    if (!taken.ok) expect(taken.refusal).toMatchObject({ code: "guardian-consent", detail: "V28" });
  });
  it("an organ's letter is received at once, since its days run; checking it asks for the guardian", () => {
    const letter = {
      ...child,
      certType: "OTHER",
      noticeGround: "N25_1",
      noticeReceivedAt: "2026-03-02T09:00",
    };
    const checks = (facts: object) =>
      takeStep(
        { ...aFile({ ...letter, ...facts }), stages: { notice: "noticeReceived" } },
        { step: "checkNotice", facts: {} },
        aScene("CLERK"),
      );
    expect(checks({})).toMatchObject({ ok: false, refusal: { code: "guardian-consent", detail: "V28" } });
    expect(checks(ready)).toMatchObject({ ok: true });
  });
  it("is received with the guardian, the consent and the mark of special handling", () => {
    expect(receives(ready)).toMatchObject({ ok: true });
  });
});

describe("secret cases are refused at entry (《法律援助法》第21条)", () => {
  it.each(["aidFile", "archiveFile"])("the mark itself cannot be recorded on a record of kind %s", (t) => {
    const f = t === "aidFile" ? "sensitivity" : "secrecy";
    const view = { ...aFile(), t };
    const role = t === "aidFile" ? "CLERK" : "ARCHIVE";
    expect(recordFacts(view, { facts: { [f]: "SECRET" } }, aScene(role))).toMatchObject({
      ok: false,
      refusal: { code: "secret-case", detail: f },
    });
    expect(recordFacts(view, { facts: { [f]: "PRIVACY" } }, aScene(role)).ok).toBe(true);
  });
});
