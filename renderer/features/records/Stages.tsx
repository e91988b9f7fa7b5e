import type { EntityType } from "../../../shared/dictionary/entities.ts";
import { stepsOf } from "../../../shared/workflow/steps.ts";
import type { Card } from "../../data/questions/card.ts";
import { useLabel } from "../../ui/language.tsx";
import { StageBadge } from "../../ui/StageBadge.tsx";
import { RECORD_WORDS } from "./words.ts";

/** Where every procedure of the record stands; "draft" before the first step, nothing where there is no procedure. */
export const Stages = ({ card: { t: kind, stages } }: { readonly card: Card<EntityType> }) => {
  const t = useLabel();
  const lanes = Object.entries(stages);
  if (lanes.length === 0)
    return Object.keys(stepsOf(kind)).length === 0 ? null : (
      <span className="lad-tag">{t(RECORD_WORDS.draft)}</span>
    );
  return lanes.map(([lane, stage]) => <StageBadge key={lane} lane={lane} stage={stage} />);
};
