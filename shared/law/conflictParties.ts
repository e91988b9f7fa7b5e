import type { AidFacts } from "../dictionary/aidFile.ts";
import type { DutyServiceFacts } from "../dictionary/duty.ts";
import type { DutyHelp, PartyEntry } from "./qualificationRow.ts";
import { MATTER_RULES } from "./scope.ts";

/** A file as the conflict search reads it. */
export type SearchedFile = {
  readonly id: string;
  readonly stages: Readonly<Record<string, string>>;
  readonly facts: AidFacts;
};

const AT_WORK: ReadonlySet<string> = new Set(["assigned", "accepted", "retained"]);
const PARTS: Readonly<Record<string, PartyEntry["part"]>> = { CODEFENDANT: "codefendant", VICTIM: "victim" };

const known = (
  name: string | undefined,
  certNo: string | undefined,
): Pick<PartyEntry, "name" | "certNo"> => ({
  ...(name !== undefined && { name }),
  ...(certNo !== undefined && { certNo }),
});

const isCriminal = ({ origin, matter, aidForm }: AidFacts): boolean =>
  origin === "NOTIFICATION" ||
  aidForm === "CRIM_DEFENCE" ||
  (matter !== undefined && (MATTER_RULES[matter] as { readonly isCriminal?: true }).isCriminal === true);

/** Somebody is assigned to the file and its result has not come yet. */
export const isAtWork = ({ stages, facts }: SearchedFile): boolean =>
  AT_WORK.has(stages.assignment ?? "") && facts.resultReceivedOn === undefined;

/** Every party of one file, with who acts for the recipient (Q16). */
export const partiesOf = (file: SearchedFile): readonly PartyEntry[] => {
  const { facts, id: fileId } = file;
  const base = {
    fileId,
    ...(facts.lawyerId !== undefined && { lawyerId: facts.lawyerId }),
    ...(facts.providerId !== undefined && { providerId: facts.providerId }),
    isOpen: isAtWork(file),
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

/** The duty help that Q10 asks about: whom each lawyer once helped. */
export const dutyHelpOf = (services: readonly DutyServiceFacts[]): readonly DutyHelp[] =>
  services.flatMap(({ lawyerId, personName, certNo }) =>
    lawyerId === undefined ? [] : [{ lawyerId, ...known(personName, certNo) }],
  );
