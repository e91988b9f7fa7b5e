import { Tag } from "antd";
import { useLabel } from "./language.tsx";
import { UI_WORDS } from "./words.ts";

/** 未核实: the statement beside it rests on a source that nobody has checked in the text in force. */
export const UnverifiedMark = () => {
  const t = useLabel();
  return (
    <Tag color="gold" title={t(UI_WORDS.unverifiedWhy)} className="lad-mark">
      {t(UI_WORDS.unverified)}
    </Tag>
  );
};

/** 暂定: the date beside it was reckoned beyond the loaded holiday tables (V27). */
export const ProvisionalMark = () => {
  const t = useLabel();
  return (
    <Tag color="purple" title={t(UI_WORDS.provisionalWhy)} className="lad-mark">
      {t(UI_WORDS.provisional)}
    </Tag>
  );
};
