import type { FundEntryFacts } from "../dictionary/fund.ts";
import { type Result, refuse } from "../kernel/result.ts";
import type { RecordView } from "../ops/view.ts";
import { type Check, fine, type Taking } from "./check.ts";
import { numberContested } from "./numberContested.ts";
import type { Scene } from "./scene.ts";

const LAL_52 = "V19（《法律援助法》第52条）";

/** What a claim is for: its file or its shift, as they were looked up. */
type About = readonly (readonly [f: string, record: RecordView | undefined])[];

/** Nothing is paid while it is in dispute what was done, for whom, or under which number (I17). */
const undisputed = (about: About, scene: Scene): Result<unknown> => {
  const torn = about.find(([, record]) => (record?.contested.length ?? 0) > 0);
  if (torn !== undefined) return refuse("contested", LAL_52, torn[0]);
  const file = about.find(([f]) => f === "fileId")?.[1];
  return file === undefined ? fine : numberContested(file.id, scene);
};

const withoutConflict = ({ conflicts }: RecordView): Result<unknown> =>
  conflicts[0] === undefined ? fine : refuse("field-in-conflict", LAL_52, conflicts[0].f);

/** A claim itself, about to be paid: neither what it is for nor what it says is in dispute. */
export const undisputedClaim = ({ after, scene }: Taking): Result<unknown> => {
  const about: About = ["fileId", "shiftId"].map((f) => {
    const found = scene.law.related?.[f];
    return [f, found?.id === after.facts[f] ? found : undefined];
  });
  const stands = undisputed(about, scene);
  return stands.ok ? withoutConflict(after) : stands;
};

/** An entry that pays a claim waits for whatever the claim waits for. Taking money back is never held up. */
export const claimUndisputed: Check = ({ after, scene }) => {
  const { claimId, reverses } = after.facts as FundEntryFacts;
  const claim = scene.law.related?.claimId;
  if (claimId === undefined || reverses !== undefined || claim?.id !== claimId) return fine;
  if (claim.contested.length > 0) return refuse("contested", LAL_52, "claimId");
  const related = (f: string): RecordView | undefined => scene.law.related?.[`claimId.${f}`];
  const stands = undisputed(
    [
      ["fileId", related("fileId")],
      ["shiftId", related("shiftId")],
    ],
    scene,
  );
  return stands.ok ? withoutConflict(claim) : stands;
};
