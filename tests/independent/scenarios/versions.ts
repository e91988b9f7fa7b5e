import { deepEqual, equal, ok } from "node:assert/strict";
import type { Office, Scenario, Value } from "../office.ts";
import { ID, syncAll } from "./moves.ts";

/* After Actual Budget's cases of programs that do not know each other's fields, and of ops that nobody can take. */

const agree = async (office: Office): Promise<void> => deepEqual(await office.settle(), []);
const put = (f: string, value: Value, more: object = {}): Value =>
  ({ k: "put", t: "aidFile", id: ID, f, new: value, old: null, sup: [], ...more }) as unknown as Value;

export const VERSIONS: readonly Scenario[] = [
  {
    title: "a kind of change of a newer version is kept, handed on, and does not hold up what follows it",
    play: async (office) => {
      const [ann, ben, cai] = office.clerks;
      await ann.put(ID, { caseFacts: "起" });
      equal(await ann.write([{ k: "teleport", t: "aidFile", id: ID }], 99), "saved");
      await ann.edit(ID, { caseFacts: "后" });
      await syncAll(ann, ben, cai);
      const strange = office.book().filter(({ intent }) => intent === "test.strange");
      deepEqual(
        strange.map(({ verdict }) => verdict),
        ["ok"],
      );
      equal((await cai.shown(ID)).caseFacts, "后");
      await agree(office);
    },
  },
  {
    title:
      "a field that only a newer version knows travels to every desk, beside fields that everybody knows",
    play: async (office) => {
      const [ann, ben] = office.clerks;
      await ann.put(ID, { caseFacts: "起" });
      equal(await ann.write([put("fieldOfTomorrow", "明"), put("request", "今")], 99), "saved");
      await syncAll(ann, ben);
      deepEqual(await ben.heads(ID, "fieldOfTomorrow"), ["明"]);
      equal((await ben.shown(ID)).request, "今");
      await agree(office);
    },
  },
  {
    title:
      "two values of a field that only a newer version knows are a conflict like any other, until they are understood",
    play: async (office) => {
      const [ann, ben, cai] = office.clerks;
      await ann.put(ID, { caseFacts: "起" });
      await syncAll(ann, ben);
      await ann.write([put("fieldOfTomorrow", "甲")], 99);
      await ben.write([put("fieldOfTomorrow", "乙")], 99);
      await syncAll(ann, ben, ann, cai);
      for (const clerk of office.clerks) deepEqual(await clerk.heads(ID, "fieldOfTomorrow"), ["甲", "乙"]);
    },
  },
  {
    title: "this version itself cannot write a field that it does not know",
    play: async (office) => {
      const [ann] = office.clerks;
      await ann.put(ID, { caseFacts: "起" });
      equal(await ann.edit(ID, { fieldOfTomorrow: "x" }), "field-unknown");
      equal(await ann.edit(ID, { caseFacts: "好", 'a" , "b': "x" }), "field-unknown");
      equal((await ann.shown(ID)).caseFacts, "起");
    },
  },
  {
    title: "an unknown field written without saying that it is of a newer version is booked without effect",
    play: async (office) => {
      const [ann, ben] = office.clerks;
      await ann.put(ID, { caseFacts: "起" });
      await ann.write([put("order", "x")]);
      await ann.edit(ID, { request: "后" });
      await syncAll(ann, ben);
      deepEqual(
        office
          .book()
          .filter(({ verdict }) => verdict !== "ok")
          .map(({ verdict }) => verdict),
        ["field-unknown"],
      );
      deepEqual(await ben.heads(ID, "order"), []);
      equal((await ben.shown(ID)).request, "后");
      await agree(office);
    },
  },
  {
    title:
      "an op that no program can fold is set aside; everything before and after it takes effect everywhere",
    play: async (office) => {
      const [ann, ben, cai] = office.clerks;
      await ann.put(ID, { caseFacts: "前" });
      for (const poison of ["nonsense", [{ k: "put" }], [{ k: "add", t: "aidFile", id: ID }], [7]] as Value[])
        equal(await ann.write(poison), "saved");
      await ann.edit(ID, { caseFacts: "后" });
      await syncAll(ann, ben, cai);
      equal(office.book().filter(({ verdict }) => verdict === "quarantined").length, 4);
      equal((await cai.shown(ID)).caseFacts, "后");
      await agree(office);
    },
  },
  {
    title:
      "a write that names what it never saw as replaced makes that vanish when it comes, and nothing else",
    play: async (office) => {
      const [ann, ben] = office.clerks;
      await ann.put(ID, { caseFacts: "起" });
      await syncAll(ann, ben);
      await ann.edit(ID, { caseFacts: "甲" });
      await ben.write([put("caseFacts", "乙", { sup: ["0".repeat(64)] })]);
      await syncAll(ben, ann, ben);
      const heads = await ann.heads(ID, "caseFacts");
      ok(heads.includes("甲") && heads.includes("乙"), JSON.stringify(heads));
      await agree(office);
    },
  },
];
