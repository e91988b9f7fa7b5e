import { Alert, Button } from "antd";
import { sourceText } from "../../../shared/law/sources.ts";
import { useLanguage } from "../../ui/language.tsx";
import { goTo } from "../../ui/route.ts";
import type { Intake } from "./useIntake.ts";
import { INTAKE_WORDS } from "./words.ts";

/** What the machine rules want seen at once: a limitation about to pass (V24), the same application elsewhere (V22). */
export const IntakeRemarks = ({ intake: { remarks, duplicates, card } }: { readonly intake: Intake }) => {
  const { t, language } = useLanguage();
  return remarks.map(({ id, severity, say, source }) => (
    <Alert
      key={id}
      role="alert"
      type={severity === "alarm" || severity === "block" ? "error" : "warning"}
      showIcon
      className="lad-notice"
      title={`${t(say)}（${id}；${sourceText(source, language)}）`}
      description={
        id === "V24" ? (
          t(INTAKE_WORDS.urgent)
        ) : id === "V22" ? (
          <span className="lad-buttons">
            {t(INTAKE_WORDS.duplicate)}
            {duplicates.map((each) => (
              <Button key={each.id} size="small" type="link" onClick={() => goTo("file", each.id)}>
                {each.facts.personName} {each.facts.applicationNo ?? ""}
              </Button>
            ))}
          </span>
        ) : undefined
      }
      {...(id === "V24" && {
        action: (
          <Button size="small" onClick={() => goTo("emergency", card.id)}>
            {t(INTAKE_WORDS.toEmergency)}
          </Button>
        ),
      })}
    />
  ));
};
