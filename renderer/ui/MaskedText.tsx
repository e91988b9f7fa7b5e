import { Button } from "antd";
import { useState } from "react";
import { useLabel } from "./language.tsx";
import { type MaskKind, masked } from "./mask.ts";
import { type RecordRef, useUiPort } from "./port.tsx";
import { RefusalNotice } from "./RefusalNotice.tsx";
import { TextInput } from "./TextInput.tsx";
import { useRefusal } from "./useRefusal.ts";
import { WaitingButton } from "./WaitingButton.tsx";
import { UI_WORDS } from "./words.ts";

type Props = {
  readonly kind: MaskKind;
  readonly value: string /** What the number is, for the audit note: a dictionary name. */;
  readonly what: string;
  readonly record?: RecordRef;
};
type Stage = "masked" | "asking" | "shown";

type PurposeProps = { readonly onState: (purpose: string) => void; readonly onClose: () => void };

/** Asks why the whole number is needed; without a purpose nothing is shown. */
const PurposeForm = ({ onState, onClose }: PurposeProps) => {
  const t = useLabel();
  const [purpose, setPurpose] = useState("");
  const state = (): void => (purpose.trim() === "" ? undefined : onState(purpose.trim()));
  return (
    <>
      <TextInput
        value={purpose}
        onCommit={setPurpose}
        onText={setPurpose}
        onEnter={state}
        label={t(UI_WORDS.revealWhy)}
        placeholder={t(UI_WORDS.revealWhy)}
        autoFocus
      />
      <WaitingButton
        size="small"
        waitsFor={purpose.trim() === "" ? t(UI_WORDS.revealWhyFirst) : ""}
        onClick={state}
      >
        {t(UI_WORDS.confirm)}
      </WaitingButton>
      <Button size="small" onClick={onClose}>
        {t(UI_WORDS.cancel)}
      </Button>
    </>
  );
};

/**
 * A number shown with its middle hidden; the whole is shown after a purpose is stated and stands in the audit notes. A
 * look that cannot be noted does not happen (GB/T 22239 安全审计 d).
 */
export const MaskedText = ({ kind, value, what, record }: Props) => {
  const t = useLabel();
  const { noteReveal } = useUiPort();
  const [stage, setStage] = useState<Stage>("masked");
  const { refusal, tell } = useRefusal();
  const hide = (): void => setStage("masked");
  const reveal = async (purpose: string): Promise<void> => {
    if (tell(await noteReveal(what, purpose, record)).ok) setStage("shown");
  };
  return (
    <span className="lad-masked">
      {stage === "shown" ? value : masked(kind, value)}{" "}
      {stage === "shown" && (
        <Button size="small" type="link" onClick={hide}>
          {t(UI_WORDS.hide)}
        </Button>
      )}
      {stage === "masked" && (
        <Button size="small" type="link" onClick={() => setStage("asking")}>
          {t(UI_WORDS.reveal)}
        </Button>
      )}
      {stage === "asking" && <PurposeForm onState={(purpose) => void reveal(purpose)} onClose={hide} />}
      <RefusalNotice refusal={refusal} />
    </span>
  );
};
