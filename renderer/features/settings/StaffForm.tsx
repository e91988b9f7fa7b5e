import { type FormEvent, useState } from "react";
import { STAFF } from "../../../shared/dictionary/registers.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import { FieldInput } from "../../ui/FactInput.tsx";
import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useNeeded } from "../../ui/useNeeded.ts";
import { useRefusal } from "../../ui/useRefusal.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { filled } from "../../ui/words.ts";
import { SETTINGS_TEXTS } from "./texts.ts";
import type { NewStaff } from "./useStaff.ts";

type Facts = { readonly [f: string]: Json };
const ASKED = ["name", "section", "roles"] as const;

/** The state of the form; after a success it starts anew and names the account that was made. */
const useNewStaff = (onCreate: (staff: NewStaff) => Promise<Result<unknown>>) => {
  const [facts, setFacts] = useState<Facts>({});
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [made, setMade] = useState("");
  const { refusal, tell } = useRefusal();
  const t = useLabel();
  const waitsFor = useNeeded()(
    [t(STAFF.name.label), typeof facts.name === "string"],
    [t(STAFF.roles.label), Array.isArray(facts.roles)],
    [t(STAFF.login.label), login.trim() !== ""],
    [t(SETTINGS_TEXTS.initial), password !== ""],
  );
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (waitsFor !== "") return;
    const stated = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
    const result = tell(await onCreate({ facts: stated, login: login.trim(), password }));
    if (!result.ok) return;
    setMade(login.trim());
    setFacts({});
    setLogin("");
    setPassword("");
  };
  return { facts, setFacts, login, setLogin, password, setPassword, made, refusal, waitsFor, submit };
};

type FactInputsProps = { readonly facts: Facts; readonly onChange: (f: string, value: Json) => void };

const FactInputs = ({ facts, onChange }: FactInputsProps) =>
  ASKED.map((f) => (
    <div key={f} className={f === "roles" ? "lad-span" : undefined}>
      <FieldInput
        field={STAFF[f]}
        value={facts[f]}
        onCommit={(value) => onChange(f, value)}
        required={f !== "section"}
      />
    </div>
  ));

const PASSWORD = { max: 200, isPassword: true, autoComplete: "new-password" } as const;

/** Name, section, roles, login and first password of somebody new. */
export const StaffForm = ({
  onCreate,
}: {
  readonly onCreate: (staff: NewStaff) => Promise<Result<unknown>>;
}) => {
  const t = useLabel();
  const form = useNewStaff(onCreate);
  const change = (f: string, value: Json): void => form.setFacts((known) => ({ ...known, [f]: value }));
  return (
    <form onSubmit={(event) => void form.submit(event)} key={form.made}>
      <div className="lad-form lad-columns-2">
        <FactInputs facts={form.facts} onChange={change} />
        <LabeledText
          title={t(STAFF.login.label)}
          value={form.login}
          onText={form.setLogin}
          max={40}
          autoComplete="off"
        />
        <LabeledText
          {...PASSWORD}
          title={t(SETTINGS_TEXTS.initial)}
          hint={t(SETTINGS_TEXTS.initialHint)}
          value={form.password}
          onText={form.setPassword}
        />
      </div>
      <RefusalNotice refusal={form.refusal} t="staff" />
      {form.made !== "" && <p role="status">{filled(t(SETTINGS_TEXTS.created), { login: form.made })}</p>}
      <WaitingButton type="primary" htmlType="submit" waitsFor={form.waitsFor}>
        {t(SETTINGS_TEXTS.create)}
      </WaitingButton>
    </form>
  );
};
