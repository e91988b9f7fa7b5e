import { Button } from "antd";
import type { Report } from "../../print/report.ts";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { filled } from "../../ui/words.ts";
import { useSaving } from "./useSaving.ts";
import { STAT_WORDS } from "./words.ts";

type Props = { readonly name: string; readonly report: () => Report; readonly hasPdf?: boolean };

/** Saves a report as a workbook or a PDF, and says where it lies. */
export const SaveButtons = ({ name, report, hasPdf = true }: Props) => {
  const t = useLabel();
  const { saveXlsx, savePdf, path, isBusy, refusal } = useSaving();
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
      {path !== "" && (
        <span role="status" className="lad-quiet">
          {filled(t(STAT_WORDS.saved), { path })}
        </span>
      )}
      <RefusalNotice refusal={refusal} />
    </>
  );
};
