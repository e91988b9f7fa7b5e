import { Button } from "antd";
import { useState } from "react";
import { host } from "../../host.ts";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { useRefusal } from "../../ui/useRefusal.ts";
import { filled } from "../../ui/words.ts";
import { LastBackup } from "./LastBackup.tsx";
import { RenewSection } from "./RenewSection.tsx";
import { SETTINGS_TEXTS } from "./texts.ts";

/** Writes a backup on demand and says where it is. */
export const BackupSection = () => {
  const t = useLabel();
  const [isBusy, setBusy] = useState(false);
  const [done, setDone] = useState("");
  const [turn, setTurn] = useState(0);
  const { refusal, tell } = useRefusal();
  const backUp = async (): Promise<void> => {
    setBusy(true);
    const result = tell(await host["backup.write"]({}));
    setBusy(false);
    setTurn((now) => now + 1);
    if (result.ok)
      setDone(filled(t(SETTINGS_TEXTS.backedUp), { n: result.value.opCount, path: result.value.path }));
  };
  return (
    <>
      <RenewSection />
      <SectionCard title={t(SETTINGS_TEXTS.backup)}>
        <p>{t(SETTINGS_TEXTS.backupNote)}</p>
        <LastBackup turn={turn} />
        <RefusalNotice refusal={refusal} />
        <Button type="primary" loading={isBusy} onClick={() => void backUp()}>
          {t(SETTINGS_TEXTS.backUp)}
        </Button>
        {done !== "" && (
          <p role="status" className="lad-path">
            {done}
          </p>
        )}
      </SectionCard>
    </>
  );
};
