import { type FactsOf, instant, longText, ref } from "./field.ts";

const open = { open: true } as const;
const PIPL_8 = "《个人信息保护法》第8条";

/**
 * 同一人认定: what a named person found about two files, that they are one person's or two persons'. Nothing of either
 * file changes: both ids stay, and the finding can be withdrawn. Its id is made of the two files (`pairIdOf`), so that
 * two desks that decide about the same two files write to the same record.
 */
export const SAME_PERSON = {
  fileId: ref("卷宗", "File", { ...open, source: PIPL_8 }),
  otherFileId: ref("另一卷宗", "Other file", { ...open, source: PIPL_8 }),
  findingReason: longText("认定理由", "Why", { max: 500, source: PIPL_8 }),
  foundAt: instant("认定时间", "Found at", open),
  finderId: ref("认定人", "Found by"),
} as const;

export type SamePersonFacts = FactsOf<typeof SAME_PERSON>;
