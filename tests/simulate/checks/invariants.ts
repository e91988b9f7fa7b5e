import type { Check } from "./check.ts";
import {
  auditCompleteness,
  authenticity,
  blocks,
  conflictPermanence,
  eachBreachATask,
  forkEvidence,
  idempotence,
  noBlindOverwrite,
  order,
} from "./ofBook.ts";
import {
  ackSoundness,
  atomicSave,
  convergence,
  cursor,
  durableSave,
  equalNeverConflicts,
  feedChain,
  hlcBound,
  noSilentLoss,
  provenInSync,
  viewLaw,
} from "./ofDesks.ts";

/** Every invariant that a trace's end can break, by its number in the sync design §3.21 (R: the rule it stands for). */
export const INVARIANTS: Readonly<Record<string, Check>> = {
  "I1 durable save": durableSave,
  "I2 atomic save": atomicSave,
  "I3 feed chain": feedChain,
  "I4 authenticity": authenticity,
  "I5 idempotence": idempotence,
  "I6 no silent loss": noSilentLoss,
  "I7 ack soundness": ackSoundness,
  "I8 order": order,
  "I9 cursor": cursor,
  "I10 convergence": convergence,
  "I12 view law": viewLaw,
  "I13 no blind overwrite": noBlindOverwrite,
  "I14 conflict permanence": conflictPermanence,
  "I17 each breach a task": eachBreachATask,
  "I18 blocks": blocks,
  "I23 hybrid clock": hlcBound,
  "I24 fork evidence": forkEvidence,
  "I33 audit completeness": auditCompleteness,
  "R15 proven in sync": provenInSync,
  "R17 equal never conflicts": equalNeverConflicts,
};
