import { Segmented } from "antd";
import { useState } from "react";
import type { Session } from "../../../shared/host/contract.ts";
import { GateCard } from "../../ui/GateCard.tsx";
import { useLabel } from "../../ui/language.tsx";
import { FoundForm } from "./FoundForm.tsx";
import { JoinForm } from "./JoinForm.tsx";
import { RecoveryKey } from "./RecoveryKey.tsx";
import { SET_UP_TEXTS } from "./texts.ts";
import type { BegunDesk, Founding } from "./useSetUp.ts";

type Props = { readonly onSignedIn: (session: Session, founding?: Founding) => void };

/** The first start of a machine: found a bureau or join one; then the recovery key, once. */
export const SetUpPage = ({ onSignedIn }: Props) => {
  const t = useLabel();
  const [way, setWay] = useState("found");
  const [begun, setBegun] = useState<BegunDesk | null>(null);
  if (begun !== null)
    return (
      <RecoveryKey recoveryKey={begun.recoveryKey} onKept={() => onSignedIn(begun.session, begun.founding)} />
    );
  return (
    <GateCard title={t(SET_UP_TEXTS.title)} note={t(SET_UP_TEXTS.note)} isWide>
      <Segmented
        aria-label={t(SET_UP_TEXTS.how)}
        value={way}
        onChange={setWay}
        options={[
          { value: "found", label: t(SET_UP_TEXTS.found) },
          { value: "join", label: t(SET_UP_TEXTS.join) },
        ]}
      />
      {way === "found" ? <FoundForm onBegun={setBegun} /> : <JoinForm onBegun={setBegun} />}
    </GateCard>
  );
};
