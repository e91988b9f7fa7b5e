import { describe, expect, it } from "vitest";
import { type Draft, nameReplaced } from "../../../shared/ops/draft.ts";
import type { Mut } from "../../../shared/ops/op.ts";
import { anOffice, CENTER, DESK, FILE, grant, NOW, OTHER, propose, puts, receive, step } from "./anOffice.ts";

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
    ["provisional, from no block", { no: 5, grant: "", text: `临-${DESK.slice(0, 6)}-兰援-5` }, DESK, "ok"],
    ["from no block, with the text of an official one", { no: 5, grant: "" }, DESK, "value-invalid"],
    [
      "provisional, of another desk",
      { no: 5, grant: "", text: `临-${OTHER.slice(0, 6)}-兰援-5` },
      DESK,
      "value-invalid",
    ],
    [
      "provisional, with another count in its text",
      { no: 5, grant: "", text: `临-${DESK.slice(0, 6)}-兰援-6` },
      DESK,
      "value-invalid",
    ],
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
      text: "兰援〔2026〕5号",
      grant: "grant-0001",
      sup: [],
      ...over,
    } as Mut;
    expect(book.write("clerk-0001", [number], { feed })).toBe(verdict);
  });
});

describe("security S14: what a step owns enters by no other door", () => {
  it.each([
    [
      "as a number without a block",
      { k: "number", ...FILE, f: "receivedAt", series: "", year: 2026, no: 1, text: NOW, grant: "", sup: [] },
    ],
    [
      "as the end of a dispute that never was",
      { k: "resolve", ...FILE, f: "decision", over: ["f".repeat(64)], choose: "", new: "GRANT" },
    ],
    ["as a plain write", { k: "put", ...FILE, f: "decision", old: null, new: "GRANT", sup: [] }],
  ] as readonly [string, Mut][])("%s", (_, mut) => {
    const book = anOffice();
    for (const actor of ["clerk-0001", "head-00001"]) expect(book.write(actor, [mut])).toBe("fact-owned");
    expect(book.stateOf("aidFile", "file-0001")).toBeUndefined();
  });
});
