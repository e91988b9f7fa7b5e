import { Button } from "antd";
import { useState } from "react";
import { useDesk } from "../../data/deskContext.ts";
import { CarryAdvice } from "../../parts/CarryAdvice.tsx";
import { useDeskStore } from "../../state/deskStore.ts";
import { useLabel } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { CarrySection } from "./CarrySection.tsx";
import { CenterSection } from "./CenterSection.tsx";
import { DigestSection } from "./DigestSection.tsx";
import { EnrolmentPart } from "./EnrolmentPart.tsx";
import { PublicationSection } from "./PublicationSection.tsx";
import { ReceiptSection } from "./ReceiptSection.tsx";
import { StandingSection } from "./StandingSection.tsx";
import { SYNC_TEXTS } from "./texts.ts";
import { WaitingSection } from "./WaitingSection.tsx";

/** What is only on this computer, what the province confirmed and when, with its receipts. */
export const SyncPage = () => {
  const t = useLabel();
  const { sync } = useDesk();
  const isReachable = useDeskStore((state) => state.sync !== "off" && state.sync !== "by-file");
  // what the host answers about the center is asked again whenever one of these sections has changed it
  const [turn, setTurn] = useState(0);
  const onChange = (): void => {
    setTurn((now) => now + 1);
    sync.askNow();
  };
  return (
    <>
      <PageHeader
        title={t(SYNC_TEXTS.title)}
        note={t(SYNC_TEXTS.note)}
        actions={
          isReachable && (
            <Button type="primary" onClick={() => sync.askNow()}>
              {t(SYNC_TEXTS.askNow)}
            </Button>
          )
        }
      />
      <CarryAdvice />
      <EnrolmentPart />
      <div className="lad-halves">
        <StandingSection turn={turn} />
        <CenterSection turn={turn} onChange={onChange} />
      </div>
      <CarrySection turn={turn} onChange={onChange} />
      <WaitingSection />
      <ReceiptSection turn={turn} />
      <PublicationSection />
      <DigestSection />
    </>
  );
};
