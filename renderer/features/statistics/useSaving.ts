import { useState } from "react";
import type { Result } from "../../../shared/kernel/result.ts";
import { done } from "../../../shared/kernel/result.ts";
import { fromBase64 } from "../../base64.ts";
import type { Desk } from "../../data/desk.ts";
import { useDesk } from "../../data/deskContext.ts";
import { exportFile } from "../../data/exportFile.ts";
import type { Report } from "../../print/report.ts";
import { useRefusal } from "../../ui/useRefusal.ts";

type Make = (report: Report) => Promise<Result<Uint8Array>>;

const withLine = (report: Report, line: string): Report => ({ ...report, notes: [...report.notes, line] });

const xlsxOf =
  (about: string): Make =>
  async (report) =>
    done(await (await import("../../print/workbook.ts")).workbookOf(report, about));
const docxOf: Make = async (report) => done((await import("../../print/reportDocx.ts")).reportDocx(report));
const pdfOf =
  ({ host }: Desk): Make =>
  async (report) => {
    const [{ LETTER_FONT }, { reportHtml }] = await Promise.all([
      import("../../print/letterAssets.ts"),
      import("../../print/reportHtml.ts"),
    ]);
    const made = await host["letter.pdf"]({ html: await reportHtml(report, LETTER_FONT) });
    return made.ok ? done(fromBase64(made.value.data)) : made;
  };

/**
 * Saves a report into the export folder of this desk, as a workbook, a PDF or a Word document, by the one door for lists. Reports carry no
 * whole personal data, so V26 asks for no approval; who saved what is noted, and stands on the report.
 */
export const useSaving = () => {
  const desk = useDesk();
  const { refusal, tell } = useRefusal();
  const [path, setPath] = useState("");
  const [isBusy, setBusy] = useState(false);
  const save = async (name: string, report: Report, make: Make): Promise<void> => {
    setBusy(true);
    try {
      const saved = await exportFile(desk, {
        name,
        scope: "STATISTICS",
        isWhole: false,
        purpose: report.title,
        make: async (line) => {
          const made = tell(await make(withLine(report, line)));
          return made.ok ? [{ name, text: made.value }] : [];
        },
      });
      if (!saved.ok) tell(saved);
      else if (saved.value !== "") setPath(saved.value);
    } finally {
      setBusy(false);
    }
  };
  const saveXlsx = (name: string, report: Report, about: string) =>
    save(`${name}.xlsx`, report, xlsxOf(about));
  const saveDocx = (name: string, report: Report) => save(`${name}.docx`, report, docxOf);
  const savePdf = (name: string, report: Report) => save(`${name}.pdf`, report, pdfOf(desk));
  return { saveXlsx, savePdf, saveDocx, path, isBusy, refusal };
};
