import { useLabel } from "./language.tsx";
import { UI_WORDS } from "./words.ts";

/** 未核实: the statement beside it rests on a source that nobody has checked in the text in force. */
export const UnverifiedMark = () => {
  const t = useLabel();
  return (
    <span title={t(UI_WORDS.unverifiedWhy)} className="lad-tag lad-tag-gold">
      {t(UI_WORDS.unverified)}
    </span>
  );
};

/** 暂定: the date beside it was reckoned beyond the loaded holiday tables (V27). */
export const ProvisionalMark = () => {
  const t = useLabel();
  return (
    <span title={t(UI_WORDS.provisionalWhy)} className="lad-tag lad-tag-purple">
      {t(UI_WORDS.provisional)}
    </span>
  );
};
