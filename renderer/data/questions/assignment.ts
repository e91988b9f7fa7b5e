import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import type { Day } from "../../../shared/kernel/day.ts";
import { plusYears } from "../../../shared/kernel/day.ts";
import { dayOf } from "../../../shared/kernel/instant.ts";
import type { AssignmentContext, Candidate, PartyEntry } from "../../../shared/law/qualificationRow.ts";
import { MATTER_RULES } from "../../../shared/law/scope.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import { allViews } from "../allViews.ts";
import { lawOf } from "../bureau.ts";
import type { Desk } from "../desk.ts";
import type { Question } from "../useAnswer.ts";
import { lawyers, providers } from "./registers.ts";

/** Everybody who could be assigned, and the world as Q1–Q16 look at it. */
export type AssignmentScene = {
  readonly candidates: readonly Candidate[];
  readonly context: AssignmentContext;
};

const LAST = "\uffff";
const AT_WORK: ReadonlySet<string> = new Set(["assigned", "accepted", "retained"]);

const known = (
  name: string | undefined,
  certNo: string | undefined,
): Pick<PartyEntry, "name" | "certNo"> => ({
  ...(name !== undefined && { name }),
  ...(certNo !== undefined && { certNo }),
});

const isAtWork = ({ stages, facts }: WholeFile): boolean =>
  AT_WORK.has(stages.assignment ?? "") && facts.resultReceivedOn === undefined;

const PARTS: Readonly<Record<string, PartyEntry["part"]>> = { CODEFENDANT: "codefendant", VICTIM: "victim" };

const isCriminal = ({ origin, matter, aidForm }: AidFacts): boolean =>
  origin === "NOTIFICATION" ||
  aidForm === "CRIM_DEFENCE" ||
  (matter !== undefined && (MATTER_RULES[matter] as { readonly isCriminal?: true }).isCriminal === true);

/** Every party of one file, with who acts for the recipient. */
const partiesOf = (card: WholeFile): readonly PartyEntry[] => {
  const { facts, id: fileId } = card;
  const base = {
    fileId,
    ...(facts.lawyerId !== undefined && { lawyerId: facts.lawyerId }),
    ...(facts.providerId !== undefined && { providerId: facts.providerId }),
    isOpen: isAtWork(card),
    isCriminal: isCriminal(facts),
  };
  const entry = (
    part: PartyEntry["part"],
    name: string | undefined,
    certNo: string | undefined,
  ): PartyEntry => ({ ...base, part, ...known(name, certNo) });
  return [
    entry("recipient", facts.personName, facts.certNo),
    ...(facts.coApplicants ?? []).map((each) => entry("recipient", each.name, each.certNo)),
    ...(facts.opposingParties ?? []).map((each) => entry("opposing", each.name, each.certNo ?? each.uscc)),
    ...(facts.relatedPersons ?? []).map((each) =>
      entry(PARTS[each.part ?? ""] ?? "other", each.name, each.certNo),
    ),
  ];
};

/** A file as the conflict search reads it. */
type WholeFile = Pick<RecordView, "id" | "stages"> & { readonly facts: AidFacts };

/** Every file begun since `from`, and those not begun yet: the conflict search must not miss any (Q16). */
const filesSince = async (desk: Desk, from: Day): Promise<readonly WholeFile[]> => {
  const files = [...(await allViews(desk, "aidFile")).values()] as unknown as readonly WholeFile[];
  const begunOn = ({ facts }: WholeFile): string =>
    facts.receivedAt ?? facts.noticeReceivedAt ?? facts.noticeLetterOn ?? LAST;
  return files.filter((file) => begunOn(file) >= from);
};

const latestOf = (files: readonly WholeFile[]): Day | undefined =>
  files.reduce<Day | undefined>((last, { facts: { assignedAt } }) => {
    if (assignedAt === undefined) return last;
    const on = dayOf(assignedAt);
    return last === undefined || on > last ? on : last;
  }, undefined);

/** The register and the conflict search for one assignment on a day (Q1–Q16, 《办理法律援助案件程序规定》第25条). */
export const assignmentScene =
  (fileId: string, on: Day): Question<AssignmentScene> =>
  async (desk) => {
    const [people, units, { parameters }] = await Promise.all([
      lawyers()(desk),
      providers()(desk),
      lawOf(desk),
    ]);
    const files = (await filesSince(desk, plusYears(on, -parameters.conflictSearchYears))).filter(
      ({ id }) => id !== fileId,
    );
    const candidates = people.map(({ id, facts }): Candidate => {
      const own = files.filter((file) => file.facts.lawyerId === id);
      const lastAssignedOn = latestOf(own);
      return {
        id,
        facts,
        openCases: own.filter(isAtWork).length,
        ...(lastAssignedOn !== undefined && { lastAssignedOn }),
      };
    });
    const otherProviders = Math.max(
      0,
      units.filter(({ facts }) => facts.status !== "DEREGISTERED").length - 1,
    );
    const parties = files.flatMap(partiesOf);
    return {
      candidates,
      context: { fileId, on, parameters, parties, dutyHelp: [], otherProviders, isSearched: true },
    };
  };
