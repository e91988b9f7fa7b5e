import { checklistOf } from "../../../shared/law/materialChecklist.ts";
import { mayWrite } from "../../../shared/workflow/writers.ts";
import { ClockSection } from "../../parts/ClockSection.tsx";
import { LetterSection } from "../../parts/LetterSection.tsx";
import { NextSection } from "../../parts/NextSection.tsx";
import { ScanSection } from "../../parts/ScanSection.tsx";
import { Timeline } from "../../parts/Timeline.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLabel } from "../../ui/language.tsx";
import { CameWith } from "./CameWith.tsx";
import { CaseHeader } from "./CaseHeader.tsx";
import { Confidants } from "./Confidants.tsx";
import { ContestedNumbers } from "./ContestedNumbers.tsx";
import { FactSections } from "./FactSections.tsx";
import { FileRecords } from "./FileRecords.tsx";
import { LateReason } from "./LateReason.tsx";
import { LATER_LANES, SCREEN_OF_STEP } from "./lanes.ts";
import { PersonExport } from "./PersonExport.tsx";
import { ReferralFile } from "./ReferralFile.tsx";
import { Remarks } from "./Remarks.tsx";
import { SamePersonSection } from "./SamePersonSection.tsx";
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
  const kinds = checklistOf(file.facts).map(({ kind }) => kind);
  const isVeiled = file.card.veil !== null;
  const isAssigned = file.facts.assignedAt !== undefined;
  return (
    <>
      <CaseHeader file={file} />
      <ContestedNumbers file={file} />
      <Remarks remarks={file.remarks} />
      <LateReason file={file} />
      <div className="part-columns">
        <div>
          <NextSection record={file.card} steps={file.steps} screens={SCREEN_OF_STEP} later={LATER_LANES} />
          <FactSections file={file} />
          {!isVeiled && <ScanSection record={{ t: "aidFile", id }} kinds={kinds} />}
          {isAssigned && !isVeiled && <WorkLog file={file} />}
        </div>
        <div>
          <ClockSection view={file.card.view} clocks={file.clocks} today={file.today} />
          <FileRecords file={file} />
          {!isVeiled && <SamePersonSection id={id} />}
          {!isVeiled && <LetterSection view={file.card.view} />}
          {!isVeiled && <ReferralFile file={file} />}
        </div>
      </div>
      {!isVeiled && <CameWith file={file} />}
      {!isVeiled && <Timeline t="aidFile" id={id} />}
      <Confidants file={file} />
      {!isVeiled && mayWrite("aidFile", file.roles) && file.facts.personName !== undefined && (
        <PersonExport file={file} />
      )}
    </>
  );
};
