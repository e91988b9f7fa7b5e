import type { ReactNode } from "react";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { useLanguage } from "./language.tsx";

type Props = {
  readonly title: string;
  readonly note?: ReactNode;
  readonly isWide?: boolean;
  readonly children: ReactNode;
};

/** The one card of a screen before the desk is open: sign-in and first start. */
export const GateCard = ({ title, note, isWide = false, children }: Props) => {
  const { language } = useLanguage();
  return (
    <main className="lad-gate" lang={language}>
      <div className={isWide ? "lad-gate-card lad-gate-wide" : "lad-gate-card"}>
        <div className="lad-gate-head">
          <div>
            <h1>{title}</h1>
            {note !== undefined && <span className="lad-quiet">{note}</span>}
          </div>
          <LanguageSwitch />
        </div>
        {children}
      </div>
    </main>
  );
};
