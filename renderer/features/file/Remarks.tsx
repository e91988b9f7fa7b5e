import { Alert } from "antd";
import type { RecordRemark } from "../../../shared/law/recordRemark.ts";
import { sourceText } from "../../../shared/law/sources.ts";
import { useLanguage } from "../../ui/language.tsx";

/** What the machine rules want a person to see at once, each with its number and article. */
export const Remarks = ({ remarks }: { readonly remarks: readonly RecordRemark[] }) => {
  const { t, language } = useLanguage();
  return remarks.map(({ id, severity, say, source }) => (
    <Alert
      key={id}
      role="alert"
      type={severity === "alarm" ? "error" : "warning"}
      showIcon
      className="lad-notice"
      title={`${t(say)}（${id}；${sourceText(source, language)}）`}
    />
  ));
};
