import { Radio } from "antd";
import { type FormEvent, useState } from "react";
import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useNeeded } from "../../ui/useNeeded.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { filled } from "../../ui/words.ts";
import { BackupChoice } from "./BackupChoice.tsx";
import { SET_UP_TEXTS } from "./texts.ts";
import { RESTORE_TEXTS } from "./textsRestore.ts";
import { type Chosen, type RestoredDesk, type Restoring, useRestore } from "./useRestore.ts";

type Typed = {
  readonly way: "recovery" | "password";
  readonly recoveryKey: string;
  readonly login: string;
  readonly password: string;
};
type KeyProps = { readonly typed: Typed; readonly onChange: (typed: Typed) => void };

const NOTHING: Typed = { way: "recovery", recoveryKey: "", login: "", password: "" };
/** The texts that open a backup in the chosen way. */
const KEYS_OF = { recovery: ["recoveryKey"], password: ["login", "password"] } as const;
const KEY_LABELS = {
  recoveryKey: RESTORE_TEXTS.recoveryKey,
  login: SET_UP_TEXTS.login,
  password: SET_UP_TEXTS.password,
} as const;

const KeyFields = ({ typed, onChange }: KeyProps) => {
  const t = useLabel();
  const of = (key: "recoveryKey" | "login" | "password") => ({
    value: typed[key],
    onText: (text: string) => onChange({ ...typed, [key]: text }),
  });
  return (
    <>
      <Radio.Group
        aria-label={t(RESTORE_TEXTS.key)}
        value={typed.way}
        onChange={({ target }) => onChange({ ...typed, way: target.value as Typed["way"] })}
        options={[
          { value: "recovery", label: t(RESTORE_TEXTS.byRecovery) },
          { value: "password", label: t(RESTORE_TEXTS.byPassword) },
        ]}
      />
      {typed.way === "recovery" ? (
        <LabeledText
          title={t(RESTORE_TEXTS.recoveryKey)}
          hint={t(RESTORE_TEXTS.keyHint)}
          max={100}
          {...of("recoveryKey")}
        />
      ) : (
        <div className="lad-form lad-columns-2">
          <LabeledText title={t(SET_UP_TEXTS.login)} max={40} autoComplete="username" {...of("login")} />
          <LabeledText
            title={t(SET_UP_TEXTS.password)}
            max={200}
            isPassword
            autoComplete="current-password"
            {...of("password")}
          />
        </div>
      )}
    </>
  );
};

const Progress = ({ restoring }: { readonly restoring: Restoring }) => {
  const t = useLabel();
  if (restoring === null) return null;
  return (
    <span className="lad-quiet" role="status">
      {restoring === "checking" ? t(RESTORE_TEXTS.checking) : filled(t(RESTORE_TEXTS.sending), restoring)}
    </span>
  );
};

/** The backup and its keys that are still to be chosen or typed, by their titles. */
const useLacking = (chosen: Chosen | undefined, typed: Typed): string => {
  const t = useLabel();
  return useNeeded()(
    [t(RESTORE_TEXTS.from), chosen !== undefined],
    ...KEYS_OF[typed.way].map((key) => [t(KEY_LABELS[key]), typed[key].trim() !== ""] as const),
  );
};

/** A machine without a desk takes over one from a backup; everybody's accounts come with it. */
export const RestoreForm = ({ onRestored }: { readonly onRestored: (restored: RestoredDesk) => void }) => {
  const t = useLabel();
  const [chosen, setChosen] = useState<Chosen | undefined>();
  const [typed, setTyped] = useState(NOTHING);
  const { refusal, restoring, run } = useRestore(onRestored);
  const waitsFor = useLacking(chosen, typed);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen === undefined || waitsFor !== "" || restoring !== null) return;
    const { recoveryKey, login, password } = typed;
    void run(
      chosen,
      typed.way === "recovery" ? { recoveryKey: recoveryKey.trim() } : { login: login.trim(), password },
    );
  };
  return (
    <form onSubmit={submit}>
      <p>{t(RESTORE_TEXTS.note)}</p>
      <h2 className="lad-gate-part">{t(RESTORE_TEXTS.from)}</h2>
      <BackupChoice chosen={chosen} onChoose={setChosen} />
      <h2 className="lad-gate-part">{t(RESTORE_TEXTS.key)}</h2>
      <KeyFields typed={typed} onChange={setTyped} />
      <RefusalNotice refusal={refusal} />
      <div className="lad-buttons">
        <WaitingButton
          type="primary"
          size="large"
          htmlType="submit"
          waitsFor={waitsFor}
          loading={restoring !== null}
        >
          {t(RESTORE_TEXTS.restore)}
        </WaitingButton>
        <Progress restoring={restoring} />
      </div>
    </form>
  );
};
