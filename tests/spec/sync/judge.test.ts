import { describe, expect, it } from "vitest";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { type Draft, nameReplaced } from "../../../shared/ops/draft.ts";
import { applyOp } from "../../../shared/ops/fold.ts";
import type { FoldOp, Header, Mut } from "../../../shared/ops/op.ts";
import { emptyState, type RecordState } from "../../../shared/ops/state.ts";
import { judge } from "../../../shared/sync/judge.ts";

const BUREAU = "bureau-0001";
const [DESK, OTHER, CENTER] = ["a".repeat(24), "b".repeat(24), "c".repeat(24)] as [string, string, string];
const FILE = { t: "aidFile", id: "file-0001" } as const;

/** A book that takes ops, judges each, and folds what is "ok". */
const aBook = () => {
  const states = new Map<string, RecordState>();
  let seq = 0;
  const stateOf = (t: string, id: string) => states.get(`${t}/${id}`);
  const write = (actor: string, muts: readonly Mut[], over: Partial<Header> = {}): string => {
    seq += 1;
    const header = { bureau: BUREAU, feed: DESK, actor, schema: 1, ...over } as Header;
    const op: FoldOp = { h: String(seq).padStart(64, "0"), seq, header, muts };
    const verdict = judge(op, {
      bureau: BUREAU,
      centerFeed: CENTER,
      stateOf,
      hasStaff: [...states.keys()].some((key) => key.startsWith("staff/")),
    });
    if (verdict === "ok")
      for (const { t, id } of muts)
        if (stateOf(t, id)?.lastSeq !== seq)
          states.set(`${t}/${id}`, applyOp(stateOf(t, id) ?? emptyState(t, id), op));
    return verdict;
  };
  const draft = (actor: string, drafts: readonly Draft[], over: Partial<Header> = {}): string =>
    write(actor, nameReplaced(drafts, stateOf), over);
  return { write, draft, stateOf, seq: () => seq };
};
const puts = (t: string, id: string, facts: Readonly<Record<string, Json>>): Draft[] =>
  Object.entries(facts).map(([f, v]) => ({ k: "put", t, id, f, v }));
const staff = (id: string, roles: readonly string[], isActive = true): Draft[] =>
  puts("staff", id, { name: id, login: id, roles, isActive });
const step = (
  name: string,
  at: { readonly lane?: string; readonly from: string; readonly to: string },
  facts: Readonly<Record<string, Json>>,
): Draft => ({
  k: "step",
  ...FILE,
  lane: at.lane ?? "application",
  step: name,
  from: at.from,
  to: at.to,
  outcome: {},
  facts,
});
const NOW = "2026-05-06T10:00";
const receive = step("receive", { from: "", to: "received" }, { receivedAt: NOW, receivedBy: "clerk-0001" });
const propose = (by: string): Draft =>
  step(
    "propose",
    { from: "received", to: "proposed" },
    { examinerId: by, examinedAt: NOW, opinion: "GRANT" },
  );
const grant = (by: string): Draft =>
  step("grant", { from: "proposed", to: "granted" }, { decision: "GRANT", decidedAt: NOW, deciderId: by });

/** A founded bureau with one person of each kind. */
const anOffice = () => {
  const book = aBook();
  expect(
    book.draft("admin-0001", [
      ...puts("bureau", "bureau-rec", { name: "县司法局" }),
      ...staff("admin-0001", ["SYSADMIN"]),
    ]),
  ).toBe("ok");
  for (const [id, roles] of [
    ["clerk-0001", ["CLERK"]],
    ["examiner-1", ["EXAMINER"]],
    ["head-00001", ["HEAD", "EXAMINER"]],
    ["auditor-01", ["AUDITOR"]],
    ["leaver-001", ["CLERK"]],
  ] as const)
    expect(book.draft("admin-0001", staff(id, roles, id !== "leaver-001"))).toBe("ok");
  return book;
};

describe("founding a bureau", () => {
  it.each([
    [
      "the first staff record by its own actor, as administrator",
      "admin-0001",
      staff("admin-0001", ["SYSADMIN"]),
      "ok",
    ],
    ["by somebody else", "someone-01", staff("admin-0001", ["SYSADMIN"]), "role-forbids"],
    ["without the administrator's role", "admin-0001", staff("admin-0001", ["CLERK"]), "role-forbids"],
    [
      "together with a case",
      "admin-0001",
      [...staff("admin-0001", ["SYSADMIN"]), ...puts("aidFile", "file-0001", { caseFacts: "甲" })],
      "role-forbids",
    ],
  ])("%s", (_, actor, drafts, verdict) => {
    expect(aBook().draft(actor, drafts)).toBe(verdict);
  });
});

