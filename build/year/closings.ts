import { CLOSING_ITEMS } from "../../shared/dictionary/codes/yearCodes.ts";
import { archive } from "./archives.ts";
import { reviewQuality } from "./complaints.ts";
import { claimSubsidy } from "./money.ts";
import type { Handler } from "./registers.ts";
import { type AssignedCase, type Course, nextCourse } from "./story.ts";

const COURSES = [
  { name: "passed", weight: 88 },
  { name: "fixed", weight: 8 },
  { name: "failed", weight: 1.5 },
  { name: "late", weight: 2.5 },
] as const satisfies readonly Course[];

/** Who had the case at the end, and whether the aid was terminated. */
type Ending = { readonly handler: Handler; readonly isTerminated: boolean };

const file = ({ id }: AssignedCase) => ({ t: "aidFile", id });

const submit = (story: AssignedCase, isTerminated: boolean): void => {
  const { tell, kit, row, clerk } = story;
  const amountFen = Number(row.facts.amountFen ?? 0);
  tell.step(clerk, file(story), {
    name: "submitClosing",
    facts: {
      closingFiledOn: tell.today(),
      closingMode: isTerminated ? "CL_TERM" : kit.chance.pick(row.modes),
      closingReport: "案件已办结，材料齐全。",
      ...(amountFen > 0 &&
        !isTerminated && {
          claimedFen: amountFen,
          awardedFen: Math.floor(amountFen * 0.8),
          recoveredFen: Math.floor(amountFen * 0.7),
        }),
      ...(row.facts.aidForm === "CRIM_DEFENCE" && {
        opinionAdoption: kit.chance.pick(["YES", "PARTLY", "NO"]),
      }),
      recipientOpinion: kit.chance.pick(["满意", "满意", "基本满意"]),
    },
  });
};

const review = (
  story: AssignedCase,
  { name, remarks }: { readonly name: string; readonly remarks?: string },
): void => {
  story.tell.wait(story.kit.chance.whole(1, 4));
  story.tell.step(story.examiner, file(story), {
    name,
    facts: remarks === undefined ? {} : { closingRemarks: remarks },
  });
};

/** The closing legal document, the closing file, its review, and everything that follows from it. */
export const close = (story: AssignedCase, { handler, isTerminated }: Ending): void => {
  const { tell, kit, clerk } = story;
  const course = nextCourse(kit, "closings", COURSES).name;
  if (!isTerminated) {
    tell.record(clerk, file(story), { resultReceivedOn: tell.today() });
    tell.step(clerk, file(story), {
      name: "receiveResult",
      facts: { resultDocument: `（2026）甲${kit.chance.whole(1, 9999)}号文书（虚构）` },
    });
  }
  tell.wait(course === "late" ? kit.chance.whole(26, 34) : kit.chance.whole(3, 16));
  if (course === "late")
    tell.record(clerk, file(story), { lateReason: "承办人员等待送达回证，已书面说明。" });
  tell.record(clerk, file(story), { closingItems: Object.keys(CLOSING_ITEMS) });
  submit(story, isTerminated);
  if (course === "fixed") {
    review(story, { name: "returnClosing", remarks: "缺少会见笔录页码，请补正。" });
    tell.wait(kit.chance.whole(1, 5));
    submit(story, isTerminated);
  }
  const isFailed = course === "failed";
  review(story, isFailed ? { name: "failClosing", remarks: "办案质量不合格。" } : { name: "passClosing" });
  const isCriminal = ["CRIM_DEFENCE", "CRIM_AGENCY"].includes(String(story.row.facts.aidForm));
  if (!isFailed && kit.chance.isSo(0.9))
    claimSubsidy(story, { handler, standard: isCriminal ? "criminal" : "civil" });
  if (story.row.facts.origin === "NOTIFICATION") tell.step(clerk, file(story), { name: "closeNotice" });
  reviewQuality(story, handler);
  archive(story);
};
