import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import type { EntityType } from "../../../shared/dictionary/entities.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../shared/law/parameters.ts";
import type { RecordView } from "../../../shared/ops/view.ts";

/** A kind of record that a file may lead to: from when on, and what it begins with, so that nobody is asked twice. */
type FileRecord = {
  readonly t: EntityType;
  readonly when: (stages: RecordView["stages"]) => boolean;
  readonly first: (
    facts: AidFacts,
    stages: RecordView["stages"],
    parameters: Parameters,
  ) => Readonly<Record<string, Json | undefined>>;
};

const stands =
  (lane: string, wanted: readonly string[]) =>
  (stages: RecordView["stages"]): boolean =>
    wanted.includes(stages[lane] ?? "");
const isRefused = stands("application", ["denied"]);
const isTerminated = stands("termination", ["decided", "served", "effective"]);
const isExamined = stands("application", ["received", "supplementing", "verifying"]);
const isAssigned = stands("assignment", ["assigned", "accepted", "retained"]);
const isReviewed = stands("closing", ["passed", "archived"]);
const isArchived = stands("closing", ["archived"]);
const nothing = () => ({});

/** What the approved schedule and the file itself already say of its archive (档案法实施条例第十九条). */
const archived: FileRecord["first"] = (facts, _, { retentions }) => {
  const { aidForm, sensitivity, archiveNo, closingFiledOn } = facts;
  const kept = aidForm && retentions[aidForm];
  return {
    category: aidForm,
    secrecy: sensitivity,
    archiveNo,
    closedOn: closingFiledOn,
    year: closingFiledOn && Number(closingFiledOn.slice(0, 4)),
    ...(kept && {
      isPermanent: kept.isPermanent,
      retentionYears: kept.isPermanent ? undefined : kept.years,
      retentionDocNo: kept.docNo,
    }),
  };
};

/** What may be opened from a file. Who may is said by the writers of each kind. */
// biome-ignore format: a table is read by columns
const FILE_RECORDS: readonly FileRecord[] = [
  { t: "objection", when: (stages) => isRefused(stages) || isTerminated(stages), first: (facts, stages) => ({
    against: isTerminated(stages) ? "TERMINATION" : "DENIAL", objectorName: facts.personName, objectorAs: facts.applyingAs, objectorPhone: facts.phone,
    decisionServedOn: isTerminated(stages) ? facts.terminationServedOn : facts.decisionServedOn,
  }) },
  { t: "verification", when: isExamined, first: nothing },
  { t: "cooperation",  when: isExamined, first: () => ({ direction: "OUT" }) },
  { t: "complaint",    when: () => true, first: nothing },
  { t: "quality",      when: isAssigned, first: nothing },
  { t: "penaltyLead",  when: isTerminated, first: ({ terminationReason }) => ({ ground: terminationReason }) },
  { t: "subsidyClaim", when: isReviewed, first: ({ lawyerId, providerId, proceduralStage }) => ({ lawyerId, providerId, proceduralStage }) },
  { t: "archiveFile",  when: isArchived, first: archived },
];

/** Kinds of record that name the file they belong to. */
export const FILE_KINDS: readonly EntityType[] = FILE_RECORDS.map(({ t }) => t);

/** The kinds that may be opened from a file as it stands. */
export const kindsToOpen = (stages: RecordView["stages"]): readonly EntityType[] =>
  FILE_RECORDS.filter(({ when }) => when(stages)).map(({ t }) => t);

/** What a record of kind `t` begins with when it is opened from a file. */
export const firstFacts = (
  t: EntityType,
  { id, facts, stages }: RecordView,
  parameters: Parameters = DEFAULT_PARAMETERS,
): Readonly<Record<string, Json>> => {
  const first = FILE_RECORDS.find((each) => each.t === t)?.first(facts as AidFacts, stages, parameters) ?? {};
  const known = Object.entries(first).flatMap(([f, v]): [string, Json][] =>
    v === undefined ? [] : [[f, v]],
  );
  return { fileId: id, ...Object.fromEntries(known) };
};