describe("who may write what (F55, security S13)", () => {
  it.each([
    ["a clerk writes facts of a file", "clerk-0001", puts("aidFile", "file-0001", { caseFacts: "甲" }), "ok"],
    [
      "an auditor writes nothing",
      "auditor-01",
      puts("aidFile", "file-0001", { caseFacts: "甲" }),
      "role-forbids",
    ],
    ["an unknown person", "nobody-001", puts("aidFile", "file-0001", { caseFacts: "甲" }), "role-forbids"],
    [
      "somebody who has left",
      "leaver-001",
      puts("aidFile", "file-0001", { caseFacts: "甲" }),
      "role-forbids",
    ],
    ["a clerk makes himself administrator", "clerk-0001", staff("clerk-0001", ["SYSADMIN"]), "role-forbids"],
    ["a desk names a device", "admin-0001", puts("device", DESK, { key: "x" }), "role-forbids"],
    ["a desk grants itself numbers", "admin-0001", puts("grant", "grant-0001", { from: 1 }), "role-forbids"],
    [
      "a fact that a step owns",
      "head-00001",
      puts("aidFile", "file-0001", { decision: "GRANT" }),
      "fact-owned",
    ],
    [
      "a field nobody knows",
      "clerk-0001",
      puts("aidFile", "file-0001", { fieldOfTomorrow: 1 }),
      "field-unknown",
    ],
    [
      "a value outside its code list",
      "clerk-0001",
      puts("aidFile", "file-0001", { origin: "THIN_AIR" }),
      "value-invalid",
    ],
    [
      "a number with a wrong check digit is the desk's concern, a text too long the book's",
      "clerk-0001",
      puts("aidFile", "file-0001", { handlingOrgan: "甲".repeat(81) }),
      "value-invalid",
    ],
    [
      "a list written as one value",
      "clerk-0001",
      puts("aidFile", "file-0001", { materials: [] }),
      "value-invalid",
    ],
    [
      "a group with a stranger in it",
      "clerk-0001",
      puts("aidFile", "file-0001", { "#proxy": { caseFacts: "甲" } }),
      "field-unknown",
    ],
    [
      "a log is not a list",
      "clerk-0001",
      [{ k: "add", ...FILE, f: "letters", v: {} } as Draft],
      "value-invalid",
    ],
  ])("%s", (_, actor, drafts, verdict) => {
    expect(anOffice().draft(actor, drafts)).toBe(verdict);
  });

  it("F52: an op of another bureau", () => {
    expect(
      anOffice().draft("clerk-0001", puts("aidFile", "file-0001", { caseFacts: "甲" }), {
        bureau: "bureau-0002",
      }),
    ).toBe("wrong-bureau");
  });

  it("F57: fields, values and steps of a newer dictionary are kept and handed on", () => {
    const newer = { schema: 99 };
    const book = anOffice();
    expect(
      book.draft(
        "clerk-0001",
        puts("aidFile", "file-0001", { fieldOfTomorrow: 1, origin: "THIN_AIR" }),
        newer,
      ),
    ).toBe("ok");
    expect(book.draft("clerk-0001", [step("teleport", { from: "", to: "elsewhere" }, {})], newer)).toBe("ok");
    expect(book.draft("auditor-01", puts("aidFile", "file-0001", { caseFacts: "甲" }), newer)).toBe(
      "role-forbids",
    );
  });
});

