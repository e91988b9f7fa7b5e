/**
 * The histories behind tests/vectors/fold.json: what happens to one record when people write with and without knowing
 * of each other. Each is a list of ops, in the order of the book.
 */
import { createHash } from "node:crypto";

/** @param {string} f @param {unknown} v @param {readonly string[]} [sup] */
export const put = (f, v, sup = []) => ({
  k: "put",
  t: "aidFile",
  id: "file-0001",
  f,
  old: null,
  new: v,
  sup,
});

/** Hashes of fold cases are only names: the fold compares and sorts them, nothing else. @param {string} name */
export const hashOf = (name) => createHash("sha256").update(`vector ${name}`).digest("hex");
const at = { t: "aidFile", id: "file-0001" };
/** @param {string} to @param {string} from @param {readonly string[]} sup */
const step = (to, from, sup) => ({
  k: "step",
  ...at,
  lane: "application",
  step: to,
  from,
  to,
  outcome: { decision: to },
  facts: { decision: to, deciderId: `who-${to}` },
  sup,
});
const [A, B, C, D] = /** @type {[string, string, string, string]} */ (["a", "b", "c", "d"].map(hashOf));

/** @param {readonly string[]} ops */
const purge = (ops) => ({
  k: "purge",
  ...at,
  of: "archive-0001",
  ops,
  kept: {
    facts: { applicationNo: "申〔2010〕7号", decision: "granted" },
    stages: { application: "granted" },
  },
});
const late = [put("request", "补记"), { k: "append", ...at, f: "activities", v: { summary: "补记" } }];

