import { useToday } from "../../state/useToday.ts";
import { useLabel } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { DueSection } from "./DueSection.tsx";
import { DisputeSection, OnlyHereSection, StageSection } from "./SideSections.tsx";
import { DASHBOARD_TEXTS } from "./texts.ts";
import "./dashboard.css";

/** The first screen of every day: what is due and why, what stands where, and what is only on this computer. */
export const DashboardPage = () => {
  const t = useLabel();
  return (
    <>
      <PageHeader title={t(DASHBOARD_TEXTS.title)} note={useToday()} />
      <div className="lad-two">
        <DueSection />
        <div>
          <DisputeSection />
          <StageSection />
          <OnlyHereSection />
        </div>
      </div>
    </>
  );
};
