import { Button } from "antd";
import { CONSULTATION_STEPS } from "../../../shared/workflow/consultationSteps.ts";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { goTo } from "../../ui/route.ts";
import type { OpenConsultation } from "./useConsultation.ts";
import { CONSULTATION_WORDS } from "./words.ts";

/** Makes the consultation an application in one click; afterwards the way to that application. */
export const ConvertButton = ({
  open: { card, convert, refusal, stepNamed },
}: {
  readonly open: OpenConsultation;
}) => {
  const t = useLabel();
  const { fileId } = card.facts;
  if (fileId !== undefined)
    return (
      <Button type="primary" onClick={() => goTo("file", fileId)}>
        {t(CONSULTATION_WORDS.toFile)}
      </Button>
    );
  if (stepNamed("convert")?.allowed.ok !== true) return null;
  return (
    <section aria-label={t(CONSULTATION_STEPS.convert.label)}>
      <RefusalNotice refusal={refusal} t="consultation" />
      <Button type="primary" onClick={() => void convert()}>
        {t(CONSULTATION_STEPS.convert.label)}
      </Button>{" "}
      <span className="lad-quiet">{t(CONSULTATION_WORDS.convertNote)}</span>
    </section>
  );
};
