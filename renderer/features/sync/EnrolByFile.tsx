import { Button } from "antd";
import { type FormEvent, useState } from "react";
import { done, type Result } from "../../../shared/kernel/result.ts";
import { toBase64 } from "../../base64.ts";
import { host } from "../../host.ts";
import { FilePicker } from "../../ui/FilePicker.tsx";
import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useNeeded } from "../../ui/useNeeded.ts";
import { useRefusal } from "../../ui/useRefusal.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { SYNC_TEXTS } from "./texts.ts";

/** The bytes of a file that a person chose, or of one that lies on the stick. */
const dataOf = async (picked: string | File): Promise<Result<{ readonly data: string }>> =>
  typeof picked === "string"
    ? host["bundle.fetch"]({ name: picked })
    : done({ data: toBase64(new Uint8Array(await picked.arrayBuffer())) });

type Props = {
  /** Enrolment files in the watched folder. */
  readonly onStick: readonly string[];
  readonly onRead: () => void;
};

type PickingProps = Pick<Props, "onStick"> & {
  readonly picked: string | File | undefined;
  readonly onPick: (picked: string | File | undefined) => void;
};

const Picking = ({ onStick, picked, onPick }: PickingProps) => {
  const t = useLabel();
  return (
    <>
      <p>
        <FilePicker label={t(SYNC_TEXTS.enrolFile)} accept=".ladb" onPick={onPick} />
      </p>
      {onStick.map((name) => (
        <p key={name}>
          <Button onClick={() => onPick(name)}>{t(SYNC_TEXTS.stickEnrol)}</Button>{" "}
          <span className="lad-quiet">{name}</span>{" "}
          {picked === name && <span role="status">✓ {t(SYNC_TEXTS.stickPicked)}</span>}
        </p>
      ))}
    </>
  );
};

/** Enrolment of a desk that no network reaches: the center's file, and the code that opens it. */
export const EnrolByFile = ({ onStick, onRead }: Props) => {
  const t = useLabel();
  const [picked, setPicked] = useState<string | File>();
  const [code, setCode] = useState("");
  const [isBusy, setBusy] = useState(false);
  const { refusal, tell } = useRefusal();
  const waitsFor = useNeeded()(
    [t(SYNC_TEXTS.enrolFile), picked !== undefined],
    [t(SYNC_TEXTS.code), code.trim() !== ""],
  );
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (picked === undefined || code.trim() === "" || isBusy) return;
    setBusy(true);
    const data = await dataOf(picked);
    const result = tell(data.ok ? await host["bundle.enrol"]({ ...data.value, code: code.trim() }) : data);
    setBusy(false);
    if (result.ok) onRead();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <p>{t(SYNC_TEXTS.enrolByFileNote)}</p>
      <Picking onStick={onStick} picked={picked} onPick={setPicked} />
      <div className="lad-form lad-columns-2">
        <LabeledText
          title={t(SYNC_TEXTS.code)}
          hint={t(SYNC_TEXTS.codeHint)}
          value={code}
          onText={setCode}
          max={40}
        />
      </div>
      <RefusalNotice refusal={refusal} />
      <WaitingButton htmlType="submit" loading={isBusy} waitsFor={waitsFor}>
        {t(SYNC_TEXTS.enrolByFile)}
      </WaitingButton>
    </form>
  );
};
