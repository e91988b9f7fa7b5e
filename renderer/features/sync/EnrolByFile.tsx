import { Button } from "antd";
import { type FormEvent, useState } from "react";
import { host } from "../../host.ts";
import { toBase64 } from "../../print/base64.ts";
import { FilePicker } from "../../ui/FilePicker.tsx";
import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useRefusal } from "../../ui/useRefusal.ts";
import { SYNC_TEXTS } from "./texts.ts";

/** Enrolment of a desk that no network reaches: the center's file, and the code that opens it. */
export const EnrolByFile = ({ onRead }: { readonly onRead: () => void }) => {
  const t = useLabel();
  const [file, setFile] = useState<File>();
  const [code, setCode] = useState("");
  const [isBusy, setBusy] = useState(false);
  const { refusal, tell } = useRefusal();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (file === undefined || code.trim() === "" || isBusy) return;
    setBusy(true);
    const data = toBase64(new Uint8Array(await file.arrayBuffer()));
    const result = tell(await host["bundle.enrol"]({ data, code: code.trim() }));
    setBusy(false);
    if (result.ok) onRead();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <p>{t(SYNC_TEXTS.enrolByFileNote)}</p>
      <p>
        <FilePicker label={t(SYNC_TEXTS.enrolFile)} accept=".ladb" onPick={setFile} />
      </p>
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
      <Button htmlType="submit" loading={isBusy} disabled={file === undefined || code.trim() === ""}>
        {t(SYNC_TEXTS.enrolByFile)}
      </Button>
    </form>
  );
};
