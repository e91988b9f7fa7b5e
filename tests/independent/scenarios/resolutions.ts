import { deepEqual, equal } from "node:assert/strict";
import type { Clerk, Office, Scenario } from "../office.ts";
import { ID, syncAll } from "./moves.ts";

/* How conflicts end: by a named person who saw every value, and in no other way. */

const ASK = "ask-0001";

/** Two values stand against each other, and all three desks know of both. */
const inConflict = async ({ clerks: [ann, ben, cai] }: Office): Promise<Office["clerks"]> => {
  await ann.put(ID, { caseFacts: "起" });
  await syncAll(ann, ben, cai);
  await ann.edit(ID, { caseFacts: "甲" });
  await ben.edit(ID, { caseFacts: "乙" });
  await syncAll(ann, ben, ann, cai);
  return [ann, ben, cai];
};
/** A consultation that two desks turned into different files. */
const contested = async ({ clerks: [ann, ben, cai] }: Office): Promise<Office["clerks"]> => {
  equal(await ann.ask(ASK), "saved");
  await syncAll(ann, ben, cai);
  equal(await ann.step(ASK, "convert", { fileId: "file-a-0001" }), "saved");
  equal(await ben.step(ASK, "convert", { fileId: "file-b-0001" }), "saved");
  await syncAll(ann, ben, ann, cai);
  return [ann, ben, cai];
};
const isSettledOn = async (clerks: readonly Clerk[], value: string): Promise<void> => {
  for (const clerk of clerks) {
    deepEqual(await clerk.disputes(ID), []);
    equal((await clerk.shown(ID)).caseFacts, value);
  }
};

