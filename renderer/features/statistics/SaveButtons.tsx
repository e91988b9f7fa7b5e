import { Button } from "antd";
import type { Report } from "../../print/report.ts";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { filled } from "../../ui/words.ts";
import { useSaving } from "./useSaving.ts";
import { STAT_WORDS } from "./words.ts";

type Props = {
  readonly name: string;
  readonly report: () => Report;
  readonly hasPdf?: boolean;
  /** True for a sheet that the bureau goes on editing before it is hung up or posted. */
  readonly hasWord?: boolean;
};

/** Saves a report as a workbook, a PDF or a Word document, and says where it lies. */
export const SaveButtons = ({ name, report, hasPdf = true, hasWord = false }: Props) => {
  const t = useLabel();
  const { saveXlsx, savePdf, saveDocx, path, isBusy, refusal } = useSaving();
  return (
    <>
      <Button loading={isBusy} onClick={() => void saveXlsx(name, report(), t(STAT_WORDS.about))}>
        {t(STAT_WORDS.saveXlsx)}
      </Button>
      {hasPdf && (
        <Button loading={isBusy} onClick={() => void savePdf(name, report())}>
          {t(STAT_WORDS.savePdf)}
        </Button>
      )}
      {hasWord && (
        <Button loading={isBusy} onClick={() => void saveDocx(name, report())}>
          {t(STAT_WORDS.saveDocx)}
        </Button>
      )}
      {path !== "" && (
        <span role="status" className="lad-quiet">
          {filled(t(STAT_WORDS.saved), { path })}
        </span>
      )}
      <RefusalNotice refusal={refusal} />
    </>
  );
};
