import { Alert, Button } from "antd";
import { useState } from "react";
import { fromBase64 } from "../../base64.ts";
import { useDesk } from "../../data/deskContext.ts";
import { type Exported, exportFile } from "../../data/exportFile.ts";
import { newId } from "../../data/newId.ts";
import { keptOf, personOf } from "../../data/questions/ofPerson.ts";
import { bureau } from "../../data/questions/registers.ts";
import type { Report } from "../../print/report.ts";
import { useLanguage } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { goTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { useNeeded } from "../../ui/useNeeded.ts";
import { useRefusal } from "../../ui/useRefusal.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { filled } from "../../ui/words.ts";
import { personReport } from "./personReport.ts";
import type { OpenFileView } from "./useFile.ts";
import { FILE_WORDS } from "./words.ts";

/** Letters of a record's id that tell saved files of different people apart; a file's name never says whose it is. */
const ID_SHOWN = 8;

const filesOf = async (
  desk: ReturnType<typeof useDesk>,
  report: Report,
  { name, about }: { readonly name: string; readonly about: string },
): Promise<readonly Exported[]> => {
  const [{ workbookOf }, { LETTER_FONT }, { reportHtml }] = await Promise.all([
    import("../../print/workbook.ts"),
    import("../../print/letterAssets.ts"),
    import("../../print/reportHtml.ts"),
  ]);
  const workbook = { name: `${name}.xlsx`, text: await workbookOf(report, about) };
  const pdf = await desk.host["letter.pdf"]({ html: await reportHtml(report, LETTER_FONT) });
  return pdf.ok ? [workbook, { name: `${name}.pdf`, text: fromBase64(pdf.value.data) }] : [workbook];
};

const useExport = ({ card }: OpenFileView) => {
  const desk = useDesk();
  const { language, t } = useLanguage();
  const [path, setPath] = useState("");
  const [isBusy, setBusy] = useState(false);
  const { refusal, tell } = useRefusal();
  const make = async (watermark: string): Promise<readonly Exported[]> => {
    const person = personOf(card.view);
    const kept = await keptOf(person, card.id)(desk);
    const office = (await bureau()(desk))?.facts.name ?? "";
    const report = await personReport(desk, { person, kept, bureau: office }, language);
    const name = `person-${card.id.slice(-ID_SHOWN)}`;
    return filesOf(
      desk,
      { ...report, notes: [...report.notes, watermark] },
      { name, about: t(FILE_WORDS.keptAbout) },
    );
  };
  const run = async (purpose: string): Promise<void> => {
    setBusy(true);
    setPath("");
    try {
      const wish = { name: "person", scope: "PERSON", isWhole: true, purpose, make } as const;
      const saved = tell(await exportFile(desk, { ...wish, of: { t: card.t, id: card.id } }));
      if (saved.ok) setPath(saved.value);
    } finally {
      setBusy(false);
    }
  };
  const ask = (): void => goTo("records", "exportApproval", newId(desk.wallMs()));
  return { run, ask, path, isBusy, refusal };
};

/**
 * 查阅、复制 (《个人信息保护法》第四十五条): everything kept about the person of this file, for that person. Only under the
 * head's approval (V26), with the purpose, and noted as a look at the file.
 */
export const PersonExport = ({ file }: { readonly file: OpenFileView }) => {
  const { t } = useLanguage();
  const { run, ask, path, isBusy, refusal } = useExport(file);
  const needed = useNeeded();
  const [purpose, setPurpose] = useState("");
  return (
    <SectionCard title={t(FILE_WORDS.kept)} note={t(FILE_WORDS.keptNote)}>
      <TextInput
        value={purpose}
        onText={setPurpose}
        onCommit={setPurpose}
        label={t(FILE_WORDS.exportWhy)}
        placeholder={t(FILE_WORDS.exportWhy)}
        max={200}
      />
      <RefusalNotice refusal={refusal} t="exportApproval" />
      {path !== "" && (
        <Alert role="status" type="success" showIcon title={filled(t(FILE_WORDS.exported), { path })} />
      )}
      <div className="lad-buttons">
        <WaitingButton
          loading={isBusy}
          waitsFor={needed([t(FILE_WORDS.exportWhy), purpose.trim() !== ""])}
          onClick={() => void run(purpose)}
        >
          {t(FILE_WORDS.keptExport)}
        </WaitingButton>
        {refusal?.code === "export-unapproved" && <Button onClick={ask}>{t(FILE_WORDS.askApproval)}</Button>}
      </div>
    </SectionCard>
  );
};
