import { z } from "zod";
import { type EnrolRequest, enrolRequest } from "../../shared/api/syncApi.ts";
import type { Keys } from "../identity/keys.ts";
import type { Birth } from "../identity/newVault.ts";
import type { Vault } from "../identity/vault.ts";
import { deriveKey, seal, unseal } from "../seal.ts";

const carried = z.strictObject({ centerKey: z.string(), enrol: enrolRequest });

/** An enrolment by file that is under way: whose center it is, and what this desk asks of it. */
export type Carried = { readonly centerKey: string; readonly enrol: EnrolRequest };

const PURPOSE = "carried enrolment";

/** Sealed for the vault: the code inside is good for enrolling a desk. */
export const sealCarried = ({ dataKey }: Pick<Birth, "dataKey">, what: Carried): string =>
  seal(deriveKey(dataKey, PURPOSE), Buffer.from(JSON.stringify(what), "utf8"), PURPOSE).toString("base64");

/** The enrolment that is under way; undefined when there is none. */
export const carriedIn = (vault: Vault, { dataKey }: Keys): Carried | undefined => {
  if (vault.carried === undefined) return undefined;
  const plain = unseal(deriveKey(dataKey, PURPOSE), Buffer.from(vault.carried, "base64"), PURPOSE);
  return plain && carried.safeParse(JSON.parse(plain.toString("utf8"))).data;
};

/** The key of the center this desk reports to, by network or by file; undefined when it has none. */
export const centerKeyOf = (vault: Vault, keys: Keys): string | undefined =>
  vault.center?.centerKey ?? carriedIn(vault, keys)?.centerKey;
