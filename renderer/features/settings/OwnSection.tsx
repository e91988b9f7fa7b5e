import { type FormEvent, useState } from "react";
import { useDesk } from "../../data/deskContext.ts";
import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLabel } from "../../ui/language.tsx";
import { LOCK_MINUTES, lockMinutes, setLockMinutes } from "../../ui/lockMinutes.ts";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { useNeeded } from "../../ui/useNeeded.ts";
import { useRefusal } from "../../ui/useRefusal.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { StationSection } from "./StationSection.tsx";
import { SETTINGS_TEXTS } from "./texts.ts";

/** Changing one's own password; the old one proves that it is the owner who does it. */
const usePasswordChange = () => {
  const { host, session } = useDesk();
  const [oldPassword, setOld] = useState("");
  const [newPassword, setNew] = useState("");
  const [wasChanged, setChanged] = useState(false);
  const { refusal, tell } = useRefusal();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const result = tell(
      await host["user.changePassword"]({ login: session.login, oldPassword, newPassword }),
    );
    setChanged(result.ok);
    if (!result.ok) return;
    setOld("");
    setNew("");
  };
  return { oldPassword, setOld, newPassword, setNew, wasChanged, refusal, submit };
};

const OLD = { max: 200, isPassword: true, autoComplete: "current-password" } as const;
const NEW = { max: 200, isPassword: true, autoComplete: "new-password" } as const;

const PasswordForm = () => {
  const t = useLabel();
  const needed = useNeeded();
  const { oldPassword, setOld, newPassword, setNew, wasChanged, refusal, submit } = usePasswordChange();
  return (
    <form onSubmit={(event) => void submit(event)}>
      <div className="lad-form lad-columns-2">
        <LabeledText {...OLD} title={t(SETTINGS_TEXTS.oldPassword)} value={oldPassword} onText={setOld} />
        <LabeledText
          {...NEW}
          title={t(SETTINGS_TEXTS.newPassword)}
          hint={t(SETTINGS_TEXTS.initialHint)}
          value={newPassword}
          onText={setNew}
        />
      </div>
      <RefusalNotice refusal={refusal} />
      {wasChanged && <p role="status">{t(SETTINGS_TEXTS.changed)}</p>}
      <WaitingButton
        htmlType="submit"
        waitsFor={needed(
          [t(SETTINGS_TEXTS.oldPassword), oldPassword !== ""],
          [t(SETTINGS_TEXTS.newPassword), newPassword !== ""],
        )}
      >
        {t(SETTINGS_TEXTS.change)}
      </WaitingButton>
    </form>
  );
};

const LockForm = () => {
  const t = useLabel();
  const [minutes, setMinutes] = useState(String(lockMinutes()));
  const isFine =
    /^\d{1,2}$/.test(minutes) &&
    Number(minutes) >= LOCK_MINUTES.least &&
    Number(minutes) <= LOCK_MINUTES.most;
  const write = (text: string): void => {
    setMinutes(text);
    if (/^\d{1,2}$/.test(text)) setLockMinutes(Number(text));
  };
  return (
    <LabeledText
      title={t(SETTINGS_TEXTS.lockAfter)}
      value={minutes}
      onText={write}
      max={2}
      isInvalid={!isFine}
      {...(isFine && { hint: t(SETTINGS_TEXTS.saved) })}
    />
  );
};

/** What everybody sets for themselves on this machine. */
export const OwnSection = () => {
  const t = useLabel();
  return (
    <>
      <SectionCard title={t(SETTINGS_TEXTS.password)}>
        <PasswordForm />
      </SectionCard>
      <SectionCard title={t(SETTINGS_TEXTS.lockTitle)}>
        <div className="lad-narrow">
          <LockForm />
        </div>
      </SectionCard>
      <StationSection />
    </>
  );
};
