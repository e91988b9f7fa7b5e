import { Button } from "antd";
import { clockHref } from "../../parts/clockAddress.ts";
import { ClockCard } from "../../ui/ClockCard.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLabel } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { goTo } from "../../ui/route.ts";
import { HeadStageBadge } from "../../ui/StageBadge.tsx";
import { EligibilityTable } from "./EligibilityTable.tsx";
import { HardshipCard } from "./HardshipCard.tsx";
import { ProposeForm } from "./ProposeForm.tsx";
import { useExamination } from "./useExamination.ts";
import { EXAMINATION_WORDS } from "./words.ts";
import "./examination.css";

/** The examiner's screen: the decision table, the calculation where the law asks for one, findings and opinion. */
export const ExaminationScreen = ({ id }: { readonly id: string }) => {
  const t = useLabel();
  const examination = useExamination(id);
  if (examination === null) return <EmptyState text={t(EXAMINATION_WORDS.notFound)} />;
  if (examination === undefined) return <EmptyState text={t(EXAMINATION_WORDS.loading)} />;
  const { card, facts, rows, clock, today } = examination;
  return (
    <>
      <PageHeader
        title={`${t(EXAMINATION_WORDS.title)} · ${facts.personName ?? ""}`}
        tags={<HeadStageBadge stages={card.stages} />}
        actions={<Button onClick={() => goTo("file", id)}>{t(EXAMINATION_WORDS.back)}</Button>}
      />
      {clock !== undefined && (
        <ClockCard clock={clock} today={today} href={clockHref("aidFile", id, clock.id)} />
      )}
      <EligibilityTable rows={rows} />
      <HardshipCard examination={examination} />
      <ProposeForm key={`${examination.verdict?.outcome}`} examination={examination} />
    </>
  );
};
