import { Button } from "antd";
import { type FormEvent, useState } from "react";
import type { HostOutput } from "../../../shared/host/contract.ts";
import { host } from "../../host.ts";
import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useRefusal } from "../../ui/useRefusal.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { SYNC_TEXTS } from "./texts.ts";

type Props = {
  readonly stick: Pick<HostOutput<"bundle.stick">, "folder" | "places">;
  readonly onChange: () => void;
};

const usePath = ({ stick: { folder }, onChange }: Props) => {
  const [path, setPath] = useState(folder);
  const { refusal, tell } = useRefusal();
  const choose = async (next: string): Promise<void> => {
    if (!tell(await host["bundle.setStick"]({ folder: next })).ok) return;
    setPath(next);
    onChange();
  };
  return { path, setPath, refusal, choose };
};

/** Which folder is watched for the province's files; the administrator's. Sticks that are plugged in are one click. */
export const StickForm = (props: Props) => {
  const t = useLabel();
  const { folder, places } = props.stick;
  const { path, setPath, refusal, choose } = usePath(props);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void choose(path.trim());
  };
  return (
    <details className="sync-stick">
      <summary>{t(SYNC_TEXTS.stickSet)}</summary>
      <form onSubmit={submit}>
        <div className="lad-form lad-columns-2">
          <LabeledText
            title={t(SYNC_TEXTS.stickFolder)}
            hint={t(SYNC_TEXTS.stickHint)}
            value={path}
            onText={setPath}
            max={400}
          />
        </div>
        {places.length > 0 && (
          <p>
            {t(SYNC_TEXTS.stickPlaces)}{" "}
            {places.map((place) => (
              <Button key={place} onClick={() => void choose(place)}>
                {place}
              </Button>
            ))}
          </p>
        )}
        <RefusalNotice refusal={refusal} />
        <WaitingButton htmlType="submit" waitsFor={path.trim() === folder ? t(SYNC_TEXTS.stickSame) : ""}>
          {t(SYNC_TEXTS.stickSave)}
        </WaitingButton>{" "}
        {folder !== "" && <Button onClick={() => void choose("")}>{t(SYNC_TEXTS.stickNone)}</Button>}
      </form>
    </details>
  );
};
