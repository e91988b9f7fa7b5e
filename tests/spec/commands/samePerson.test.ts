import { describe, expect, it } from "vitest";
import type { LawScene } from "../../../shared/commands/scene.ts";
import { takeStep } from "../../../shared/commands/takeStep.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { findingsOf, pairIdOf } from "../../../shared/law/onePerson.ts";
import { emptyState } from "../../../shared/ops/state.ts";
import { type RecordView, viewOf } from "../../../shared/ops/view.ts";
import { veilFor } from "../../../shared/workflow/confidentiality.ts";
import { belongsTo, keptOf } from "../../../shared/workflow/destruction.ts";
import type { Role } from "../../../shared/workflow/stepRule.ts";
import { aLaw, anActor, aScene } from "../../builders/scene.ts";
import { aBook, OTHER, puts, staff } from "../sync/anOffice.ts";

type Facts = { readonly [f: string]: Json };
const NO = "11010519491231002X";
const [ONE, TWO] = ["file-one", "file-two"];
const ID = pairIdOf(ONE, TWO);
const REASON = { findingReason: "核对身份证原件，系重复登记" };
const BOTH = { fileId: ONE, otherFileId: TWO, ...REASON };
const WHO: Readonly<Record<string, readonly Role[]>> = {
  "staff-clerk": ["CLERK"],
  "staff-examiner": ["EXAMINER"],
};

/** An office with two files, and what its commands answer on the book as it stands. */
const anOfficeWith = (one: Facts, two: Facts) => {
  const book = aBook();
  book.draft("staff-head", staff("staff-head", ["HEAD", "SYSADMIN"]));
  for (const [id, roles] of Object.entries(WHO)) book.draft("staff-head", staff(id, roles));
  book.draft("staff-clerk", puts("aidFile", ONE, one));
  book.draft("staff-clerk", puts("aidFile", TWO, two));
  const view = (t: string, id: string): RecordView => viewOf(book.stateOf(t, id) ?? emptyState(t, id));
  const related = (): LawScene["related"] => ({
    fileId: view("aidFile", ONE),
    otherFileId: view("aidFile", TWO),
  });
  const wish = (role: Role, step: string, facts: Facts = BOTH) =>
    takeStep(
      view("samePerson", ID),
      { step, facts },
      aScene(role, "2026-03-02T09:00", { actor: anActor(role), law: aLaw({ related: related() }) }),
    );
  const takes = (role: Role, step: string, facts: Facts = BOTH): string => {
    const wanted = wish(role, step, facts);
    return wanted.ok ? book.draft(`staff-${role.toLowerCase()}`, wanted.value) : wanted.refusal.code;
  };
  return { book, view, wish, takes };
};
const person = (more: Facts = {}): Facts => ({
  personName: "甲某",
  "#identity": { personName: "甲某", certType: "ID", certNo: NO },
  ...more,
});

