import type { EntityType } from "../../shared/dictionary/entities.ts";
import { REFUSALS } from "../../shared/kernel/refusals.ts";
import { citedIn } from "../../shared/law/citedIn.ts";
import type { Card } from "../data/questions/card.ts";
import { useDeskStore } from "../state/deskStore.ts";
import { useLanguage } from "../ui/language.tsx";
import { nextSteps } from "./nextSteps.ts";

/**
 * Why whoever sits here may not take a step of the record now, with its article; "" while it is open. For the button of a
 * guided form, which an old address still opens when the step has long been taken.
 */
export const useStepWaits = ({ view }: Pick<Card<EntityType>, "view">, step: string): string => {
  const { t, language } = useLanguage();
  const actor = useDeskStore((state) => state.actor);
  const steps = nextSteps(view, { id: actor?.id ?? "", roles: actor?.roles ?? [] });
  const found = steps.find(({ name }) => name === step);
  // what is no step of such a record, or lies behind it, is not listed at all
  if (found === undefined) return t(REFUSALS["stage-forbids"]);
  const { closed } = found;
  return closed === null || closed.isLiftable ? "" : `${t(closed.why)} ${citedIn(language, closed.source)}`;
};
