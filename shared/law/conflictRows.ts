import type { AidFacts } from "../dictionary/aidFile.ts";
import { plusYears } from "../kernel/day.ts";
import { isBeforeCourt, isNotified } from "./clockConditions.ts";
import type { Known } from "./persons.ts";
import { isNearRelative, isSamePerson } from "./persons.ts";
import type { AssignmentScene, PartyEntry, QualificationRow } from "./qualificationRow.ts";
import { law } from "./sources.ts";

const isCriminal = (facts: AidFacts): boolean =>
  isNotified(facts) || facts.aidForm === "CRIM_DEFENCE" || facts.aidForm === "CRIM_AGENCY";
const isDefence = (facts: AidFacts): boolean =>
  facts.aidForm === "CRIM_DEFENCE" || (isNotified(facts) && facts.noticeKind !== "REPRESENTATION");
const isLitigation = (facts: AidFacts): boolean =>
  isCriminal(facts) || facts.aidForm === "CIVIL_LIT" || facts.aidForm === "ADMIN_LIT" || isBeforeCourt(facts);

const known = (name: string | undefined, certNo: string | undefined): Known => ({
  ...(name !== undefined && { name }),
  ...(certNo !== undefined && { certNo }),
});
const recipientsOf = ({ personName, certNo, coApplicants = [] }: AidFacts): readonly Known[] => [
  known(personName, certNo),
  ...coApplicants.map((each) => known(each.name, each.certNo)),
];
const opponentsOf = ({ opposingParties = [] }: AidFacts): readonly Known[] =>
  opposingParties.map((each) => known(each.name, each.certNo ?? each.uscc));
const relatedOf = ({ relatedPersons = [] }: AidFacts, part: string): readonly Known[] =>
  relatedPersons.filter((each) => each.part === part).map((each) => known(each.name, each.certNo));
const othersOf = (facts: AidFacts): readonly Known[] => [
  ...opponentsOf(facts),
  ...["VICTIM", "CODEFENDANT", "WITNESS"].flatMap((part) => relatedOf(facts, part)),
];

/** The persons, and under what else they are known where somebody found their files to be one person's. */
const everyName = (persons: readonly Known[], { context }: AssignmentScene): readonly Known[] => [
  ...persons,
  ...(context.identities ?? [])
    .filter((names) => names.some((name) => persons.some((person) => isSamePerson(person, name))))
    .flat(),
];

/** Whether one of `a` is a person of this case; those are the few, so theirs are the names that are looked up. */
const meets = (a: readonly Known[], b: readonly Known[], scene: AssignmentScene): boolean => {
  const persons = everyName(b, scene);
  return a.some((x) => persons.some((y) => isSamePerson(x, y)));
};

/** Entries of other files in which this lawyer acts for the recipient. */
const ownEntries = ({ lawyer, context }: AssignmentScene): readonly PartyEntry[] =>
  context.parties.filter(({ fileId, lawyerId }) => lawyerId === lawyer.id && fileId !== context.fileId);

const actsForOpponent = (scene: AssignmentScene): boolean => {
  const clients = ownEntries(scene).filter(({ part, isOpen }) => part === "recipient" && isOpen);
  const present = (scene.lawyer.facts.formerClients ?? []).filter(({ untilOn }) => untilOn === undefined);
  return meets(
    [...clients, ...present.map((each) => known(each.name, each.certNo))],
    opponentsOf(scene.facts),
    scene,
  );
};

const hasInterest = (scene: AssignmentScene): boolean => {
  const {
    facts,
    lawyer: { facts: lawyer },
  } = scene;
  const context = isCriminal(facts) ? "criminal" : "civil";
  const near = (lawyer.relatives ?? []).filter(
    ({ relation }) => relation === undefined || isNearRelative(relation, context),
  );
  const self = known(lawyer.name, lawyer.certNo);
  const isParty =
    self.certNo !== undefined && meets([self], [...recipientsOf(facts), ...othersOf(facts)], scene);
  return (
    isParty ||
    meets(
      near.map((each) => known(each.name, each.certNo)),
      othersOf(facts),
      scene,
    )
  );
};

/** The lawyer defends, or defended, a co-defendant or somebody whose file names this recipient as co-defendant. */
const defendsCoDefendant = (scene: AssignmentScene): boolean => {
  if (!isDefence(scene.facts)) return false;
  const entries = ownEntries(scene).filter((entry) => entry.isCriminal);
  const clients = entries.filter(({ part }) => part === "recipient");
  const named = entries.filter(({ part }) => part === "codefendant");
  return (
    meets(clients, relatedOf(scene.facts, "CODEFENDANT"), scene) ||
    meets(named, recipientsOf(scene.facts), scene)
  );
};

const organOf = ({ handlingOrgan, noticeOrgan }: AidFacts): string | undefined =>
  handlingOrgan ?? noticeOrgan;
