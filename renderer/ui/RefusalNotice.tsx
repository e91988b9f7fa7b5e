import { Alert } from "antd";
import type { Refusal } from "../../shared/kernel/refusals.ts";
import { useLanguage } from "./language.tsx";
import { refusalText } from "./refusalText.ts";

type Props = { readonly refusal: Refusal | null | undefined; readonly t?: string };

/** Why something was not done: the sentence, the item it is about and the article. Nothing when there is no refusal. */
export const RefusalNotice = ({ refusal, t }: Props) => {
  const { language } = useLanguage();
  if (refusal === null || refusal === undefined) return null;
  return (
    <Alert
      role="alert"
      type="warning"
      showIcon
      title={refusalText(refusal, language, t)}
      className="lad-notice"
    />
  );
};
