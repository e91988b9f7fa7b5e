import { Button } from "antd";
import { type FormEvent, useState } from "react";
import type { Session } from "../../../shared/host/contract.ts";
import type { Refusal } from "../../../shared/kernel/refusals.ts";
import { host } from "../../host.ts";
import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { SIGN_IN_TEXTS } from "./texts.ts";

type Props = {
  readonly lastLogin: string;
  readonly note: string;
  readonly onSignedIn: (session: Session) => void;
  readonly onForgot: () => void;
};

const useSignIn = (lastLogin: string, onSignedIn: Props["onSignedIn"]) => {
  const [login, setLogin] = useState(lastLogin);
  const [password, setPassword] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy || login.trim() === "" || password === "") return;
    setBusy(true);
    const result = await host["user.signIn"]({ login: login.trim(), password });
    setBusy(false);
    if (result.ok) return onSignedIn(result.value);
    setRefusal(result.refusal);
    setPassword("");
  };
  return { login, setLogin, password, setPassword, refusal, isBusy, submit };
};

/** Login and password. The person who signed in last only types the password. */
export const SignInForm = ({ lastLogin, note, onSignedIn, onForgot }: Props) => {
  const t = useLabel();
  const { login, setLogin, password, setPassword, refusal, isBusy, submit } = useSignIn(
    lastLogin,
    onSignedIn,
  );
  return (
    <form onSubmit={(event) => void submit(event)}>
      <LabeledText
        title={t(SIGN_IN_TEXTS.login)}
        value={login}
        onText={setLogin}
        max={40}
        autoFocus={lastLogin === ""}
        autoComplete="username"
      />
      <LabeledText
        title={t(SIGN_IN_TEXTS.password)}
        value={password}
        onText={setPassword}
        max={200}
        isPassword
        autoFocus={lastLogin !== ""}
        autoComplete="current-password"
      />
      <RefusalNotice refusal={refusal} />
      {note !== "" && <p role="status">{note}</p>}
      <Button type="primary" htmlType="submit" block size="large" loading={isBusy}>
        {t(isBusy ? SIGN_IN_TEXTS.signingIn : SIGN_IN_TEXTS.signIn)}
      </Button>
      <Button type="link" onClick={onForgot}>
        {t(SIGN_IN_TEXTS.forgot)}
      </Button>
    </form>
  );
};
