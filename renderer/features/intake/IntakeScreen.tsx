import { Button } from "antd";
import { useState } from "react";
import { codeLabel } from "../../../shared/dictionary/codeList.ts";
import { CASE_MATTERS } from "../../../shared/dictionary/codes/caseMatters.ts";
import { useDesk } from "../../data/deskContext.ts";
import { draftFiles } from "../../data/questions/drafts.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FileList } from "../../ui/FileList.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useRefusal } from "../../ui/useRefusal.ts";
import { IntakePage } from "./IntakePage.tsx";
import { ReceiveReferred } from "./ReceiveReferred.tsx";
import { startApplication } from "./startApplication.ts";
import { INTAKE_WORDS } from "./words.ts";

const Drafts = () => {
  const { t, language } = useLanguage();
  const desk = useDesk();
  const drafts = useAnswer(draftFiles("APPLICATION"), []) ?? [];
  const { refusal, tell } = useRefusal();
  const [isReferred, setReferred] = useState(false);
  const lines = drafts.map(({ id, facts }) => ({
    key: id,
    screen: "intake",
    id,
    title: facts.personName ?? t(INTAKE_WORDS.unnamed),
    detail: facts.matter !== undefined && codeLabel(CASE_MATTERS, facts.matter, language),
  }));
  const start = async (): Promise<void> => void tell(await startApplication(desk));
  return (
    <>
      <PageHeader
        title={t(INTAKE_WORDS.list)}
        note={t(INTAKE_WORDS.listNote)}
        actions={
          <>
            <Button onClick={() => setReferred(!isReferred)}>{t(INTAKE_WORDS.referred)}</Button>
            <Button type="primary" onClick={() => void start()}>
              {t(INTAKE_WORDS.start)}
            </Button>
          </>
        }
      />
      <RefusalNotice refusal={refusal} />
      {isReferred && <ReceiveReferred />}
      {drafts.length === 0 && <EmptyState text={t(INTAKE_WORDS.noDrafts)} />}
      <FileList lines={lines} label={t(INTAKE_WORDS.list)} height="calc(100vh - 250px)" />
    </>
  );
};

/** Applications being registered, or one of them. */
export const IntakeScreen = ({ id }: { readonly id: string }) =>
  id === "" ? <Drafts /> : <IntakePage id={id} />;
