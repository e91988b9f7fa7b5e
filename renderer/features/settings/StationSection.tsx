import { Button } from "antd";
import { type FormEvent, useState } from "react";
import type { HostOutput } from "../../../shared/host/contract.ts";
import { host } from "../../host.ts";
import { useHostAnswer } from "../../state/useHostAnswer.ts";
import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { useNeeded } from "../../ui/useNeeded.ts";
import { useRefusal } from "../../ui/useRefusal.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { SETTINGS_TEXTS } from "./texts.ts";
import { useIsAdmin } from "./useIsAdmin.ts";

type Machine = Pick<HostOutput<"app.info">, "hasKeychain" | "isStationBound">;
type Change = { readonly machine: Machine; readonly onChanged: () => void };

const stateOf = ({ hasKeychain, isStationBound }: Machine) => {
  if (isStationBound) return SETTINGS_TEXTS.stationBound;
  return hasKeychain ? SETTINGS_TEXTS.stationFree : SETTINGS_TEXTS.stationNone;
};

/** Binding asks for the recovery key: whoever binds must have the paper that opens the desk without this computer. */
const BindForm = ({ onChanged }: Pick<Change, "onChanged">) => {
  const t = useLabel();
  const needed = useNeeded();
  const [recoveryKey, setKey] = useState("");
  const { refusal, tell } = useRefusal();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (tell(await host["station.bind"]({ recoveryKey })).ok) onChanged();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <LabeledText
        title={t(SETTINGS_TEXTS.stationKey)}
        hint={t(SETTINGS_TEXTS.stationKeyHint)}
        value={recoveryKey}
        onText={setKey}
        max={100}
      />
      <RefusalNotice refusal={refusal} />
      <WaitingButton htmlType="submit" waitsFor={needed([t(SETTINGS_TEXTS.stationKey), recoveryKey !== ""])}>
        {t(SETTINGS_TEXTS.stationBind)}
      </WaitingButton>
    </form>
  );
};

const UnbindButton = ({ onChanged }: Pick<Change, "onChanged">) => {
  const t = useLabel();
  const { refusal, tell } = useRefusal();
  const unbind = async (): Promise<void> => {
    if (tell(await host["station.unbind"]({})).ok) onChanged();
  };
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Button onClick={() => void unbind()}>{t(SETTINGS_TEXTS.stationUnbind)}</Button>
    </>
  );
};

const Changing = ({ machine, onChanged }: Change) => {
  if (machine.isStationBound) return <UnbindButton onChanged={onChanged} />;
  return machine.hasKeychain ? <BindForm onChanged={onChanged} /> : null;
};

/** Whether the passwords of this computer open its data anywhere, or here only (decision 0021). */
export const StationSection = () => {
  const t = useLabel();
  const isAdmin = useIsAdmin();
  const [turn, setTurn] = useState(0);
  const info = useHostAnswer("app.info", {}, turn);
  if (info?.ok !== true) return null;
  return (
    <SectionCard title={t(SETTINGS_TEXTS.station)}>
      <p role="status">{t(stateOf(info.value))}</p>
      {isAdmin && <Changing machine={info.value} onChanged={() => setTurn((now) => now + 1)} />}
    </SectionCard>
  );
};
