import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { Day } from "../../../shared/kernel/day.ts";
import { startOfDay } from "../../../shared/kernel/instant.ts";
import { type Remark, remarksOn } from "../../../shared/law/validations.ts";
import { fileById, lawScene } from "../../data/questions/files.ts";
import { recordById } from "../../data/questions/records.ts";
import { sameApplicant } from "../../data/questions/sameApplicant.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useToday } from "../../state/useToday.ts";
import type { UiPort } from "../../ui/port.tsx";
import { useDerivingPort } from "../../ui/useDerivingPort.ts";
import { factsInNumber } from "./identity.ts";
import { forcedTrack } from "./means.ts";

type Facts = { readonly [f: string]: Json };

/** What follows from the entry and nobody has to type: birth and sex from the number, the track from the matter. */
const derived = (facts: AidFacts, changed: Facts, on: Day): Facts => {
  const track = "matter" in changed ? forcedTrack(facts) : null;
  const isIdentity = "certNo" in changed || "certType" in changed;
  const { birthOn, sex } = isIdentity ? factsInNumber(facts, on) : {};
  return {
    ...(birthOn !== undefined && { birthOn }),
    ...(sex !== undefined && { sex }),
    ...(track !== null && { track }),
  };
};

/** The desk as the intake form sees it: what follows from an entry is recorded in the same op as the entry itself. */
export const useIntakePort = (facts: AidFacts, on: Day): UiPort =>
  useDerivingPort(facts, (known, changed) => derived(known, changed, on));

/** Machine rules that speak while an application is being registered; the others speak when it is received. */
const SPOKEN = ["V22", "V23", "V24", "V25", "V28"];

/** One application being registered: undefined while loading, null when there is none. */
export const useIntake = (id: string) => {
  const card = useAnswer(fileById(id), [id]);
  const law = useAnswer(lawScene(), []);
  const today = useToday();
  const { personName = "", certNo = "" } = card?.facts ?? {};
  const others = useAnswer(sameApplicant({ fileId: id, personName, certNo }), [id, personName, certNo]) ?? [];
  const { transferId = "" } = card?.facts ?? {};
  const transfer = useAnswer(recordById("transfer", transferId), [transferId]);
  if (card === null) return null;
  if (card === undefined || law === undefined || transfer === undefined) return undefined;
  const otherFiles = others.map(({ card: { id: fileId, facts }, found }) => {
    const { personName: name, certNo: no, matter } = facts;
    return {
      fileId,
      ...(name !== undefined && { name }),
      ...(no !== undefined && { certNo: no }),
      ...(matter !== undefined && { matter }),
      ...(found !== undefined && { found }),
    };
  });
  const remarks: readonly Remark[] = remarksOn(
    { facts: card.facts, now: startOfDay(today), ...law, otherFiles },
    SPOKEN,
  );
  return {
    card,
    facts: card.facts,
    today,
    /** When another agency's file about it was received here; the seven days run from then. */
    arrivedAt: transfer?.facts.receivedAt,
    remarks,
    duplicates: others
      .filter(({ card: other, found }) => found !== "apart" && other.facts.matter === card.facts.matter)
      .map(({ card: other }) => other),
  };
};

/** The loaded application, as the parts of the page take it. */
export type Intake = NonNullable<ReturnType<typeof useIntake>>;
