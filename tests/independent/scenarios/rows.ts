import { deepEqual, equal } from "node:assert/strict";
import type { Scenario } from "../office.ts";
import { begun, ID, syncAll } from "./moves.ts";

/* Lists: every row is a thing of its own. */

export const ROWS: readonly Scenario[] = [
  {
    title: "rows added at two desks are all there",
    play: async (office) => {
      const [ann, ben, cai] = await begun(office);
      await ann.addRow(ID, "申请表");
      await ben.addRow(ID, "身份证");
      await ben.addRow(ID, "申请表");
      await syncAll(ann, ben, ann, cai);
      for (const clerk of [ann, ben, cai])
        deepEqual(await clerk.rows(ID), ["申请表", "申请表", "身份证"].sort());
    },
  },
  {
    title: "a row removed at one desk and a row added at another: the one goes, the other stays",
    play: async (office) => {
      const [ann, ben] = await begun(office);
      await ann.addRow(ID, "旧");
      await syncAll(ann, ben);
      await ann.dropRow(ID, "旧");
      await ben.addRow(ID, "新");
      await syncAll(ann, ben, ann);
      for (const clerk of [ann, ben]) deepEqual(await clerk.rows(ID), ["新"]);
    },
  },
  {
    title: "a row removed at two desks is removed once, and nobody is troubled",
    play: async (office) => {
      const [ann, ben] = await begun(office);
      await ann.addRow(ID, "旧");
      await syncAll(ann, ben);
      equal(await ann.dropRow(ID, "旧"), "saved");
      equal(await ben.dropRow(ID, "旧"), "saved");
      await syncAll(ann, ben, ann);
      for (const clerk of [ann, ben]) deepEqual(await clerk.rows(ID), []);
      deepEqual(await office.settle(), []);
    },
  },
  {
    title: "a removal hits only the rows its author saw: one of the same words that came meanwhile stays",
    play: async (office) => {
      const [ann, ben] = await begun(office);
      await ann.addRow(ID, "申请表");
      await syncAll(ann, ben);
      await ben.addRow(ID, "申请表");
      await ann.dropRow(ID, "申请表");
      await syncAll(ben, ann, ben);
      for (const clerk of [ann, ben]) deepEqual(await clerk.rows(ID), ["申请表"]);
    },
  },
];
