import { Alert, Button, Checkbox } from "antd";
import { useState } from "react";
import { useDesk } from "../../data/deskContext.ts";
import { exportFile } from "../../data/exportFile.ts";
import { newId } from "../../data/newId.ts";
import type { FileCard } from "../../data/questions/files.ts";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { goTo } from "../../ui/route.ts";
import { TextInput } from "../../ui/TextInput.tsx";
import { useNeeded } from "../../ui/useNeeded.ts";
import { useRefusal } from "../../ui/useRefusal.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { filled } from "../../ui/words.ts";
import { fileSheet } from "./fileSheet.ts";
import { FILE_WORDS } from "./words.ts";

const NAME = "卷宗清单.csv";

type Props = { readonly cards: readonly FileCard[] };

const useExport = (cards: readonly FileCard[]) => {
  const desk = useDesk();
  const [path, setPath] = useState("");
  const { refusal, tell } = useRefusal();
  const run = async (purpose: string, isWhole: boolean): Promise<void> => {
    setPath("");
    const make = (watermark: string) => [{ name: NAME, text: fileSheet(cards, isWhole, watermark) }];
    const saved = tell(await exportFile(desk, { name: NAME, scope: "FILES", isWhole, purpose, make }));
    if (saved.ok) setPath(saved.value);
  };
  const ask = (): void => goTo("records", "exportApproval", newId(desk.wallMs()));
  return { run, ask, path, refusal };
};

const Form = ({ cards, onClose }: Props & { readonly onClose: () => void }) => {
  const t = useLabel();
  const needed = useNeeded();
  const { run, ask, path, refusal } = useExport(cards);
  const [purpose, setPurpose] = useState("");
  const [isWhole, setWhole] = useState(false);
  return (
    <section className="lad-card" aria-label={t(FILE_WORDS.exportList)}>
      <TextInput
        value={purpose}
        onText={setPurpose}
        onCommit={setPurpose}
        label={t(FILE_WORDS.exportWhy)}
        placeholder={t(FILE_WORDS.exportWhy)}
        max={200}
      />
      <Checkbox checked={isWhole} onChange={(event) => setWhole(event.target.checked)}>
        {t(FILE_WORDS.exportWhole)}
      </Checkbox>
      <RefusalNotice refusal={refusal} t="exportApproval" />
      {path !== "" && (
        <Alert role="status" type="success" showIcon title={filled(t(FILE_WORDS.exported), { path })} />
      )}
      <div className="lad-buttons">
        <WaitingButton
          type="primary"
          waitsFor={needed([t(FILE_WORDS.exportWhy), purpose.trim() !== ""])}
          onClick={() => void run(purpose, isWhole)}
        >
          {t(FILE_WORDS.confirm)}
        </WaitingButton>
        {refusal?.code === "export-unapproved" && <Button onClick={ask}>{t(FILE_WORDS.askApproval)}</Button>}
        <Button onClick={onClose}>{t(FILE_WORDS.cancel)}</Button>
      </div>
    </section>
  );
};

/** Takes the listed files out as a sheet: masked for whoever states why, whole only under the head's approval (V26). */
export const ExportList = ({ cards }: Props) => {
  const t = useLabel();
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Form cards={cards} onClose={() => setOpen(false)} />;
  return (
    <div className="lad-buttons file-export">
      <WaitingButton
        waitsFor={cards.length === 0 ? t(FILE_WORDS.exportNothing) : ""}
        onClick={() => setOpen(true)}
      >
        {t(FILE_WORDS.exportList)}
      </WaitingButton>
    </div>
  );
};