export const RESOLUTIONS: readonly Scenario[] = [
  {
    title: "a field in conflict takes no ordinary edit, at any desk, and a refused edit leaves no trace",
    play: async (office) => {
      const clerks = await inConflict(office);
      const before = office.book().length;
      for (const clerk of clerks) equal(await clerk.edit(ID, { caseFacts: "插" }), "field-in-conflict");
      await syncAll(...clerks);
      equal(office.book().length, before);
      deepEqual(await clerks[2].heads(ID, "caseFacts"), ["甲", "乙"]);
    },
  },
  {
    title: "a conflict on one field leaves the rest of the file free to work on",
    play: async (office) => {
      const [ann, ben] = await inConflict(office);
      equal(await ann.edit(ID, { request: "续" }), "saved");
      equal(await ben.addRow(ID, "申请表"), "saved");
      await syncAll(ann, ben, ann);
      equal((await ben.shown(ID)).request, "续");
      deepEqual(await ann.disputes(ID), ["caseFacts"]);
    },
  },
  {
    title: "a person chooses one value: the conflict is over at every desk",
    play: async (office) => {
      const clerks = await inConflict(office);
      equal(await clerks[2].resolve(ID, "caseFacts", 1), "saved");
      await syncAll(clerks[2], clerks[0], clerks[1]);
      await isSettledOn(clerks, "乙");
    },
  },
  {
    title: "a person may settle on a third value",
    play: async (office) => {
      const clerks = await inConflict(office);
      equal(await clerks[0].resolve(ID, "caseFacts", { value: "丙" }), "saved");
      await syncAll(...clerks);
      await isSettledOn(clerks, "丙");
    },
  },
  {
    title: "a conflict that is over is refused a second resolution",
    play: async (office) => {
      const [ann, ben] = await inConflict(office);
      await ann.resolve(ID, "caseFacts", 0);
      await syncAll(ann, ben);
      equal(await ben.resolve(ID, "caseFacts", 0), "already-done");
    },
  },
  {
    title: "two people resolve differently: that is a conflict between them, about those two values only",
    play: async (office) => {
      const clerks = await inConflict(office);
      const [ann, ben, cai] = clerks;
      await ann.resolve(ID, "caseFacts", 0);
      await ben.resolve(ID, "caseFacts", 1);
      await syncAll(ann, ben, ann, cai);
      for (const clerk of clerks) deepEqual(await clerk.heads(ID, "caseFacts"), ["甲", "乙"]);
      equal(await cai.resolve(ID, "caseFacts", 1), "saved");
      await syncAll(cai, ann, ben);
      await isSettledOn(clerks, "乙");
    },
  },
  {
    title: "two people resolve alike: nothing is left to decide",
    play: async (office) => {
      const clerks = await inConflict(office);
      const [ann, ben, cai] = clerks;
      await ann.resolve(ID, "caseFacts", 1);
      await ben.resolve(ID, "caseFacts", 1);
      await syncAll(ann, ben, ann, cai);
      await isSettledOn(clerks, "乙");
    },
  },
  {
    title:
      "a value that the resolver never saw comes late: the conflict is open again, with that value in it",
    play: async (office) => {
      const [ann, ben, cai] = office.clerks;
      await ann.put(ID, { caseFacts: "起" });
      await syncAll(ann, ben, cai);
      for (const [at, clerk] of office.clerks.entries()) await clerk.edit(ID, { caseFacts: `值${at}` });
      await syncAll(ann, ben, ann);
      equal(await ann.resolve(ID, "caseFacts", 1), "saved");
      await syncAll(ann, cai, ann, ben);
      for (const clerk of [ann, ben, cai]) {
        deepEqual(await clerk.heads(ID, "caseFacts"), ["值1", "值2"]);
        deepEqual(await clerk.disputes(ID), ["caseFacts"]);
      }
    },
  },
  {
    title: "a conflict outlives every restart, a lost database and the center's restart",
    play: async (office) => {
      const clerks = await inConflict(office);
      for (const clerk of clerks) office.off(clerk, "power");
      office.wipe(clerks[1]);
      office.restartCenter();
      await syncAll(...clerks);
      for (const clerk of clerks) deepEqual(await clerk.heads(ID, "caseFacts"), ["甲", "乙"]);
    },
  },
  {
    title: "after a resolution the next edit is an ordinary one, and an edit beside it is a new conflict",
    play: async (office) => {
      const clerks = await inConflict(office);
      const [ann, ben, cai] = clerks;
      await ann.resolve(ID, "caseFacts", 0);
      await syncAll(ann, ben, cai);
      equal(await ben.edit(ID, { caseFacts: "丁" }), "saved");
      equal(await cai.edit(ID, { caseFacts: "戊" }), "saved");
      await syncAll(ben, cai, ann, ben);
      for (const clerk of clerks) deepEqual(await clerk.heads(ID, "caseFacts"), ["丁", "戊"]);
    },
  },
  {
    title:
      "two desks decide one procedure differently: it is contested at every desk, the decision booked first stands",
    play: async (office) => {
      for (const clerk of await contested(office)) {
        deepEqual(await clerk.disputes(ASK), ["@consultation"]);
        equal((await clerk.shown(ASK)).fileId, "file-a-0001");
      }
    },
  },
  {
    title: "two desks decide one procedure alike: one decision, nobody is asked",
    play: async ({ clerks: [ann, ben, cai] }) => {
      await ann.ask(ASK);
      await syncAll(ann, ben, cai);
      for (const clerk of [ann, ben])
        equal(await clerk.step(ASK, "convert", { fileId: "file-a-0001" }), "saved");
      await syncAll(ann, ben, ann, cai);
      for (const clerk of [ann, ben, cai]) deepEqual(await clerk.disputes(ASK), []);
    },
  },
  {
    title:
      "the head settles a contested procedure, and what the other decision said is gone from the file but not from the book",
    play: async (office) => {
      const [ann, ben, cai] = await contested(office);
      const before = office.book().length;
      equal(await cai.resolve(ASK, "@consultation", 1), "saved");
      await syncAll(cai, ann, ben);
      for (const clerk of [ann, ben, cai]) {
        deepEqual(await clerk.disputes(ASK), []);
        equal((await clerk.shown(ASK)).fileId, "file-b-0001");
      }
      equal(office.book().length, before + 1);
    },
  },
];
