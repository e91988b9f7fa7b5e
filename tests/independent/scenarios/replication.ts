import { deepEqual, equal, ok } from "node:assert/strict";
import type { Clerk, Mishap, Office, Scenario } from "../office.ts";
import { areEqual, ID, syncAll } from "./moves.ts";

/* After PouchDB's replication, sync and retry suites: what one desk wrote arrives everywhere, once, whatever the line does. */

const ownOps = ({ book }: Office, { feed }: Clerk): number => book().filter((op) => op.feed === feed).length;

/** A mishap meets the request that carries the work, and whatever is asked next. */
const surviving = (mishap: Mishap, words: string): Scenario => ({
  title: `${words}: the work arrives once, and the desk claims nothing before that`,
  play: async (office) => {
    const [ann, ben, cai] = office.clerks;
    await syncAll(ann);
    await ann.put(ID, { caseFacts: "甲" });
    const before = ownOps(office, ann);
    office.mishaps(mishap, mishap, mishap);
    for (let turn = 0; turn < 6; turn += 1) {
      await ann.sync(1);
      const isBooked = ownOps(office, ann) > before;
      if (!isBooked)
        equal((await ann.status()).waiting, 1, "nothing is booked, and the desk no longer waits");
    }
    await syncAll(ann);
    await office.late();
    await syncAll(ann, ben, cai);
    equal(ownOps(office, ann), before + 1);
    equal((await cai.shown(ID)).caseFacts, "甲");
    await areEqual(office);
  },
});

export const REPLICATION: readonly Scenario[] = [
  {
    title: "what one desk wrote is at every other desk after one sync of each",
    play: async (office) => {
      const [ann, ben, cai] = office.clerks;
      for (const at of [1, 2, 3]) await ann.put(`file-000${at}`, { caseFacts: `案${at}` });
      await syncAll(ann, ben, cai);
      for (const clerk of [ben, cai])
        for (const at of [1, 2, 3]) equal((await clerk.shown(`file-000${at}`)).caseFacts, `案${at}`);
      await areEqual(office);
    },
  },
  {
    title: "both sides have news: one sync carries both ways",
    play: async (office) => {
      const [ann, ben] = office.clerks;
      await ann.put("file-000a", { caseFacts: "甲" });
      await ann.sync();
      await ben.put("file-000b", { caseFacts: "乙" });
      await ben.sync();
      equal((await ben.shown("file-000a")).caseFacts, "甲");
      await ann.sync();
      equal((await ann.shown("file-000b")).caseFacts, "乙");
    },
  },
  {
    title: "nothing to say: a sync books nothing, moves nothing, and comes to rest proven",
    play: async (office) => {
      await syncAll(...office.clerks, ...office.clerks);
      const [book, before] = [office.book().length, await office.clerks[0].status()];
      await syncAll(...office.clerks, ...office.clerks);
      equal(office.book().length, book);
      deepEqual(await office.clerks[0].status(), before);
      ok(before.isProven);
    },
  },
  {
    title: "a file handed on and changed three times from desk to desk has one line and no conflict",
    play: async (office) => {
      const [ann, ben, cai] = office.clerks;
      await ann.put(ID, { caseFacts: "一" });
      await syncAll(ann, ben);
      await ben.edit(ID, { caseFacts: "二" });
      await syncAll(ben, cai);
      await cai.edit(ID, { caseFacts: "三" });
      await syncAll(cai, ann);
      await ann.edit(ID, { caseFacts: "四" });
      await syncAll(ann, ben, cai);
      for (const clerk of office.clerks) deepEqual(await clerk.heads(ID, "caseFacts"), ["四"]);
    },
  },
  {
    title: "a desk sees its own unsent work at once, on top of the book, and nobody else does",
    play: async ({ clerks: [ann, ben] }) => {
      await ann.put(ID, { caseFacts: "起" });
      await syncAll(ann, ben);
      await ann.edit(ID, { caseFacts: "未报" });
      equal((await ann.shown(ID)).caseFacts, "未报");
      await ben.sync();
      equal((await ben.shown(ID)).caseFacts, "起");
    },
  },
  {
    title: "a long book comes page by page without a hole",
    play: async (office) => {
      const [ann, ben] = office.clerks;
      await ann.put(ID);
      for (let at = 0; at < 160; at += 1) await ann.edit(ID, { caseFacts: `第${at}稿` });
      await syncAll(ann, ben);
      deepEqual(
        office.book().map(({ seq }) => seq),
        office.book().map((_, at) => at + 1),
      );
      equal((await ben.status()).cursor, office.book().length);
      equal((await ben.shown(ID)).caseFacts, "第159稿");
    },
  },
  surviving("lostRequest", "the request is lost"),
  surviving("lostReply", "the answer is lost"),
  surviving("twice", "every request arrives twice"),
  surviving("parallel", "every request arrives twice at the same moment"),
  surviving("laterAgain", "a copy of the request arrives long after"),
  surviving("cutRequest", "the request is cut short"),
  surviving("cutReply", "the answer is cut short"),
  surviving("wrongReply", "the answer is altered on the way"),
  surviving("staleReply", "an old answer is served from a cache"),
  surviving("portal", "a log-in page answers instead"),
  surviving("busy", "the province is busy"),
];