describe("sync.md §3.5: a person registered twice is linked by a named person; both files stay as they are", () => {
  it("links with a reason, keeps both ids and every fact, and is taken back in the same way", () => {
    const office = anOfficeWith(person({ caseFacts: "甲" }), person({ caseFacts: "乙" }));
    const before = [office.view("aidFile", ONE), office.view("aidFile", TWO)];
    expect(office.takes("CLERK", "linkPersons", { fileId: ONE, otherFileId: TWO })).toBe("facts-missing");
    expect(office.takes("CLERK", "linkPersons")).toBe("ok");
    expect(office.view("samePerson", ID)).toMatchObject({
      stages: { samePerson: "linked" },
      facts: { ...BOTH, finderId: "staff-clerk", foundAt: "2026-03-02T09:00" },
    });
    expect([office.view("aidFile", ONE), office.view("aidFile", TWO)]).toEqual(before);
    expect(office.takes("CLERK", "linkPersons")).toBe("stage-forbids");
    expect(office.takes("EXAMINER", "withdrawFinding", { findingReason: "另有其人" })).toBe("ok");
    expect(findingsOf([office.view("samePerson", ID)])).toMatchObject([{ stage: "withdrawn" }]);
    expect(office.takes("HEAD", "keepApart")).toBe("ok");
  });

  it("个人信息保护法第八条: files that state different numbers are not one person's; that they are two may be found", () => {
    const other = { "#identity": { personName: "甲某", certType: "PASSPORT", certNo: "E12345678" } };
    const office = anOfficeWith(person(), person(other));
    expect(office.wish("HEAD", "linkPersons")).toMatchObject({
      ok: false,
      refusal: { code: "other-person", detail: "certNo" },
    });
    expect(office.takes("HEAD", "keepApart")).toBe("ok");
  });

  it("an old number of 15 digits is the same number (GB 11643)", () => {
    const old = { "#identity": { personName: "甲某", certType: "ID", certNo: "110105491231002" } };
    expect(anOfficeWith(person(), person(old)).takes("CLERK", "linkPersons")).toBe("ok");
  });

  it("法律援助法第二十一条: nobody finds anything about a private file that they may not read", () => {
    const office = anOfficeWith(person(), person({ sensitivity: "PRIVACY" }));
    // the application was withdrawn: the examiner has no step of it to take
    const kept = { ...office.view("aidFile", TWO), stages: { application: "withdrawn" } };
    const related = { fileId: office.view("aidFile", ONE), otherFileId: kept };
    const scene = aScene("CLERK", "2026-03-02T09:00", { law: aLaw({ related }) });
    const answer = (role: Role) => {
      const view = office.view("samePerson", ID);
      return takeStep(view, { step: "linkPersons", facts: BOTH }, { ...scene, actor: anActor(role) });
    };
    expect(veilFor(kept, anActor("EXAMINER"))).toBe("private");
    expect(answer("HEAD")).toMatchObject({ ok: true });
    expect(answer("EXAMINER")).toMatchObject({
      ok: false,
      refusal: { code: "role-forbids", detail: "otherFileId" },
    });
  });

  it("未成年人保护法第一百零三条: a sealed file is compared by head and archivist alone", () => {
    const office = anOfficeWith(person(), person({ categories: ["MINOR"] }));
    const sealed = { ...office.view("aidFile", TWO), stages: { closing: "archived" } };
    const answer = (role: Role) =>
      takeStep(
        office.view("samePerson", ID),
        { step: "linkPersons", facts: BOTH },
        aScene(role, "2026-03-02T09:00", {
          law: aLaw({ related: { fileId: office.view("aidFile", ONE), otherFileId: sealed } }),
        }),
      );
    expect(answer("CLERK")).toMatchObject({ ok: false, refusal: { code: "sealed" } });
    expect(answer("EXAMINER")).toMatchObject({ ok: false, refusal: { code: "sealed" } });
    expect(answer("HEAD")).toMatchObject({ ok: true });
  });

  it("I39: what was found about a destroyed file goes with it, whichever of the two it is; ids and stage stay", () => {
    const office = anOfficeWith(person(), person());
    expect(office.takes("CLERK", "linkPersons")).toBe("ok");
    const finding = office.view("samePerson", ID);
    expect([ONE, TWO, "file-none"].map((fileId) => belongsTo({ fileId }, finding))).toEqual([
      true,
      true,
      false,
    ]);
    expect(keptOf(finding)).toMatchObject({ facts: { fileId: ONE, otherFileId: TWO } });
    expect(keptOf(finding).facts).not.toHaveProperty("findingReason");
  });

  it("the finding stands in the record of its two files, on the desk and at the center (S13)", () => {
    const office = anOfficeWith(person(), person());
    const wrong = (facts: Facts) => office.wish("CLERK", "linkPersons", { ...facts, ...REASON });
    expect(wrong({ fileId: ONE, otherFileId: ONE })).toMatchObject({ refusal: { code: "value-invalid" } });
    expect(wrong({ fileId: ONE, otherFileId: "file-none" })).toMatchObject({
      refusal: { code: "value-invalid" },
    });
    const drafts = office.wish("CLERK", "linkPersons");
    const forged = drafts.ok ? drafts.value.map((draft) => ({ ...draft, id: "another-record" })) : [];
    expect(office.book.draft("staff-clerk", forged)).toBe("value-invalid");
  });
});

describe("I17, F61: two desks find about the same two files without knowing of each other", () => {
  const atTwoDesks = (first: string, second: string) => {
    const office = anOfficeWith(person(), person());
    const [one, two] = [office.wish("CLERK", first), office.wish("EXAMINER", second)];
    if (!one.ok || !two.ok) throw new Error("refused");
    // both state what they replace before either is booked
    const named = two.value.map((draft) => ({ ...draft, sup: [] }));
    expect(office.book.draft("staff-clerk", one.value)).toBe("ok");
    expect(office.book.write("staff-examiner", named as never, { feed: OTHER })).toBe("ok");
    return office;
  };

  it("the same finding twice is one finding, both recorded (R17)", () => {
    const { view } = atTwoDesks("linkPersons", "linkPersons");
    expect(view("samePerson", ID)).toMatchObject({ stages: { samePerson: "linked" }, contested: [] });
  });

  it("F61: one person against two persons is contested until the head decides", () => {
    const { view, takes } = atTwoDesks("linkPersons", "keepApart");
    expect(view("samePerson", ID).contested).toHaveLength(1);
    expect(takes("CLERK", "withdrawFinding")).toBe("contested");
  });
});
