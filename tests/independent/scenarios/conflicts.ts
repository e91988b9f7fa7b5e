import { deepEqual, equal } from "node:assert/strict";
import type { Clerk, Scenario } from "../office.ts";
import { begun, ID, syncAll } from "./moves.ts";

/* After PouchDB's conflict and merge suites: what becomes of writes that did not know of each other. */

const headsEverywhere = async (clerks: readonly Clerk[], expected: readonly string[]): Promise<void> => {
  for (const clerk of clerks) deepEqual(await clerk.heads(ID, "caseFacts"), expected);
};

export const CONFLICTS: readonly Scenario[] = [
  {
    title:
      "two desks write one field without knowing of each other: both values stay, the one booked first is shown",
    play: async (office) => {
      const [ann, ben, cai] = await begun(office);
      await ann.edit(ID, { caseFacts: "甲" });
      await ben.edit(ID, { caseFacts: "乙" });
      await syncAll(ann, ben, ann, cai);
      await headsEverywhere([ann, ben, cai], ["甲", "乙"]);
      equal((await ben.shown(ID)).caseFacts, "甲");
      deepEqual(await cai.disputes(ID), ["caseFacts"]);
    },
  },
  {
    title: "who syncs first decides what is shown, not who wrote first",
    play: async (office) => {
      const [ann, ben, cai] = await begun(office);
      await ann.edit(ID, { caseFacts: "甲" });
      office.wait(3600_000);
      await ben.edit(ID, { caseFacts: "乙" });
      await syncAll(ben, ann, ben, cai);
      await headsEverywhere([ann, ben, cai], ["乙", "甲"]);
    },
  },
  {
    title: "a write made from an older state than the book's replaces only what its author saw",
    play: async (office) => {
      const [ann, ben] = await begun(office);
      await ann.edit(ID, { caseFacts: "二" });
      await ann.edit(ID, { caseFacts: "三" });
      await ann.sync();
      await ben.edit(ID, { caseFacts: "另" });
      await syncAll(ben, ann);
      await headsEverywhere([ann, ben], ["三", "另"]);
    },
  },
  {
    title: "an author who was several versions behind does not bring an old value back",
    play: async (office) => {
      const [ann, ben] = await begun(office);
      for (const caseFacts of ["二", "三", "四", "五"]) {
        await ann.edit(ID, { caseFacts });
        await ann.sync();
      }
      await ben.edit(ID, { caseFacts: "另" });
      await syncAll(ben, ann);
      const heads = await ann.heads(ID, "caseFacts");
      deepEqual(heads, ["五", "另"]);
    },
  },
  {
    title: "the same value entered at two desks is one value: no conflict",
    play: async (office) => {
      const [ann, ben, cai] = await begun(office);
      await ann.edit(ID, { caseFacts: "同" });
      await ben.edit(ID, { caseFacts: "同" });
      await syncAll(ann, ben, ann, cai);
      for (const clerk of [ann, ben, cai]) {
        deepEqual(await clerk.disputes(ID), []);
        equal((await clerk.shown(ID)).caseFacts, "同");
      }
      // and whoever writes next replaces both
      equal(await cai.edit(ID, { caseFacts: "后" }), "saved");
      await syncAll(cai, ann);
      deepEqual(await ann.heads(ID, "caseFacts"), ["后"]);
    },
  },
  {
    title: "three desks, three values: three heads, in one order everywhere",
    play: async (office) => {
      const clerks = await begun(office);
      const [ann, ben, cai] = clerks;
      await ann.edit(ID, { caseFacts: "甲" });
      await ben.edit(ID, { caseFacts: "乙" });
      await cai.edit(ID, { caseFacts: "丙" });
      await syncAll(cai, ann, ben, cai, ann);
      await headsEverywhere(clerks, ["丙", "甲", "乙"]);
    },
  },
  {
    title: "however long a line grows offline, the line booked first stays the shown one",
    play: async (office) => {
      const [ann, ben] = await begun(office);
      await ann.edit(ID, { caseFacts: "短" });
      for (let version = 1; version <= 9; version += 1) await ben.edit(ID, { caseFacts: `长${version}` });
      await syncAll(ann, ben, ann);
      await headsEverywhere([ann, ben], ["短", "长9"]);
    },
  },
  {
    title: "many versions from one ancestor leave one head per desk, not one per version",
    play: async (office) => {
      const clerks = await begun(office);
      for (let version = 1; version <= 12; version += 1)
        for (const [at, clerk] of clerks.entries()) await clerk.edit(ID, { caseFacts: `${at}-${version}` });
      await syncAll(...clerks, ...clerks);
      await headsEverywhere(clerks, ["0-12", "1-12", "2-12"]);
    },
  },
  {
    title: "one desk empties a field while another edits it: the empty value and the edit both stay",
    play: async (office) => {
      const [ann, ben] = await begun(office);
      await ann.edit(ID, { caseFacts: null });
      await ben.edit(ID, { caseFacts: "补" });
      await syncAll(ann, ben, ann);
      for (const clerk of [ann, ben]) {
        deepEqual(await clerk.heads(ID, "caseFacts"), [null, "补"]);
        deepEqual(await clerk.disputes(ID), ["caseFacts"]);
      }
    },
  },
  {
    title: "both desks empty the same field: they agree",
    play: async (office) => {
      const [ann, ben] = await begun(office);
      await ann.edit(ID, { caseFacts: null });
      await ben.edit(ID, { caseFacts: null });
      await syncAll(ann, ben, ann);
      for (const clerk of [ann, ben]) {
        deepEqual(await clerk.disputes(ID), []);
        equal((await clerk.shown(ID)).caseFacts, undefined);
      }
    },
  },
  {
    title: "what was emptied may be filled again, as an ordinary edit",
    play: async (office) => {
      const [ann, ben] = await begun(office);
      await ann.edit(ID, { caseFacts: null });
      await syncAll(ann, ben);
      equal(await ben.edit(ID, { caseFacts: "又" }), "saved");
      await syncAll(ben, ann);
      await headsEverywhere([ann, ben], ["又"]);
      deepEqual(await ann.disputes(ID), []);
    },
  },
  {
    title: "different fields of one file merge without any conflict",
    play: async (office) => {
      const [ann, ben, cai] = await begun(office);
      await ann.edit(ID, { request: "请求" });
      await ben.edit(ID, { proxyPhone: "0886-3210000" });
      await syncAll(ann, ben, ann, cai);
      for (const clerk of [ann, ben, cai]) {
        const { request, proxyPhone, caseFacts } = await clerk.shown(ID);
        deepEqual([request, proxyPhone, caseFacts], ["请求", "0886-3210000", "起"]);
        deepEqual(await clerk.disputes(ID), []);
      }
    },
  },
  {
    title: "fields that belong together conflict as one: no mixture of two people's entries is ever shown",
    play: async (office) => {
      const [ann, ben] = await begun(office);
      await ann.edit(ID, { proxyName: "某甲", proxyCertNo: "证一" });
      await ben.edit(ID, { proxyName: "某乙" });
      await syncAll(ann, ben, ann);
      for (const clerk of [ann, ben]) {
        deepEqual(await clerk.disputes(ID), ["#proxy"]);
        const { proxyName, proxyCertNo } = await clerk.shown(ID);
        deepEqual([proxyName, proxyCertNo], ["某甲", "证一"]);
        const heads = (await clerk.heads(ID, "#proxy")) as readonly {
          proxyName: string;
          proxyCertNo: unknown;
        }[];
        deepEqual(
          heads.map((head) => [head.proxyName, head.proxyCertNo]),
          [
            ["某甲", "证一"],
            ["某乙", null],
          ],
        );
      }
    },
  },
  {
    title: "the same file opened at two desks is one file, and neither opening is lost",
    play: async ({ clerks: [ann, ben, cai] }) => {
      equal(await ann.put("file-same", { caseFacts: "甲", request: "一" }), "saved");
      equal(await ben.put("file-same", { caseFacts: "乙", personName: "某乙" }), "saved");
      await syncAll(ann, ben, ann, cai);
      for (const clerk of [ann, ben, cai]) {
        deepEqual(await clerk.heads("file-same", "caseFacts"), ["甲", "乙"]);
        const { request, personName } = await clerk.shown("file-same");
        deepEqual([request, personName], ["一", "某乙"]);
      }
    },
  },
];
