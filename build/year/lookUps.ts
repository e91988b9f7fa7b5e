import { lookUpsOf } from "../../shared/commands/lookUps.ts";
import type { LawScene } from "../../shared/commands/scene.ts";
import type { DutyServiceFacts } from "../../shared/dictionary/duty.ts";
import { targetOf } from "../../shared/dictionary/references.ts";
import type { LawyerFacts } from "../../shared/dictionary/registers.ts";
import { dayOf } from "../../shared/kernel/instant.ts";
import { dutyHelpOf, isAtWork, partiesOf, type SearchedFile } from "../../shared/law/conflictParties.ts";
import type { RecordView } from "../../shared/ops/view.ts";
import { stepOf } from "../../shared/workflow/steps.ts";
import type { Shelf } from "./shelf.ts";
import type { Act } from "./teller.ts";

type Asking = { readonly act: Act; readonly view: RecordView; readonly shelf: Shelf; readonly law: LawScene };
type StepInput = { readonly step?: string; readonly facts?: Readonly<Record<string, unknown>> };

/** The conflict search: the rules look only at files of the candidate's own unit, so only these are read. */
const assignmentOf = ({ act, shelf, law }: Asking, lawyerId: string): Pick<LawScene, "assignment"> => {
  const lawyer = shelf.view("lawyer", lawyerId);
  const facts = lawyer.facts as LawyerFacts;
  const files = shelf.by(
    "aidFile",
    "providerId",
    facts.providerId ?? "",
  ) as readonly unknown[] as readonly SearchedFile[];
  const openCases = files.filter((file) => file.facts.lawyerId === lawyerId && isAtWork(file)).length;
  const helped = shelf.by("dutyService", "lawyerId", lawyerId).map((view) => view.facts as DutyServiceFacts);
  const context = {
    fileId: act.id,
    on: dayOf(act.at),
    parameters: law.parameters,
    parties: files.flatMap(partiesOf),
    dutyHelp: dutyHelpOf(helped),
    otherProviders: 5,
    isSearched: true,
  };
  return { assignment: { candidate: { id: lawyerId, facts, openCases }, context } };
};

const ASSIGNING: ReadonlySet<string> = new Set(["assign", "reassign"]);

/** What the step's checks must see besides the record, as the page would load it. */
export const lookedUp = (asking: Asking): Partial<LawScene> => {
  const { act, view, shelf } = asking;
  const { step, facts = {} } = act.input as StepInput;
  const rule = step === undefined ? undefined : stepOf(act.t, step);
  if (step === undefined || rule === undefined) return {};
  const factOf = (f: string): string | undefined => (facts[f] ?? view.facts[f]) as string | undefined;
  const related: Record<string, RecordView> = {};
  let peers: readonly RecordView[] | undefined;
  for (const look of lookUpsOf(rule)) {
    if (look.kind === "related") {
      const id = factOf(look.f);
      if (id !== undefined) related[look.f] = shelf.view(targetOf(look.f), id);
    }
    if (look.kind === "peers") {
      const value =
        look.by === undefined ? "" : look.of === "id" ? act.id : (factOf(look.of ?? look.by) ?? "");
      peers = [
        ...(peers ?? []),
        ...(look.by === undefined ? shelf.all(look.t) : shelf.by(look.t, look.by, value)),
      ];
    }
  }
  return {
    related,
    ...(peers !== undefined && { peers }),
    ...(ASSIGNING.has(step) && assignmentOf(asking, String(facts.lawyerId))),
  };
};
