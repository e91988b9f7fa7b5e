import { BUREAU } from "../../../shared/dictionary/registers.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { ownedFacts } from "../../../shared/workflow/steps.ts";
import { mayWrite } from "../../../shared/workflow/writers.ts";
import type { Card } from "../../data/questions/card.ts";
import { bureau } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { FactList } from "../../parts/FactList.tsx";
import { NextSection } from "../../parts/NextSection.tsx";
import { nextSteps } from "../../parts/nextSteps.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { FactsForm } from "../../ui/FactsForm.tsx";
import { useLabel } from "../../ui/language.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { SETTINGS_TEXTS } from "./texts.ts";

/** Everything but the parameters, which have a page of their own. */
const AGENCY_FACTS = [...ownedFacts("bureau")];
const NAMES = Object.keys(BUREAU).filter((name) => name !== "parameters" && !ownedFacts("bureau").has(name));

/** From designated department to center, once, with the day from which new letters carry the new seal (法律援助法第十二条). */
const Agency = ({ own }: { readonly own: Card<"bureau"> }) => {
  const t = useLabel();
  const actor = useDeskStore((state) => state.actor);
  const steps = nextSteps(own.view, { id: actor?.id ?? "", roles: actor?.roles ?? [] });
  const known = AGENCY_FACTS.flatMap((name): [string, Json][] =>
    own.view.facts[name] === undefined ? [] : [[name, own.view.facts[name]]],
  );
  return (
    <SectionCard title={t(SETTINGS_TEXTS.agency)} note={t(SETTINGS_TEXTS.agencyNote)}>
      {known.length > 0 ? (
        <FactList record={own.view} facts={known} />
      ) : (
        <NextSection record={own} steps={steps} />
      )}
    </SectionCard>
  );
};

/** Who the agency is: what letters print and numbers begin with. */
export const BureauSection = () => {
  const t = useLabel();
  const own = useAnswer(bureau(), []);
  const roles = useDeskStore((state) => state.actor?.roles ?? []);
  if (own === undefined || own === null) return null;
  const isMine = mayWrite("bureau", roles);
  return (
    <>
      <SectionCard title={t(SETTINGS_TEXTS.bureau)}>
        <FactsForm
          view={own.view}
          names={NAMES}
          columns={3}
          closed={isMine ? "" : t(SETTINGS_TEXTS.onlyAdmin)}
          required={["name", "shortName", "kind", "sealName"]}
        />
      </SectionCard>
      {own.facts.kind === "DESIGNATED_DEPT" && <Agency own={own} />}
    </>
  );
};
