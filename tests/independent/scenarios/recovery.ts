import { deepEqual, equal, notEqual } from "node:assert/strict";
import type { Scenario } from "../office.ts";
import { areEqual, ID, syncAll } from "./moves.ts";

/* After PouchDB's retry and checkpoint suites: deaths, restarts, lost databases, backups, lost rights. */

export const RECOVERY: readonly Scenario[] = [
  {
    title: "a desk that dies in the middle of a sync goes on where it was, wherever it died",
    play: async (office) => {
      const [ann, ben] = office.clerks;
      await ann.put(ID, { caseFacts: "甲" });
      await ann.sync();
      for (const ports of [3, 9, 17, 30, 55, 90]) {
        await ben.edit(ID, { caseFacts: `乙${ports}` }).catch(() => "never known");
        office.doom(ben, ports);
        await ben.sync(20);
        office.off(ben, "power");
      }
      deepEqual(await office.settle(), []);
      await areEqual(office);
    },
  },
  {
    title: "the province's program restarts between any two requests: nothing is lost or booked twice",
    play: async (office) => {
      const [ann, ben] = office.clerks;
      for (let at = 0; at < 12; at += 1) {
        await ann.put(`file-00${at + 10}`, { caseFacts: `案${at}` });
        await ann.sync(1);
        office.restartCenter();
      }
      await syncAll(ann, ben);
      const hashes = office.book().map(({ h }) => h);
      equal(new Set(hashes).size, hashes.length);
      await areEqual({ ...office, clerks: [ann, ben, ann] });
    },
  },
  {
    title:
      "a desk whose database is gone takes the whole book again, with every conflict in it, and its own unsent work",
    play: async (office) => {
      const [ann, ben] = office.clerks;
      await ann.put(ID, { caseFacts: "起" });
      await syncAll(ann, ben);
      await ann.edit(ID, { caseFacts: "甲" });
      await ben.edit(ID, { caseFacts: "乙" });
      await syncAll(ann, ben);
      await ben.edit(ID, { request: "未报" });
      office.wipe(ben);
      equal((await ben.shown(ID)).request, "未报");
      await syncAll(ben, ann);
      deepEqual(await ben.heads(ID, "caseFacts"), ["甲", "乙"]);
      equal((await ann.shown(ID)).request, "未报");
    },
  },
  {
    title:
      "the province comes back from an old backup: what it had confirmed and lost comes back from the desks, in the old order",
    play: async (office) => {
      const [ann, ben, cai] = office.clerks;
      await ann.put(ID, { caseFacts: "起" });
      await syncAll(ann, ben, cai);
      office.backUpCenter();
      await ann.edit(ID, { caseFacts: "甲" });
      await ben.edit(ID, { caseFacts: "乙" });
      await syncAll(ann, ben, ann, cai);
      const lost = office.book().map(({ h }) => h);
      office.restoreCenter();
      deepEqual(await office.settle(), []);
      const now = new Set(office.book().map(({ h }) => h));
      const mine = lost.filter((h) => now.has(h));
      equal(mine.length, lost.length, "an op that was in the book is not any more");
      for (const clerk of office.clerks) deepEqual(await clerk.heads(ID, "caseFacts"), ["甲", "乙"]);
      await areEqual(office);
    },
  },
  {
    title:
      "the province comes back from an old backup and the desk that wrote has lost its database too: its journal has everything",
    play: async (office) => {
      const [ann, ben] = office.clerks;
      office.backUpCenter();
      await ann.put(ID, { caseFacts: "甲" });
      await ann.sync();
      office.restoreCenter();
      office.wipe(ann);
      deepEqual(await office.settle(), []);
      equal((await ben.shown(ID)).caseFacts, "甲");
    },
  },
  {
    title:
      "what somebody wrote after losing the right is booked without effect, is nobody's loss, and holds nobody up",
    play: async (office) => {
      const [ann, ben, cai] = office.clerks;
      await ann.put(ID, { caseFacts: "起" });
      await syncAll(ann, ben, cai);
      equal(await office.roles(ann, ben, []), "saved");
      await ann.sync();
      equal(await ben.edit(ID, { caseFacts: "越权" }), "saved");
      equal(await cai.edit(ID, { request: "如常" }), "saved");
      await syncAll(ben, cai, ann);
      const refused = office.book().filter(({ verdict }) => verdict !== "ok");
      deepEqual(
        refused.map(({ feed, verdict }) => [feed === ben.feed, verdict]),
        [[true, "role-forbids"]],
      );
      for (const clerk of office.clerks) {
        await clerk.sync();
        const { caseFacts, request } = await clerk.shown(ID);
        deepEqual([caseFacts, request], ["起", "如常"]);
      }
      await areEqual(office);
    },
  },
  {
    title: "two desks sync at the same moment: every op has its own number, and nobody misses one",
    play: async (office) => {
      const [ann, ben] = office.clerks;
      for (let round = 0; round < 8; round += 1) {
        await ann.put(`file-a0${round}0`, { caseFacts: "甲" });
        await ben.put(`file-b0${round}0`, { caseFacts: "乙" });
        await office.together(ann, ben);
      }
      deepEqual(await office.settle(), []);
      equal(new Set(office.book().map(({ seq }) => seq)).size, office.book().length);
      await areEqual(office);
    },
  },
  {
    title: "work done while a sync is under way is carried by the next one, not forgotten",
    play: async (office) => {
      const [ann, ben] = office.clerks;
      await ann.put(ID, { caseFacts: "一" });
      await ann.sync(2);
      await ann.edit(ID, { caseFacts: "二" });
      await ann.sync(1);
      await ann.edit(ID, { caseFacts: "三" });
      notEqual((await ann.status()).waiting, 0);
      await syncAll(ann, ben);
      equal((await ben.shown(ID)).caseFacts, "三");
    },
  },
];
