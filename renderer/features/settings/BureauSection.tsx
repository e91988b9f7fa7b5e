import { BUREAU } from "../../../shared/dictionary/registers.ts";
import { ownedFacts } from "../../../shared/workflow/steps.ts";
import { mayWrite } from "../../../shared/workflow/writers.ts";
import { bureau } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { FactsForm } from "../../ui/FactsForm.tsx";
import { useLabel } from "../../ui/language.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { SETTINGS_TEXTS } from "./texts.ts";

/** Everything but the parameters, which have a page of their own. */
const NAMES = Object.keys(BUREAU).filter((name) => name !== "parameters" && !ownedFacts("bureau").has(name));

/** Who the agency is: what letters print and numbers begin with. */
export const BureauSection = () => {
  const t = useLabel();
  const own = useAnswer(bureau(), []);
  const roles = useDeskStore((state) => state.actor?.roles ?? []);
  if (own === undefined || own === null) return null;
  const isMine = mayWrite("bureau", roles);
  return (
    <SectionCard title={t(SETTINGS_TEXTS.bureau)} note={isMine ? undefined : t(SETTINGS_TEXTS.onlyAdmin)}>
      <FactsForm
        view={own.view}
        names={NAMES}
        columns={3}
        disabled={!isMine}
        required={["name", "shortName", "kind", "sealName"]}
      />
    </SectionCard>
  );
};
