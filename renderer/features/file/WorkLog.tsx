import { isCriminalCase } from "../../../shared/law/scope.ts";
import { FactsForm } from "../../ui/FactsForm.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RowsEditor } from "../../ui/RowsEditor.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { courseFacts } from "./factGroups.ts";
import type { OpenFileView } from "./useFile.ts";
import { FILE_WORDS } from "./words.ts";

/** The handler's log (FZ-014) and the dates that start the clocks of handling. Entries are added, never changed. */
export const WorkLog = ({ file: { card } }: { readonly file: OpenFileView }) => {
  const t = useLabel();
  return (
    <SectionCard title={t(FILE_WORDS.workLog)}>
      <FactsForm
        view={card.view}
        names={courseFacts(card.stages, { isOrganCase: isCriminalCase(card.facts) })}
        columns={2}
      />
      <RowsEditor record={card.view} f="activities" />
    </SectionCard>
  );
};
