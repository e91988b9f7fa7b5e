import { enrolReply, ROUTES } from "../../shared/api/syncApi.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import type { Birth } from "../identity/newVault.ts";
import type { Vault } from "../identity/vault.ts";
import { centerAddress } from "./address.ts";
import { askCenter } from "./ask.ts";
import { enrolQuestion } from "./enrolQuestion.ts";

/** Where to enrol and as what. `bureau` is given by a desk that already has one. */
export type Enrolment = {
  readonly url: string;
  readonly code: string;
  readonly deskName: string;
  readonly bureau?: string;
};
/** What the center made of this desk. */
export type Enrolled = NonNullable<Vault["center"]> & { readonly bureau: string; readonly deskName: string };

/**
 * Enrols this desk's feed and key at a center with a single-use code, proving that it has the private half.
 * `insecure-address`, `code-invalid`, `wrong-bureau` when the code names another bureau, `center-unreachable`.
 */
export const enrolDesk = async (
  birth: Pick<Birth, "feed" | "publicKey" | "privateKey">,
  { url, code, deskName, bureau }: Enrolment,
): Promise<Result<Enrolled>> => {
  const base = centerAddress(url);
  if (!base.ok) return base;
  const question = enrolQuestion(birth, { code, deskName, bureau });
  const reply = await askCenter(`${base.value}${ROUTES.enrol}`, question, { form: enrolReply });
  if (!reply.ok) return reply;
  if (bureau !== undefined && reply.value.bureau !== bureau) return refuse("wrong-bureau");
  return done({ url: base.value, ...reply.value });
};
