import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLabel } from "../../ui/language.tsx";
import { CaseHeader } from "./CaseHeader.tsx";
import { ClockSection } from "./ClockSection.tsx";
import { FactSections } from "./FactSections.tsx";
import { LetterSection } from "./LetterSection.tsx";
import { NextSection } from "./NextSection.tsx";
import { Remarks } from "./Remarks.tsx";
import { Timeline } from "./Timeline.tsx";
import { useFile } from "./useFile.ts";
import { WorkLog } from "./WorkLog.tsx";
import { FILE_WORDS } from "./words.ts";
import "./file.css";

/** One case on one page: what to do next and by when on the left; what is known, issued and done beside and below it. */
export const CasePage = ({ id }: { readonly id: string }) => {
  const t = useLabel();
  const file = useFile(id);
  if (file === null) return <EmptyState text={t(FILE_WORDS.notFound)} />;
  if (file === undefined) return <EmptyState text={t(FILE_WORDS.loading)} />;
  const isAssigned = file.facts.assignedAt !== undefined;
  return (
    <>
      <CaseHeader file={file} />
      <Remarks remarks={file.remarks} />
      <div className="file-columns">
        <div>
          <NextSection file={file} />
          <FactSections file={file} />
          {isAssigned && <WorkLog file={file} />}
        </div>
        <div>
          <ClockSection file={file} />
          <LetterSection file={file} />
        </div>
      </div>
      <Timeline t="aidFile" id={id} />
    </>
  );
};
