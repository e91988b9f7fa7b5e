import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLabel } from "../../ui/language.tsx";
import { SET_UP_TEXTS } from "./texts.ts";
import type { Account } from "./useSetUp.ts";

type Props = { readonly account: Account; readonly onChange: (account: Account) => void };

/** The person's name, login and password, and the name of the desk. */
export const AccountFields = ({ account, onChange }: Props) => {
  const t = useLabel();
  const set = (key: keyof Account) => (value: string) => onChange({ ...account, [key]: value });
  const differ = account.again !== "" && account.again !== account.password;
  return (
    <div className="lad-form lad-columns-3">
      <LabeledText
        title={t(SET_UP_TEXTS.staffName)}
        value={account.staffName}
        onText={set("staffName")}
        max={50}
      />
      <LabeledText
        title={t(SET_UP_TEXTS.login)}
        hint={t(SET_UP_TEXTS.loginHint)}
        value={account.login}
        onText={set("login")}
        max={40}
        autoComplete="username"
      />
      <LabeledText
        title={t(SET_UP_TEXTS.deskName)}
        hint={t(SET_UP_TEXTS.deskNameHint)}
        value={account.deskName}
        onText={set("deskName")}
        max={40}
      />
      <LabeledText
        title={t(SET_UP_TEXTS.password)}
        hint={t(SET_UP_TEXTS.passwordHint)}
        value={account.password}
        onText={set("password")}
        max={200}
        isPassword
        autoComplete="new-password"
      />
      <LabeledText
        title={t(SET_UP_TEXTS.again)}
        value={account.again}
        onText={set("again")}
        max={200}
        isPassword
        isInvalid={differ}
        autoComplete="new-password"
        {...(differ && { hint: t(SET_UP_TEXTS.differ) })}
      />
    </div>
  );
};
