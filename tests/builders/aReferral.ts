import type { ReferralInput } from "../../shared/commands/receiveReferral.ts";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import { instant } from "../../shared/kernel/instant.ts";
import type { Result } from "../../shared/kernel/result.ts";
import { buildReferral } from "../../shared/workflow/buildReferral.ts";
import { fileOfTransfer, type Referral, transferIdOf } from "../../shared/workflow/referral.ts";
import { aBooklessDesk, type BooklessDesk, type Commit, nowhere, referredOn } from "./aBooklessDesk.ts";
import { anActor, aScene } from "./scene.ts";

/* Two invented bureaus that share no center: the one refers a case, the other receives it. */

/** The bureau that refers. */
export const HOME = { id: "bureau-home-0001", name: "甲县法律援助中心" };
/** Its file. */
export const FILE = "0199aaaa-0000-7000-8000-000000000001";
/** A hash, of whatever. */
export const HASH = "a".repeat(64);

/** Who sits at either desk; the same roles, for there are two of them only. */
export const CLERK = anActor("CLERK", { roles: ["CLERK", "HEAD"] });
/** A desk of the bureau that refers. */
export const home = (commit: Commit = nowhere): BooklessDesk =>
  aBooklessDesk("甲一", aScene("CLERK", "2026-03-02T09:00", { actor: CLERK }), commit);
/** A desk of the bureau that receives, a week later. */
export const away = (name = "乙一", commit: Commit = nowhere): BooklessDesk =>
  aBooklessDesk(name, aScene("CLERK", "2026-03-09T10:30", { actor: CLERK }), commit);

/** The value of an answer; a refusal fails the test and says its code. */
export const answered = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} ${result.refusal.detail ?? ""}`);
  return result.value;
};
/** The code of a refusal, or "ok". */
export const codeOf = (result: Result<unknown>): string => (result.ok ? "ok" : result.refusal.code);

/** What a referral file about the file would say now. */
export const built = (desk: BooklessDesk, bureau = HOME): Result<Referral> =>
  buildReferral({
    state: desk.state("aidFile", FILE),
    history: desk.history("aidFile", FILE),
    beside: [],
    bureau,
    staff: new Map([[CLERK.id, CLERK.name]]),
    now: instant("2026-03-03T09:00"),
    actor: CLERK.name,
  });

/** A desk on which the case was referred. */
export const gone = async (facts: { readonly [f: string]: Json } = {}): Promise<BooklessDesk> => {
  const desk = home();
  await referredOn(desk, FILE, facts);
  return desk;
};

/** The record that the referral becomes where it arrives. */
export const TRANSFER = { t: "transfer", id: transferIdOf(HOME.id, FILE) } as const;
/** And the application. */
export const RECEIVED = fileOfTransfer(TRANSFER.id);
/** What receiving such a file states. */
export const received = (referral: Referral, changes: Partial<ReferralInput> = {}): ReferralInput => ({
  referral,
  hash: HASH,
  key: "b".repeat(64),
  scans: [],
  isKept: false,
  ...changes,
});
