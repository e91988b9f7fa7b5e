import { Alert } from "antd";
import { useLabel } from "../../ui/language.tsx";
import { identityWarnings } from "./identity.ts";
import type { Intake } from "./useIntake.ts";

/** What does not fit about the identity number, beside the person's fields (V01). */
export const IdentityNotice = ({ intake: { facts, today } }: { readonly intake: Intake }) => {
  const t = useLabel();
  return identityWarnings(facts, today).map((warning) => (
    <Alert
      key={warning.zh}
      role="alert"
      type="warning"
      showIcon
      className="lad-notice"
      title={`${t(warning)}（V01）`}
    />
  ));
};
