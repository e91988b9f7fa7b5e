import { convertConsultation } from "../../shared/commands/convertConsultation.ts";
import { convertTransfer } from "../../shared/commands/convertTransfer.ts";
import type { Facts } from "../demo/registers.ts";
import { askAndConvert, comeByTransfer } from "./entrances.ts";
import type { MatterRow } from "./matters.ts";
import { recipientFacts } from "./persons.ts";
import { type AssignedCase, type Course, nextCourse } from "./story.ts";

/** How an applicant comes to the desk; people in custody have their application forwarded. */
const ENTRANCES = [
  { name: "window", weight: 62 },
  { name: "consultation", weight: 38 },
] as const satisfies readonly Course[];

const entranceOf = ({ kit, row }: AssignedCase): "window" | "consultation" | "transfer" =>
  row.facts.custodyPlace === undefined ? nextCourse(kit, "entrances", ENTRANCES).name : "transfer";

const file = ({ id }: { readonly id: string }) => ({ t: "aidFile", id });

const materialsOf = (row: MatterRow): readonly Facts[] => [
  { kind: "FORM", title: "法律援助申请表", copies: 1, pages: 2, isOriginal: true },
  { kind: "IDCARD", title: "居民身份证复印件", copies: 1, pages: 1, isOriginal: false },
  ...(row.facts.track === "T3_EXEMPT42"
    ? [{ kind: "EXEMPT", title: String(row.facts.exemptEvidence), copies: 1, pages: 1, isOriginal: false }]
    : []),
  ...(row.facts.track === "T2_PLEDGE"
    ? [{ kind: "HARDSHIP", title: "经济困难状况说明表", copies: 1, pages: 1, isOriginal: true }]
    : []),
];

const opponentOf = ({ kit, row }: AssignedCase): Facts | undefined => {
  if (row.against === undefined) return undefined;
  if (row.against === "office") return { name: "甲县人民政府有关部门", isOrganisation: true };
  if (row.against === "company") return { name: kit.persons.company(), isOrganisation: true };
  const { name, certNo } = kit.persons.person();
  return { name, certNo, isOrganisation: false };
};

/** The file is opened, or begins with what a consultation or a forwarded application already says. */
export const openApplication = (story: AssignedCase): void => {
  const { kit, tell, clerk, row, who } = story;
  const facts = {
    ...row.facts,
    ...recipientFacts(who),
    consentSignedOn: tell.today(),
    ...(row.facts.track === "T2_PLEDGE" && { pledgeSignedOn: tell.today() }),
  };
  const entrance = entranceOf(story);
  if (entrance === "window")
    tell.open(clerk, file(story), {
      origin: "APPLICATION",
      source: kit.chance.pick(["SRC_WINDOW", "SRC_WINDOW", "SRC_NET", "SRC_STATION", "SRC_GROUPORG"]),
      ...facts,
    });
  else {
    const subject = entrance === "consultation" ? askAndConvert(story, row.facts) : comeByTransfer(story);
    const command = entrance === "consultation" ? convertConsultation : convertTransfer;
    tell.tell(clerk, subject, { command: command as never, input: { fileId: story.id } });
    tell.wait(0);
    tell.record(clerk, file(story), facts);
  }
  for (const material of materialsOf(row)) tell.row(clerk, file(story), { f: "materials", row: material });
  const opponent = opponentOf(story);
  if (opponent !== undefined) tell.row(clerk, file(story), { f: "opposingParties", row: opponent });
  const { track } = row.facts;
  if (track === "T1_VERIFY" || track === "T2_PLEDGE")
    tell.row(clerk, file(story), {
      f: "household",
      row: {
        name: "本人",
        relation: "SELF",
        occupation: "务农",
        incomeFen: kit.chance.whole(200, 900) * 100,
      },
    });
};
