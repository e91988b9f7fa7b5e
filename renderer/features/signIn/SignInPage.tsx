import { useState } from "react";
import type { HostOutput, Session } from "../../../shared/host/contract.ts";
import { GateCard } from "../../ui/GateCard.tsx";
import { useLabel } from "../../ui/language.tsx";
import { filled } from "../../ui/words.ts";
import { RecoverForm } from "./RecoverForm.tsx";
import { SignInForm } from "./SignInForm.tsx";
import { SIGN_IN_TEXTS } from "./texts.ts";

type Props = { readonly info: HostOutput<"app.info">; readonly onSignedIn: (session: Session) => void };

/** The closed desk. Everything behind it is unreadable until one of its people signs in. */
export const SignInPage = ({ info, onSignedIn }: Props) => {
  const t = useLabel();
  const [isRecovering, setRecovering] = useState(false);
  const [wasRecovered, setRecovered] = useState(false);
  const note =
    info.deskName === "" ? t(SIGN_IN_TEXTS.offline) : filled(t(SIGN_IN_TEXTS.desk), { name: info.deskName });
  const back = (): void => setRecovering(false);
  return (
    <GateCard title={t(SIGN_IN_TEXTS.title)} note={note}>
      {isRecovering ? (
        <RecoverForm
          login={info.lastLogins[0] ?? ""}
          onBack={back}
          onRecovered={() => {
            setRecovered(true);
            back();
          }}
        />
      ) : (
        <SignInForm
          lastLogin={info.lastLogins[0] ?? ""}
          note={wasRecovered ? t(SIGN_IN_TEXTS.recovered) : ""}
          onSignedIn={onSignedIn}
          onForgot={() => setRecovering(true)}
        />
      )}
    </GateCard>
  );
};
