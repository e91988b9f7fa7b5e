import { type FormEvent, useState } from "react";
import { host } from "../../host.ts";
import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useRefusal } from "../../ui/useRefusal.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { SYNC_TEXTS } from "./texts.ts";

type Props = {
  /** Where the province was when this desk was enrolled. */
  readonly provinceUrl: string;
  readonly onMoved: () => void;
};

/** For a desk of a county's hub: to the center that keeps the bureau's book now, by the province's word. */
export const MoveForm = ({ provinceUrl, onMoved }: Props) => {
  const t = useLabel();
  const [url, setUrl] = useState(provinceUrl);
  const [isBusy, setBusy] = useState(false);
  const { refusal, tell } = useRefusal();
  const isComplete = URL.canParse(url.trim());
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isComplete || isBusy) return;
    setBusy(true);
    const result = tell(await host["center.move"]({ url: url.trim() }));
    setBusy(false);
    if (result.ok) onMoved();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <p className="lad-quiet">{t(SYNC_TEXTS.moveNote)}</p>
      <LabeledText title={t(SYNC_TEXTS.address)} value={url} onText={setUrl} max={200} />
      <RefusalNotice refusal={refusal} />
      <WaitingButton
        htmlType="submit"
        loading={isBusy}
        waitsFor={isComplete ? "" : t(SYNC_TEXTS.addressFirst)}
      >
        {t(isBusy ? SYNC_TEXTS.working : SYNC_TEXTS.move)}
      </WaitingButton>
    </form>
  );
};
