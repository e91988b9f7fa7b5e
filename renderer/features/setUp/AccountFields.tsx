import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLabel } from "../../ui/language.tsx";
import { SET_UP_TEXTS } from "./texts.ts";
import type { Account } from "./useSetUp.ts";

type Props = { readonly account: Account; readonly onChange: (account: Account) => void };

const NEW_PASSWORD = { max: 200, isPassword: true, autoComplete: "new-password" } as const;

/** The person's name, login and password, and the name of the desk. */
export const AccountFields = ({ account, onChange }: Props) => {
  const t = useLabel();
  const of = (key: keyof Account) => ({
    title: t(SET_UP_TEXTS[key]),
    value: account[key],
    onText: (value: string) => onChange({ ...account, [key]: value }),
  });
  const differ = account.again !== "" && account.again !== account.password;
  const warning = differ ? { hint: t(SET_UP_TEXTS.differ), isInvalid: true } : {};
  return (
    <div className="lad-form lad-columns-3">
      <LabeledText {...of("staffName")} max={50} />
      <LabeledText {...of("login")} hint={t(SET_UP_TEXTS.loginHint)} max={40} autoComplete="username" />
      <LabeledText {...of("deskName")} hint={t(SET_UP_TEXTS.deskNameHint)} max={40} />
      <LabeledText {...of("password")} {...NEW_PASSWORD} hint={t(SET_UP_TEXTS.passwordHint)} />
      <LabeledText {...of("again")} {...NEW_PASSWORD} {...warning} />
    </div>
  );
};
