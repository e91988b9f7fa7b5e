import { LockOutlined, SearchOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { Actor } from "../../shared/commands/scene.ts";
import { ROLES } from "../../shared/dictionary/codes/roles.ts";
import { bureau } from "../data/questions/registers.ts";
import { useAnswer } from "../data/useAnswer.ts";
import { useDeskStore } from "../state/deskStore.ts";
import { Icon } from "../ui/Icon.tsx";
import { LanguageSwitch } from "../ui/LanguageSwitch.tsx";
import { useLanguage } from "../ui/language.tsx";
import { goTo } from "../ui/route.ts";
import { lockNow } from "./lockNow.ts";
import { APP_TEXTS } from "./texts.ts";

/** The short form of a role: what stands before its explanation in brackets. */
const shortRole = (label: string): string => label.replace(/[(（][^)）]*[)）]/gu, "");

/** The bureau, who is signed in with which roles, and the lock. */
export const TopBar = ({ actor }: { readonly actor: Actor }) => {
  const { language, t } = useLanguage();
  const own = useAnswer(bureau(), []);
  const isReadOnly = useDeskStore((state) => state.readOnly !== "no");
  const roles = actor.roles.map((role) => shortRole(ROLES[role][language]));
  return (
    <header className={isReadOnly ? "lad-top lad-top-readonly" : "lad-top"}>
      <strong className="lad-top-name">{own?.facts.name ?? t(APP_TEXTS.noBureau)}</strong>
      <span className="lad-top-product">{t(APP_TEXTS.product)}</span>
      <span className="lad-top-space" />
      <Button
        icon={
          <Icon>
            <SearchOutlined />
          </Icon>
        }
        onClick={() => goTo("search")}
        title="Ctrl+K"
      >
        {t(APP_TEXTS.search)} <kbd>Ctrl+K</kbd>
      </Button>
      <span className="lad-top-actor">
        <strong>{actor.name}</strong> <span>{roles.join(language === "zh" ? "、" : ", ")}</span>
      </span>
      <LanguageSwitch />
      <Button
        icon={
          <Icon>
            <LockOutlined />
          </Icon>
        }
        onClick={() => void lockNow()}
      >
        {t(APP_TEXTS.lock)}
      </Button>
    </header>
  );
};
