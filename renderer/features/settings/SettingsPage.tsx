import { Tabs } from "antd";
import { useLabel } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { goTo, hrefTo } from "../../ui/route.ts";
import { BackupSection } from "./BackupSection.tsx";
import { BureauSection } from "./BureauSection.tsx";
import { CalendarSection } from "./CalendarSection.tsx";
import { FilingSection } from "./FilingSection.tsx";
import { OwnSection } from "./OwnSection.tsx";
import { ParameterSection } from "./ParameterSection.tsx";
import { StaffSection } from "./StaffSection.tsx";
import { SETTINGS_TEXTS } from "./texts.ts";

const PARTS = [
  ["own", SETTINGS_TEXTS.own, OwnSection],
  ["staff", SETTINGS_TEXTS.staff, StaffSection],
  ["bureau", SETTINGS_TEXTS.bureau, BureauSection],
  ["parameters", SETTINGS_TEXTS.parameters, ParameterSection],
  ["filing", SETTINGS_TEXTS.filing, FilingSection],
  ["calendar", SETTINGS_TEXTS.calendar, CalendarSection],
  ["backup", SETTINGS_TEXTS.backup, BackupSection],
] as const;

/** Everything that is set once and seldom changed. What one may only read stays visible, and says so. */
export const SettingsPage = ({ id }: { readonly id: string }) => {
  const t = useLabel();
  const active = PARTS.some(([key]) => key === id) ? id : "own";
  return (
    <>
      <PageHeader
        title={t(SETTINGS_TEXTS.title)}
        actions={<a href={hrefTo("templates")}>{t(SETTINGS_TEXTS.templates)}</a>}
      />
      <Tabs
        activeKey={active}
        onChange={(key) => goTo("settings", key)}
        destroyOnHidden
        items={PARTS.map(([key, label, Part]) => ({ key, label: t(label), children: <Part /> }))}
      />
    </>
  );
};