const isSameOffice = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a.trim() === b.trim();

const leftOffice = ({ facts, lawyer: { facts: lawyer }, context }: AssignmentScene): boolean => {
  if (lawyer.formerOffice === undefined || !isLitigation(facts)) return false;
  if (isSameOffice(lawyer.formerOffice, organOf(facts))) return true;
  return (
    lawyer.leftOfficeOn === undefined ||
    context.on < plusYears(lawyer.leftOfficeOn, context.parameters.formerJudgeYears)
  );
};

const CLOSEST: ReadonlySet<string> = new Set(["SPOUSE", "FATHER", "MOTHER", "SON", "DAUGHTER"]);
const relativeInCourt = ({ facts, lawyer }: AssignmentScene): boolean =>
  (lawyer.facts.relatives ?? []).some(
    ({ relation, worksAt }) =>
      relation !== undefined && CLOSEST.has(relation) && isSameOffice(worksAt, organOf(facts)),
  );

const sameUnitOpposes = (scene: AssignmentScene): boolean => {
  const { facts, lawyer, context } = scene;
  return meets(
    context.parties.filter(
      ({ part, isOpen, fileId, providerId }) =>
        part === "recipient" &&
        isOpen &&
        fileId !== context.fileId &&
        providerId !== undefined &&
        providerId === lawyer.facts.providerId,
    ),
    opponentsOf(facts),
    scene,
  );
};

const helpedCoSuspect = (scene: AssignmentScene): boolean => {
  const { facts, lawyer, context } = scene;
  return meets(
    context.dutyHelp.filter(({ lawyerId }) => lawyerId === lawyer.id),
    relatedOf(facts, "CODEFENDANT"),
    scene,
  );
};

const actedForOpponent = (scene: AssignmentScene): boolean => {
  const { facts, lawyer, context } = scene;
  const recent = (lawyer.facts.formerClients ?? []).filter(
    ({ untilOn }) =>
      untilOn !== undefined && context.on < plusYears(untilOn, context.parameters.formerClientYears),
  );
  const closed = ownEntries(scene).filter(({ part, isOpen }) => part === "recipient" && !isOpen);
  return meets(
    [...recent.map((each) => known(each.name, each.certNo)), ...closed],
    opponentsOf(facts),
    scene,
  );
};

/** Whether the person stands between two interests (rule V12 is Q4 to Q9). */
// biome-ignore format: a table is read by columns
export const CONFLICT_ROWS: readonly QualificationRow[] = [
  { id: "Q4", source: [law("LWY", 39)],
    say: { zh: "同一律师不得代理双方当事人", en: "One lawyer cannot act for both sides" },
    test: (scene) => (actsForOpponent(scene) ? "block" : null) },
  { id: "Q5", source: [law("LWY", 39)],
    say: { zh: "本人或者近亲属与本案有利益冲突", en: "The lawyer or a near relative has an interest in the matter" },
    test: (scene) => (hasInterest(scene) ? "block" : null) },
  { id: "Q6", source: [law("SPC", 43, 2), law("MPS", 43, 2)],
    say: { zh: "一名辩护人不得为两名以上同案或者犯罪事实相关联的人辩护", en: "One defender cannot defend two co-defendants or defendants of connected crimes" },
    test: (scene) => (defendsCoDefendant(scene) ? "block" : null) },
  { id: "Q7", source: [law("LWY", 41), law("SPC", 41)],
    say: { zh: "离任法官、检察官在规定年限内不得担任诉讼代理人、辩护人，且不得承办原任职法院的案件", en: "A former judge or prosecutor: two years, and never cases of the former court" },
    test: (scene) => (leftOffice(scene) ? "block" : null) },
  { id: "Q8", source: [law("SPC", 41, 3)],
    say: { zh: "配偶、子女或者父母在承办法院任职", en: "Spouse, child or parent works in the handling court" },
    test: (scene) => (relativeInCourt(scene) ? "block" : null) },
  { id: "Q9", source: [law("HZ", 32), law("DESIGN")],
    say: { zh: "双方均为受援人的，应当由不同的机构承办", en: "Both sides are recipients: different units must act" },
    test: (scene) => (!sameUnitOpposes(scene) ? null : scene.context.otherProviders > 0 ? "block" : "warn") },
  { id: "Q10", source: [law("DUT")],
    say: { zh: "曾为同案其他人员提供值班律师法律帮助", en: "Earlier duty-lawyer help to a co-suspect" },
    test: (scene) => (helpedCoSuspect(scene) ? "warn" : null) },
  { id: "Q11", source: [law("DESIGN")],
    say: { zh: "近年曾代理对方当事人", en: "Acted for the opposing party in recent years" },
    test: (scene) => (actedForOpponent(scene) ? "warn" : null) },
];
