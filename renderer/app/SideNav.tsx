import {
  AccountBookOutlined,
  AuditOutlined,
  BarChartOutlined,
  BookOutlined,
  CloudSyncOutlined,
  DashboardOutlined,
  EyeOutlined,
  FolderOpenOutlined,
  FormOutlined,
  MailOutlined,
  MessageOutlined,
  NumberOutlined,
  ProfileOutlined,
  SearchOutlined,
  SettingOutlined,
  TeamOutlined,
  WarningOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import type { Role } from "../../shared/workflow/stepRule.ts";
import { disputeCounts } from "../data/questions/disputes.ts";
import { useAnswer } from "../data/useAnswer.ts";
import { useLabel } from "../ui/language.tsx";
import { hrefTo, useRoute } from "../ui/route.ts";
import { navOf } from "./screens.ts";
import { APP_TEXTS } from "./texts.ts";

const ICONS: Readonly<Record<string, ReactNode>> = {
  dashboard: <DashboardOutlined />,
  consultations: <MessageOutlined />,
  intake: <FormOutlined />,
  files: <FolderOpenOutlined />,
  notices: <MailOutlined />,
  records: <ProfileOutlined />,
  statistics: <BarChartOutlined />,
  lawyers: <TeamOutlined />,
  ledger: <AccountBookOutlined />,
  registers: <BookOutlined />,
  numbers: <NumberOutlined />,
  search: <SearchOutlined />,
  disputes: <WarningOutlined />,
  sync: <CloudSyncOutlined />,
  looks: <EyeOutlined />,
  audit: <AuditOutlined />,
  settings: <SettingOutlined />,
};

const Dot = () => {
  const counts = useAnswer(disputeCounts(), []);
  const open =
    counts === undefined ? 0 : counts.conflicts + counts.contested + counts.refused + counts.changed;
  return open === 0 ? null : <span className="lad-count">{open}</span>;
};

/** Where one can go. Plain links: every address can be reached by keyboard and returned to with the back button. */
export const SideNav = ({ roles }: { readonly roles: readonly Role[] }) => {
  const t = useLabel();
  const { screen } = useRoute();
  return (
    <nav className="lad-nav" aria-label={t(APP_TEXTS.nav)}>
      <ul>
        {navOf(roles).map(([name, { title }]) => (
          <li key={name}>
            <a href={hrefTo(name)} aria-current={screen === name ? "page" : undefined}>
              <span aria-hidden="true">{ICONS[name]}</span> {t(title)} {name === "disputes" && <Dot />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
