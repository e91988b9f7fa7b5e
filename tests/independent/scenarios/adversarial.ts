import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import type { Office, Scenario } from "../office.ts";
import { ID, syncAll } from "./moves.ts";

/* After Actual Budget's adversarial and deferred sync cases: clocks, versions, poison, copies of disks. */

const YEARS = 10 * 365 * 24 * 3600_000;
const agree = async (office: Office): Promise<void> => deepEqual(await office.settle(), []);

const VALUES: readonly (readonly [string, string])[] = [
  ["quotes, backslashes and line breaks", "\"引号\" 'q' \\ \n\t第二行"],
  ["characters beyond the basic plane", "𠮷野家 😀 中"],
  ["what looks like a statement of a database", "'; drop table op; --"],
  ["what looks like markup", "<script>alert(1)</script> & ]]>"],
  ["names that poison objects, as values", "__proto__ constructor"],
  ["two spellings that look like one", "\u1e0d\u0307 \u0064\u0323\u0307"],
  ["a very long text", "长".repeat(2_000)],
];

export const ADVERSARIAL: readonly Scenario[] = [
  {
    title: "the desk that saw the other's write replaces it, though its clock is ten years behind",
    play: async (office) => {
      const [ann, ben] = office.clerks;
      await ann.put(ID, { caseFacts: "早" });
      await syncAll(ann, ben);
      office.clock(ben, -YEARS);
      equal(await ben.edit(ID, { caseFacts: "晚" }), "saved");
      await syncAll(ben, ann);
      deepEqual(await ann.heads(ID, "caseFacts"), ["晚"]);
      await agree(office);
    },
  },
  {
    title: "a clock ten years ahead wins nothing: the other's later write, which saw it, replaces it",
    play: async (office) => {
      const [ann, ben] = office.clerks;
      office.clock(ann, YEARS);
      await ann.put(ID, { caseFacts: "来自将来" });
      await syncAll(ann, ben);
      await ben.edit(ID, { caseFacts: "现在" });
      await syncAll(ben, ann);
      deepEqual(await ann.heads(ID, "caseFacts"), ["现在"]);
    },
  },
  {
    title: "a clock that jumps back between two writes of one desk changes nothing about their order",
    play: async (office) => {
      const [ann, ben] = office.clerks;
      await ann.put(ID, { caseFacts: "一" });
      office.clock(ann, -YEARS);
      await ann.edit(ID, { caseFacts: "二" });
      office.clock(ann, YEARS);
      await ann.edit(ID, { caseFacts: "三" });
      await syncAll(ann, ben);
      deepEqual(await ben.heads(ID, "caseFacts"), ["三"]);
      await agree(office);
    },
  },
  {
    title: "the same words at the same instant at two desks are two ops, and one value",
    play: async (office) => {
      const [ann, ben] = office.clerks;
      await ann.put(ID, { caseFacts: "起" });
      await syncAll(ann, ben);
      const before = office.book().length;
      await ann.edit(ID, { caseFacts: "同" });
      await ben.edit(ID, { caseFacts: "同" });
      await syncAll(ann, ben, ann);
      equal(office.book().length, before + 2);
      deepEqual(await ann.disputes(ID), []);
    },
  },
  {
    title:
      "a value entered and emptied before the next sync is never seen elsewhere, and both ops are in the book",
    play: async (office) => {
      const [ann, ben] = office.clerks;
      await ann.put(ID, { caseFacts: "起" });
      await syncAll(ann, ben);
      const before = office.book().length;
      await ann.edit(ID, { request: "误填" });
      await ann.edit(ID, { request: null });
      await syncAll(ann, ben);
      equal((await ben.shown(ID)).request, undefined);
      equal(office.book().length, before + 2);
    },
  },
  ...VALUES.map(
    ([what, value]): Scenario => ({
      title: `${what} arrive as they were typed`,
      play: async (office) => {
        const [ann, ben] = office.clerks;
        equal(await ann.put(ID, { caseFacts: value }), "saved");
        await syncAll(ann, ben);
        office.wipe(ben);
        await syncAll(ben);
        equal((await ben.shown(ID)).caseFacts, value);
      },
    }),
  ),
  {
    title:
      "weeks without a line at three desks: all of it is drained, each conflict stands once, and every hash is the same",
    play: async (office) => {
      const clerks = office.clerks;
      const files = Array.from({ length: 10 }, (_, at) => `file-w00${at}`);
      for (const id of files) await clerks[0].put(id, { caseFacts: "起" });
      await syncAll(...clerks);
      for (const [at, clerk] of clerks.entries())
        for (const [no, id] of files.entries()) {
          office.wait(3600_000);
          await clerk.edit(id, {
            [no < 6 ? "caseFacts" : `${["request", "proxyPhone", "proxyProof"][at]}`]: `${at}/${no}`,
          });
          await clerk.addRow(id, `材料${at}`);
        }
      await syncAll(...clerks, ...clerks);
      const hash = await office.bookHash();
      for (const clerk of clerks) {
        equal(await clerk.hash(), hash);
        const open = [];
        for (const id of files) open.push(...(await clerk.disputes(id)));
        equal(open.length, 6);
        for (const id of files) equal((await clerk.rows(id)).length, 3);
      }
    },
  },
  {
    title:
      "a disk that was put back to an earlier day and written on: both branches are kept, and the desk is told",
    play: async (office) => {
      const [ann, ben] = office.clerks;
      await ann.put(ID, { caseFacts: "起" });
      await ann.sync();
      const putBack = office.image(ann);
      await ann.edit(ID, { caseFacts: "第一支" });
      await syncAll(ann, ben);
      putBack();
      equal(await ann.edit(ID, { caseFacts: "第二支" }), "saved");
      await ann.sync(8);
      equal(office.held(), 1);
      ok((await ann.status()).alarm);
      equal((await ben.shown(ID)).caseFacts, "第一支");
      await agree(office);
      deepEqual([...(await ben.heads(ID, "caseFacts"))].sort(), ["第一支", "第二支"]);
    },
  },
  {
    title: "a stopped desk's work is kept outside the book, and the others go on",
    play: async (office) => {
      const [ann, ben, cai] = office.clerks;
      await ann.put(ID, { caseFacts: "起" });
      await syncAll(ann, ben, cai);
      await office.revoke(ben);
      const before = office.book().length;
      await ben.edit(ID, { caseFacts: "停用后" });
      await ben.sync(6);
      await cai.edit(ID, { request: "如常" });
      await syncAll(cai, ann);
      equal(office.book().length, before + 1);
      deepEqual(await ann.heads(ID, "caseFacts"), ["起"]);
    },
  },
  {
    title: "a desk says “in sync” only when the book has its work and it has the book",
    play: async (office) => {
      const [ann, ben] = office.clerks;
      await syncAll(ann, ben);
      await ann.put(ID, { caseFacts: "甲" });
      const unsent = await ann.status();
      equal(unsent.waiting, 1);
      await ben.put("file-0002", { caseFacts: "乙" });
      await ben.sync();
      notEqual((await ann.status()).cursor, office.book().length);
      await ann.sync();
      const { waiting, cursor } = await ann.status();
      deepEqual([waiting, cursor], [0, office.book().length]);
    },
  },
];
