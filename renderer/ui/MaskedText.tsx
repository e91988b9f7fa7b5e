import { Button } from "antd";
import { useState } from "react";
import { useLabel } from "./language.tsx";
import { type MaskKind, masked } from "./mask.ts";
import { type RecordRef, useUiPort } from "./port.tsx";
import { TextInput } from "./TextInput.tsx";
import { UI_WORDS } from "./words.ts";

type Props = {
  readonly kind: MaskKind;
  readonly value: string /** What the number is, for the audit note: a dictionary name. */;
  readonly what: string;
  readonly record?: RecordRef;
};
type Stage = "masked" | "asking" | "shown";

/** A number shown with its middle hidden; the whole is shown after a purpose is stated, which goes into the audit notes. */
export const MaskedText = ({ kind, value, what, record }: Props) => {
  const t = useLabel();
  const { noteReveal } = useUiPort();
  const [stage, setStage] = useState<Stage>("masked");
  const [purpose, setPurpose] = useState("");
  const reveal = async (): Promise<void> => {
    if (purpose.trim() === "") return;
    await noteReveal(what, purpose.trim(), record);
    setStage("shown");
  };
  if (stage === "shown")
    return (
      <span className="lad-masked">
        {value}{" "}
        <Button size="small" type="link" onClick={() => setStage("masked")}>
          {t(UI_WORDS.hide)}
        </Button>
      </span>
    );
  return (
    <span className="lad-masked">
      {masked(kind, value)}{" "}
      {stage === "masked" ? (
        <Button size="small" type="link" onClick={() => setStage("asking")}>
          {t(UI_WORDS.reveal)}
        </Button>
      ) : (
        <>
          <TextInput
            value={purpose}
            onCommit={setPurpose}
            onText={setPurpose}
            onEnter={() => void reveal()}
            label={t(UI_WORDS.revealWhy)}
            placeholder={t(UI_WORDS.revealWhy)}
            autoFocus
          />
          <Button size="small" disabled={purpose.trim() === ""} onClick={() => void reveal()}>
            {t(UI_WORDS.confirm)}
          </Button>
          <Button size="small" onClick={() => setStage("masked")}>
            {t(UI_WORDS.cancel)}
          </Button>
        </>
      )}
    </span>
  );
};