describe("steps (《法律援助法》第43条)", () => {
  it("S01: receive, propose, grant by three people", () => {
    const book = anOffice();
    expect([
      book.draft("clerk-0001", [receive]),
      book.draft("examiner-1", [propose("examiner-1")]),
      book.draft("head-00001", [grant("head-00001")]),
    ]).toEqual(["ok", "ok", "ok"]);
  });

  it("S14, V05: whoever examined does not decide, whatever the desk let through", () => {
    const book = anOffice();
    book.draft("clerk-0001", [receive]);
    expect(book.draft("head-00001", [propose("head-00001")])).toBe("ok");
    expect(book.draft("head-00001", [grant("head-00001")])).toBe("same-person");
    expect(book.stateOf("aidFile", "file-0001")?.lanes.application?.heads).toHaveLength(1);
  });

  it.each([
    ["by a role that may not", "clerk-0001", [grant("clerk-0001")], "role-forbids"],
    [
      "from a stage that is not",
      "head-00001",
      [step("grant", { from: "received", to: "granted" }, { decision: "GRANT", deciderId: "head-00001" })],
      "stage-forbids",
    ],
    [
      "to a stage of one's own",
      "head-00001",
      [step("grant", { from: "proposed", to: "denied" }, { decision: "GRANT", deciderId: "head-00001" })],
      "stage-forbids",
    ],
    [
      "in another lane",
      "head-00001",
      [{ ...grant("head-00001"), lane: "service" } as Draft],
      "stage-forbids",
    ],
    [
      "unheard of",
      "head-00001",
      [step("teleport", { from: "proposed", to: "granted" }, {})],
      "stage-forbids",
    ],
    [
      "with a fact it does not own",
      "head-00001",
      [
        step(
          "grant",
          { from: "proposed", to: "granted" },
          { decision: "GRANT", deciderId: "head-00001", caseFacts: "乙" },
        ),
      ],
      "fact-owned",
    ],
    [
      "with another decision than its name says",
      "head-00001",
      [step("grant", { from: "proposed", to: "granted" }, { decision: "DENY", deciderId: "head-00001" })],
      "value-invalid",
    ],
    ["in somebody else's name", "head-00001", [grant("examiner-1")], "role-forbids"],
  ])("a step %s", (_, actor, drafts, verdict) => {
    const book = anOffice();
    book.draft("clerk-0001", [receive]);
    book.draft("examiner-1", [propose("examiner-1")]);
    expect(book.draft(actor, drafts)).toBe(verdict);
  });

  it("F61: a second decision made without knowing of the first is kept as contested, not refused", () => {
    const book = anOffice();
    book.draft("clerk-0001", [receive]);
    book.draft("examiner-1", [propose("examiner-1")]);
    const before = book.stateOf("aidFile", "file-0001");
    const blind = nameReplaced(
      [
        step(
          "deny",
          { from: "proposed", to: "denied" },
          { decision: "DENY", decidedAt: NOW, deciderId: "head-00001", reasonText: "甲" },
        ),
      ],
      () => before,
    );
    expect(book.draft("head-00001", [grant("head-00001")])).toBe("ok");
    expect(book.write("head-00001", blind)).toBe("ok");
    const heads = book.stateOf("aidFile", "file-0001")?.lanes.application?.heads ?? [];
    expect(heads).toHaveLength(2);
    const resolve: Mut = {
      k: "resolve",
      ...FILE,
      f: "@application",
      over: heads,
      choose: heads[0] ?? "",
      new: null,
    };
    expect(book.write("examiner-1", [resolve])).toBe("role-forbids");
    expect(book.write("head-00001", [resolve])).toBe("ok");
  });

  it("a step on a step that had no effect has none either", () => {
    const book = anOffice();
    book.draft("clerk-0001", [receive]);
    const orphan = { ...propose("examiner-1"), sup: ["f".repeat(64)] } as Mut;
    expect(book.write("examiner-1", [orphan])).toBe("stage-forbids");
  });
});

describe("conflicts and numbers", () => {
  it("I14: a field in conflict takes only a resolution", () => {
    const book = anOffice();
    const at = { k: "put", ...FILE, f: "request", old: null } as const;
    for (const v of ["甲", "乙"]) book.write("clerk-0001", [{ ...at, new: v, sup: [] }]);
    const heads = (book.stateOf("aidFile", "file-0001")?.cells.request?.heads ?? []).map(({ h }) => h);
    expect(book.write("clerk-0001", [{ ...at, new: "丙", sup: heads }])).toBe("field-in-conflict");
    expect(book.write("clerk-0001", [{ ...at, new: "丙", sup: heads.slice(0, 1) }])).toBe("ok");
    expect(
      book.write("clerk-0001", [
        { k: "resolve", ...FILE, f: "request", over: heads, choose: "e".repeat(64), new: "甲" },
      ]),
    ).toBe("value-invalid");
    expect(
      book.write("clerk-0001", [
        { k: "resolve", ...FILE, f: "request", over: heads, choose: heads[1] ?? "", new: "乙" },
      ]),
    ).toBe("ok");
  });

  it.each([
    ["inside its own block", { no: 5 }, DESK, "ok"],
    ["outside it", { no: 99 }, DESK, "value-invalid"],
    ["of another series", { no: 5, series: "别援" }, DESK, "value-invalid"],
    ["from another desk's block", { no: 5 }, OTHER, "value-invalid"],
    ["from a block nobody granted", { no: 5, grant: "grant-9999" }, DESK, "number-provisional"],
    ["provisional, from no block", { no: 5, grant: "" }, DESK, "ok"],
  ])("I18: a number %s", (_, over, feed, verdict) => {
    const book = anOffice();
    expect(
      book.draft(
        "center",
        puts("grant", "grant-0001", { series: "兰援", year: 2026, from: 1, to: 10, feed: DESK }),
        { feed: CENTER },
      ),
    ).toBe("ok");
    const number = {
      k: "number",
      ...FILE,
      f: "caseNo",
      series: "兰援",
      year: 2026,
      no: 5,
      text: "兰援〔2026〕5号",
      grant: "grant-0001",
      sup: [],
      ...over,
    } as Mut;
    expect(book.write("clerk-0001", [number], { feed })).toBe(verdict);
  });
});
