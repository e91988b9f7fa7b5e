import { weekday } from "../../../shared/kernel/day.ts";
import { useToday } from "../../state/useToday.ts";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { DueSection } from "./DueSection.tsx";
import { DisputeSection, OnlyHereSection, StageSection } from "./SideSections.tsx";
import { SilenceSection } from "./SilenceSection.tsx";
import { DASHBOARD_TEXTS, WEEKDAYS } from "./texts.ts";
import "./dashboard.css";

/** The first screen of every day: what is due and why, what stands where, and what is only on this computer. */
export const DashboardPage = () => {
  const { language, t } = useLanguage();
  const today = useToday();
  return (
    <>
      <PageHeader
        title={t(DASHBOARD_TEXTS.title)}
        note={`${today} ${WEEKDAYS[language].split(" ")[weekday(today) - 1]}`}
      />
      <div className="lad-two">
        <DueSection />
        <div>
          <DisputeSection />
          <SilenceSection />
          <StageSection />
          <OnlyHereSection />
        </div>
      </div>
    </>
  );
};
