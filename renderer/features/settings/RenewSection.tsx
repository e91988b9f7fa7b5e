import { Button } from "antd";
import { useState } from "react";
import { host } from "../../host.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { useRefusal } from "../../ui/useRefusal.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { filled } from "../../ui/words.ts";
import { SETTINGS_TEXTS } from "./texts.ts";
import { useIsAdmin } from "./useIsAdmin.ts";

/** The way on after the journal was damaged; nothing while it is sound. */
export const RenewSection = () => {
  const t = useLabel();
  const isAdmin = useIsAdmin();
  const readOnly = useDeskStore((state) => state.readOnly);
  const [isBusy, setBusy] = useState(false);
  const [opCount, setCount] = useState<number | null>(null);
  const { refusal, tell } = useRefusal();
  if (readOnly !== "journal-damaged") return null;
  const renew = async (): Promise<void> => {
    setBusy(true);
    const renewed = tell(await host["journal.renew"]({}));
    setBusy(false);
    if (renewed.ok) setCount(renewed.value.opCount);
  };
  return (
    <SectionCard title={t(SETTINGS_TEXTS.renew)}>
      <p>{t(SETTINGS_TEXTS.renewNote)}</p>
      <RefusalNotice refusal={refusal} />
      {opCount === null ? (
        <WaitingButton
          type="primary"
          loading={isBusy}
          waitsFor={isAdmin ? "" : t(SETTINGS_TEXTS.renewWho)}
          onClick={() => void renew()}
        >
          {t(SETTINGS_TEXTS.renewDo)}
        </WaitingButton>
      ) : (
        <>
          <p role="status">{filled(t(SETTINGS_TEXTS.renewed), { n: opCount })}</p>
          <Button type="primary" onClick={() => location.reload()}>
            {t(SETTINGS_TEXTS.renewSignIn)}
          </Button>
        </>
      )}
    </SectionCard>
  );
};