/** name → muts of each op, in the order of the book. @type {Readonly<Record<string, readonly (readonly unknown[] | string)[]>>} */
export const CASES = {
  "a later write that names the earlier replaces it": [[put("request", "甲")], [put("request", "乙", [A])]],
  "two writes that do not name each other are a conflict": [[put("request", "甲")], [put("request", "乙")]],
  "equal values are no conflict": [[put("request", "甲")], [put("request", "甲")]],
  "the line booked first stays shown while it grows": [
    [put("request", "甲")],
    [put("request", "乙")],
    [put("request", "丙", [A])],
  ],
  "a write named as replaced before it arrives never shows": [
    [put("request", "新", [B])],
    [put("request", "旧")],
  ],
  "a field written twice in one op": [
    [put("request", "甲")],
    [put("request", "一", [A]), put("request", "二", [A])],
  ],
  "clearing is a write of null": [[put("request", "甲")], [put("request", null, [A])]],
  "a resolution names every head": [
    [put("request", "甲")],
    [put("request", "乙")],
    [{ k: "resolve", ...at, f: "request", over: [A, B], choose: B, new: "乙" }],
  ],
  "two resolutions that differ are a conflict again": [
    [put("request", "甲")],
    [put("request", "乙")],
    [{ k: "resolve", ...at, f: "request", over: [A, B], choose: A, new: "甲" }],
    [{ k: "resolve", ...at, f: "request", over: [A, B], choose: B, new: "乙" }],
  ],
  "a resolution that comes second carries its value": [
    [put("request", "甲")],
    [put("request", "乙")],
    [{ k: "resolve", ...at, f: "request", over: [A, B], choose: A, new: "甲" }],
    [{ k: "resolve", ...at, f: "request", over: [A, B], choose: A, new: "甲" }],
  ],
  "a conflict group is one unit": [
    [put("#proxy", { proxyName: "王", proxyRelation: "FATHER", proxyCertNo: null })],
    [put("#proxy", { proxyName: "李", proxyRelation: "MOTHER", proxyCertNo: null })],
  ],
  "rows are added, dropped and dropped before they arrive": [
    [
      { k: "add", ...at, f: "materials", v: { title: "一" } },
      { k: "add", ...at, f: "materials", v: { title: "二" } },
    ],
    [{ k: "drop", ...at, f: "materials", els: [`${A}:0`, `${C}:0`] }],
    [{ k: "add", ...at, f: "materials", v: { title: "三" } }],
    [{ k: "append", ...at, f: "activities", v: { summary: "谈话" } }],
  ],
  "steps follow one another and own their facts": [
    [step("received", "", [])],
    [step("granted", "received", [A]), put("decision", "DENY")],
  ],
  "two decisions are contested, the first booked is active": [
    [step("received", "", [])],
    [step("granted", "received", [A])],
    [step("denied", "received", [A])],
  ],
  "a contested lane is resolved": [
    [step("received", "", [])],
    [step("granted", "received", [A])],
    [step("denied", "received", [A])],
    [{ k: "resolve", ...at, f: "@application", over: [B, C], choose: C, new: null }],
  ],
  "the same decision twice is one decision": [[step("granted", "", [])], [step("granted", "", [])]],
  "a number is a written text": [
    [
      {
        k: "number",
        ...at,
        f: "caseNo",
        series: "兰援",
        year: 2026,
        no: 7,
        text: "兰援〔2026〕7号",
        grant: "grant-0001",
        sup: [],
      },
    ],
  ],
  "an unknown kind of change has no effect": [
    [put("request", "甲")],
    [{ k: "transmute", ...at, f: "request", v: 1 }],
  ],
  "one op about two records": [
    [put("request", "甲"), { ...put("name", "县医院"), t: "organ", id: "organ-0001" }],
  ],
  "two lines that replaced the same write are shown by hash when their rank is the same": [
    [put("request", "甲")],
    [put("request", "乙", [A])],
    [put("request", "丙", [A])],
  ],
  "a resolution by a third value, and one whose chosen head holds nothing": [
    [put("request", "甲"), put("personName", null)],
    [put("request", "乙"), put("personName", "王")],
    [
      { k: "resolve", ...at, f: "request", over: [A, B], choose: "", new: "丙" },
      { k: "resolve", ...at, f: "personName", over: [A, B], choose: A, new: "李" },
    ],
  ],
  "a lane is resolved by a step that is no head any more": [
    [step("received", "", [])],
    [step("granted", "received", [A])],
    [step("denied", "received", [A])],
    [{ k: "resolve", ...at, f: "@application", over: [B, C], choose: A, new: null }],
  ],
  "a lane without the chosen step is not resolved, and the record is not touched": [
    [put("request", "甲")],
    [{ k: "resolve", ...at, f: "@application", over: [A], choose: A, new: null }],
  ],
  "a step named as replaced before it arrives is no head, and stays in the line": [
    [step("granted", "received", [B])],
    [step("received", "", [])],
  ],
  "two steps of one lane in one op: the second stands, in the place of the first": [
    [step("received", "", [])],
    [step("granted", "received", [A]), step("denied", "received", [A])],
  ],
  "a step that clears a fact of an earlier step, or a written one": [
    [put("decision", "DENY"), put("request", "甲"), step("granted", "", [])],
    [{ ...step("reopened", "granted", [A]), facts: { decision: null, request: null } }],
  ],
  "every change of a known kind counts, also one that leaves nothing to see": [
    [put("request", "甲")],
    [{ k: "drop", ...at, f: "materials", els: [] }],
  ],
  "a group that is no group shows nothing": [[put("#proxy", "王"), put("request", "甲")]],
  "records are sorted by kind and then id, by code units": [
    [
      { ...put("request", "甲"), id: "b" },
      { ...put("request", "甲"), id: "B" },
      { ...put("request", "甲"), t: "aid", id: "z" },
      { ...put("request", "甲"), t: "AidFile", id: "a" },
    ],
  ],
  "an op without effect is passed over": [
    [put("request", "甲")],
    "role-forbids",
    [put("request", "丙", [A, B])],
    [put("request", "丁", [D])],
  ],
  "a destroyed record keeps its entry and takes nothing more": [
    [put("request", "甲")],
    [step("granted", "", [])],
    [purge([A, B])],
    late,
    [purge([D])],
  ],
  "the same book, its destroyed ops without their payload": [[], [], [purge([A, B])], [], [purge([D])]],
};
