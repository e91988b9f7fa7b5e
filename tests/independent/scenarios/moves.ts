import { deepEqual, equal } from "node:assert/strict";
import type { Clerk, Office } from "../office.ts";

/** One desk after the other syncs until it rests; in this order, again when named again. */
export const syncAll = async (...clerks: readonly Clerk[]): Promise<void> => {
  for (const clerk of clerks) equal(await clerk.sync(), true, "a sync that does not come to rest");
};

/** The file that most stories are about. */
export const ID = "file-0001";

/** The file is known at all three desks with the value “起”. */
export const begun = async (office: Office): Promise<Office["clerks"]> => {
  const [ann, ben, cai] = office.clerks;
  equal(await ann.put(ID, { caseFacts: "起" }), "saved");
  await syncAll(ann, ben, cai);
  return [ann, ben, cai];
};

/** Everybody has everything: equal hashes at all desks and of the book, nothing waiting. */
export const areEqual = async (office: Office): Promise<void> => {
  const hash = await office.bookHash();
  for (const clerk of office.clerks) {
    equal(await clerk.hash(), hash);
    deepEqual((await clerk.status()).waiting, 0);
  }
};
