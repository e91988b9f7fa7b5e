import { type FormEvent, useState } from "react";
import { STAFF } from "../../../shared/dictionary/registers.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useNeeded } from "../../ui/useNeeded.ts";
import { useRefusal } from "../../ui/useRefusal.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { SETTINGS_TEXTS } from "./texts.ts";

type Props = {
  readonly login: string;
  readonly onCreate: (login: string, password: string) => Promise<Result<unknown>>;
};

/** An account on this machine for somebody whose record came from another desk. */
export const AccountForm = ({ login: known, onCreate }: Props) => {
  const t = useLabel();
  const needed = useNeeded();
  const [login, setLogin] = useState(known);
  const [password, setPassword] = useState("");
  const { refusal, tell } = useRefusal();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void onCreate(login.trim(), password).then(tell);
  };
  return (
    <form onSubmit={submit}>
      <div className="lad-form lad-columns-2">
        <LabeledText title={t(STAFF.login.label)} value={login} onText={setLogin} max={40} />
        <LabeledText
          title={t(SETTINGS_TEXTS.initial)}
          hint={t(SETTINGS_TEXTS.initialHint)}
          value={password}
          onText={setPassword}
          max={200}
          isPassword
          autoComplete="new-password"
        />
      </div>
      <RefusalNotice refusal={refusal} />
      <WaitingButton
        htmlType="submit"
        waitsFor={needed(
          [t(STAFF.login.label), login.trim() !== ""],
          [t(SETTINGS_TEXTS.initial), password !== ""],
        )}
      >
        {t(SETTINGS_TEXTS.giveAccount)}
      </WaitingButton>
    </form>
  );
};
