import type { MetaRow } from "../../renderer/data/deskDb.ts";

/** As much of a desk's table of facts as reading and writing them asks of it, over a map the test can look into. */
export const aMetaTable = (facts: Map<string, unknown>) => ({
  toArray: async () => [...facts].map(([key, value]) => ({ key, value })),
  bulkPut: async (rows: readonly MetaRow[]) => {
    for (const { key, value } of rows) facts.set(key, value);
  },
});
