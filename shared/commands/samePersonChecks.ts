import type { AidFacts } from "../dictionary/aidFile.ts";
import type { SamePersonFacts } from "../dictionary/samePerson.ts";
import { type Result, refuse } from "../kernel/result.ts";
import { numbersDiffer, pairIdOf } from "../law/onePerson.ts";
import type { RecordView } from "../ops/view.ts";
import { mayUnseal, veilFor } from "../workflow/confidentiality.ts";
import type { RecordCheckName } from "../workflow/stepRule.ts";
import { type Check, fine, refuseIf, type Taking } from "./check.ts";

const PIPL_8 = "《个人信息保护法》第8条";
const SEALED = "《未成年人保护法》第103条";
const PRIVATE = "《法律援助法》第21条";

const BOTH = ["fileId", "otherFileId"] as const;

const named = ({ after, scene }: Taking, f: string): RecordView | undefined => {
  const found = scene.law.related?.[f];
  const isThere = found !== undefined && Object.keys(found.facts).length > 0;
  return isThere && found.id === after.facts[f] ? found : undefined;
};

/** Nobody finds anything about a file that they may not read: to compare is to look. */
const readable = (file: RecordView, f: string, { scene: { actor } }: Taking): Result<unknown> => {
  const veil = veilFor(file, actor);
  if (veil === "private") return refuse("role-forbids", PRIVATE, f);
  return refuseIf(veil === "sealed" && !mayUnseal(actor.roles), ["sealed", SEALED, f]);
};

/** The record is the one about these two files, both are there, and whoever decides may read both. */
const pairFits: Check = (taking) => {
  const { fileId = "", otherFileId = "" } = taking.after.facts as SamePersonFacts;
  if (fileId === otherFileId || pairIdOf(fileId, otherFileId) !== taking.after.id)
    return refuse("value-invalid", PIPL_8, "otherFileId");
  for (const f of BOTH) {
    const file = named(taking, f);
    if (file === undefined) return refuse("not-found", PIPL_8, f);
    const read = readable(file, f, taking);
    if (!read.ok) return read;
  }
  return fine;
};

/** Two different certificate numbers are two persons, or one of them is wrong: that is corrected first. */
const oneNumber: Check = (taking) => {
  const [one, other] = BOTH.map((f) => named(taking, f)?.facts as AidFacts | undefined);
  const differ = one !== undefined && other !== undefined && numbersDiffer(one, other);
  return refuseIf(differ, ["other-person", PIPL_8, "certNo"]);
};

/** Checks of what is found about two files of perhaps one person. */
export const SAME_PERSON_CHECKS = {
  pairFits,
  oneNumber,
} as const satisfies Partial<Readonly<Record<RecordCheckName, Check>>>;
