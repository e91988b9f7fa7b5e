import type { Priority } from "../../shared/law/priority.ts";
import { sourceText } from "../../shared/law/sources.ts";
import { useLanguage } from "./language.tsx";

/** Why a file comes before others of its day, with the article as its explanation; nothing where there is no reason. */
export const PriorityTag = ({ priority }: { readonly priority: Priority | null }) => {
  const { t, language } = useLanguage();
  if (priority === null) return null;
  return (
    <span className="lad-tag lad-tag-gold" title={sourceText(priority.source, language)}>
      {t(priority.label)}
    </span>
  );
};
