import { Button } from "antd";
import { type FormEvent, useState } from "react";
import { host } from "../../host.ts";
import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useNeeded } from "../../ui/useNeeded.ts";
import { useRefusal } from "../../ui/useRefusal.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { SIGN_IN_TEXTS } from "./texts.ts";

type Props = { readonly login: string; readonly onBack: () => void; readonly onRecovered: () => void };

/** What is typed, what it still waits for, and the call that takes it. */
const useRecovery = (last: string, onRecovered: () => void) => {
  const t = useLabel();
  const needed = useNeeded();
  const [login, setLogin] = useState(last);
  const [recoveryKey, setKey] = useState("");
  const [newPassword, setPassword] = useState("");
  const { refusal, tell } = useRefusal();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const result = tell(
      await host["user.recover"]({ login: login.trim(), recoveryKey: recoveryKey.trim(), newPassword }),
    );
    if (result.ok) onRecovered();
  };
  const waitsFor = needed(
    [t(SIGN_IN_TEXTS.login), login.trim() !== ""],
    [t(SIGN_IN_TEXTS.recoveryKey), recoveryKey.trim() !== ""],
    [t(SIGN_IN_TEXTS.newPassword), newPassword !== ""],
  );
  return { login, setLogin, recoveryKey, setKey, newPassword, setPassword, refusal, submit, waitsFor };
};

/** A new password for an account whose old one is lost, with the key that was printed at the first start. */
export const RecoverForm = ({ login: last, onBack, onRecovered }: Props) => {
  const t = useLabel();
  const { login, setLogin, recoveryKey, setKey, newPassword, setPassword, refusal, submit, waitsFor } =
    useRecovery(last, onRecovered);
  return (
    <form onSubmit={(event) => void submit(event)}>
      <h2>{t(SIGN_IN_TEXTS.recoverTitle)}</h2>
      <LabeledText title={t(SIGN_IN_TEXTS.login)} value={login} onText={setLogin} max={40} />
      <LabeledText title={t(SIGN_IN_TEXTS.recoveryKey)} value={recoveryKey} onText={setKey} max={100} />
      <LabeledText
        title={t(SIGN_IN_TEXTS.newPassword)}
        value={newPassword}
        onText={setPassword}
        max={200}
        isPassword
        autoComplete="new-password"
      />
      <RefusalNotice refusal={refusal} />
      <div className="lad-buttons">
        <WaitingButton type="primary" htmlType="submit" waitsFor={waitsFor}>
          {t(SIGN_IN_TEXTS.recover)}
        </WaitingButton>
        <Button onClick={onBack}>{t(SIGN_IN_TEXTS.back)}</Button>
      </div>
    </form>
  );
};
