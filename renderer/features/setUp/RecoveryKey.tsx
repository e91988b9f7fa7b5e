import { Button, Checkbox } from "antd";
import { useState } from "react";
import { GateCard } from "../../ui/GateCard.tsx";
import { useLabel } from "../../ui/language.tsx";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { SET_UP_TEXTS } from "./texts.ts";

type Props = { readonly recoveryKey: string; readonly onKept: () => void };

/** The recovery key, shown once. One cannot go on by accident: somebody must state that it is kept. */
export const RecoveryKey = ({ recoveryKey, onKept }: Props) => {
  const t = useLabel();
  const [isKept, setKept] = useState(false);
  return (
    <GateCard title={t(SET_UP_TEXTS.keyTitle)} note={t(SET_UP_TEXTS.keyText)} isWide>
      <output className="lad-key" aria-label={t(SET_UP_TEXTS.keyTitle)}>
        {recoveryKey}
      </output>
      <p>
        <Checkbox checked={isKept} onChange={(event) => setKept(event.target.checked)}>
          {t(SET_UP_TEXTS.keyKept)}
        </Checkbox>
      </p>
      <div className="lad-buttons">
        <Button size="large" onClick={() => print()}>
          {t(SET_UP_TEXTS.keyPrint)}
        </Button>
        <WaitingButton
          size="large"
          type="primary"
          waitsFor={isKept ? "" : t(SET_UP_TEXTS.keyFirst)}
          onClick={onKept}
        >
          {t(SET_UP_TEXTS.keyNext)}
        </WaitingButton>
      </div>
    </GateCard>
  );
};
