import { describe, expect, it } from "vitest";
import { COMPETENCE } from "../../../shared/dictionary/codes/ours.ts";
import { DICTIONARY } from "../../../shared/dictionary/entities.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { Draft } from "../../../shared/ops/draft.ts";
import { aBook, anOffice, BUREAU, FILE, NOW, propose, puts, receive, staff, step } from "./anOffice.ts";

const NOW_WRITER = { schema: DICTIONARY };
const OPINION = {
  examinerId: "examiner-1",
  examinedAt: NOW,
  opinion: "GRANT",
  recusalChecked: true,
  scopeOk: true,
  examinationFindings: "材料齐全，属于援助范围。",
  opinionText: "建议给予法律援助。",
} as const;
const KNOWN = { track: "T3_EXEMPT42", competence: Object.keys(COMPETENCE)[0] ?? "" } as const;
const proposing = (facts: Readonly<Record<string, Json>>): Draft =>
  step("propose", { from: "received", to: "proposed" }, facts);

describe("a forged op leaves out what the step is about", () => {
  const received = () => {
    const book = anOffice();
    expect(book.draft("clerk-0001", [receive])).toBe("ok");
    return book;
  };
  const without = (f: string) => Object.fromEntries(Object.entries(OPINION).filter(([name]) => name !== f));

  it("with every needed fact, on the record or in the op itself, it takes effect", () => {
    const book = received();
    expect(book.draft("examiner-1", [proposing(OPINION)], NOW_WRITER)).toBe("facts-missing");
    expect(book.draft("head-00001", [proposing({ ...OPINION, examinerId: "head-00001" })], NOW_WRITER)).toBe(
      "facts-missing",
    );
    expect(book.draft("clerk-0001", puts(FILE.t, FILE.id, KNOWN))).toBe("ok");
    expect(book.draft("examiner-1", [proposing(OPINION)], NOW_WRITER)).toBe("ok");
  });

  it.each(["scopeOk", "examinationFindings", "opinion", "opinionText"])("%s is needed", (f) => {
    const book = received();
    book.draft("clerk-0001", puts(FILE.t, FILE.id, KNOWN));
    expect(book.draft("examiner-1", [proposing(without(f))], NOW_WRITER)).toBe("facts-missing");
    expect(book.draft("examiner-1", [proposing({ ...OPINION, [f]: null })], NOW_WRITER)).toBe(
      "facts-missing",
    );
  });

  it("F56: a desk of an older dictionary is not measured by what is needed since", () => {
    const book = received();
    expect(book.draft("examiner-1", [propose("examiner-1")], { schema: DICTIONARY - 1 })).toBe("ok");
  });

  it.each([undefined, false])(
    "内部工作规则：nobody examines without stating that no interest stands in the way (%s)",
    (said) => {
      const book = received();
      const { recusalChecked: _, ...facts } = OPINION;
      const drafts = [proposing({ ...facts, ...(said !== undefined && { recusalChecked: said }) })];
      expect(book.draft("examiner-1", drafts, { schema: DICTIONARY - 1 })).toBe("recusal");
    },
  );
});

describe("《法律援助法》第49条：the reviewer of an objection, at the center as on the desk", () => {
  const OBJECTION = { t: "objection", id: "objection-1" } as const;
  const begin = (reviewerId: string): Draft => ({
    k: "step",
    ...OBJECTION,
    lane: "objection",
    step: "beginReview",
    from: "filed",
    to: "reviewing",
    outcome: {},
    facts: { reviewerId, reviewBegunAt: NOW },
  });
  const filed: Draft = {
    k: "step",
    ...OBJECTION,
    lane: "objection",
    step: "fileObjection",
    from: "",
    to: "filed",
    outcome: {},
    facts: { receivedAt: NOW, receivedBy: "clerk-0001" },
  };

  /** A bureau whose department does the agency's work; `kind` says whether it does. */
  const aBureau = (kind: string, fileId: string = FILE.id) => {
    const book = aBook();
    const person = (id: string, roles: readonly string[], section: string) => [
      ...staff(id, roles),
      ...puts("staff", id, { section }),
    ];
    const may = (verdict: string) => expect(verdict).toBe("ok");
    may(
      book.draft("admin-0001", [
        ...puts("bureau", BUREAU, { name: "甲县司法局", kind, deptName: "公共法律服务科" }),
        ...staff("admin-0001", ["SYSADMIN"]),
      ]),
    );
    for (const [id, roles, section] of [
      ["clerk-0001", ["CLERK"], "公共法律服务科"],
      ["examiner-1", ["EXAMINER", "BUREAU"], "法制科"],
      ["samesec-01", ["BUREAU"], "法制科"],
      ["depart-001", ["BUREAU"], "公共法律服务科"],
      ["nowhere-01", ["BUREAU"], ""],
      ["outside-01", ["BUREAU"], "办公室"],
    ] as const)
      may(book.draft("admin-0001", section === "" ? staff(id, roles) : person(id, roles, section)));
    may(book.draft("clerk-0001", [receive]));
    may(book.draft("examiner-1", [propose("examiner-1")]));
    may(book.draft("clerk-0001", [...puts("objection", OBJECTION.id, { fileId }), filed]));
    return book;
  };

  it.each([
    ["whoever examined", "examiner-1", "same-person"],
    ["somebody of the examiner's section", "samesec-01", "same-section"],
    ["somebody of the department itself", "depart-001", "same-section"],
    ["somebody whose section nobody knows", "nowhere-01", "same-section"],
    ["somebody of another section", "outside-01", "ok"],
  ])("%s", (_, who, verdict) => {
    expect(aBureau("DESIGNATED_DEPT").draft(who, [begin(who)])).toBe(verdict);
  });

  it("where an institution does the work, only who took part is kept out; a file nobody knows is refused", () => {
    const institution = aBureau("CENTER");
    expect(institution.draft("examiner-1", [begin("examiner-1")])).toBe("same-person");
    expect(institution.draft("samesec-01", [begin("samesec-01")])).toBe("ok");
    expect(aBureau("DESIGNATED_DEPT", "file-9999").draft("outside-01", [begin("outside-01")])).toBe(
      "not-found",
    );
  });
});
