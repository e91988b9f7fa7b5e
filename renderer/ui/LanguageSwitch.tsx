import { GlobalOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { Icon } from "./Icon.tsx";
import { useLanguage } from "./language.tsx";
import { UI_WORDS } from "./words.ts";

/** Switches the screens between Chinese and English; shown in the language one would switch to. */
export const LanguageSwitch = () => {
  const { language, t, speak } = useLanguage();
  return (
    <Button
      type="text"
      icon={
        <Icon>
          <GlobalOutlined />
        </Icon>
      }
      className="lad-language"
      aria-label={t(UI_WORDS.switchLanguage)}
      onClick={() => speak(language === "zh" ? "en" : "zh")}
    >
      {t(UI_WORDS.otherLanguage)}
    </Button>
  );
};
