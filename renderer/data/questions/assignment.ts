import type { DutyServiceFacts } from "../../../shared/dictionary/duty.ts";
import type { Day } from "../../../shared/kernel/day.ts";
import { plusYears } from "../../../shared/kernel/day.ts";
import { dayOf } from "../../../shared/kernel/instant.ts";
import { dutyHelpOf, isAtWork, partiesOf, type SearchedFile } from "../../../shared/law/conflictParties.ts";
import type { AssignmentContext, Candidate } from "../../../shared/law/qualificationRow.ts";
import { allViews } from "../allViews.ts";
import { lawOf } from "../bureau.ts";
import type { Desk } from "../desk.ts";
import type { Question } from "../useAnswer.ts";
import { knownIdentities } from "./onePerson.ts";
import { lawyers, providers } from "./registers.ts";

/** Everybody who could be assigned, and the world as Q1–Q16 look at it. */
export type AssignmentScene = {
  readonly candidates: readonly Candidate[];
  readonly context: AssignmentContext;
};

const LAST = "\uffff";
/** Every file begun since `from`, and those not begun yet: the conflict search must not miss any (Q16). */
const filesSince = async (desk: Desk, from: Day): Promise<readonly SearchedFile[]> => {
  const files = [...(await allViews(desk, "aidFile")).values()] as unknown as readonly SearchedFile[];
  const begunOn = ({ facts }: SearchedFile): string =>
    facts.receivedAt ?? facts.noticeReceivedAt ?? facts.noticeLetterOn ?? LAST;
  return files.filter((file) => begunOn(file) >= from);
};

const latestOf = (files: readonly SearchedFile[]): Day | undefined =>
  files.reduce<Day | undefined>((last, { facts: { assignedAt } }) => {
    if (assignedAt === undefined) return last;
    const on = dayOf(assignedAt);
    return last === undefined || on > last ? on : last;
  }, undefined);

/** The register and the conflict search for one assignment on a day (Q1–Q16, 《办理法律援助案件程序规定》第25条). */
export const assignmentScene =
  (fileId: string, on: Day): Question<AssignmentScene> =>
  async (desk) => {
    const [people, units, { parameters }, services, identities] = await Promise.all([
      lawyers()(desk),
      providers()(desk),
      lawOf(desk),
      allViews(desk, "dutyService"),
      knownIdentities(desk),
    ]);
    const dutyHelp = dutyHelpOf([...services.values()].map(({ facts }) => facts as DutyServiceFacts));
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
      context: { fileId, on, parameters, parties, dutyHelp, otherProviders, identities, isSearched: true },
    };
  };
