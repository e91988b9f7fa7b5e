import { Segmented } from "antd";
import { useState } from "react";
import type { Session } from "../../../shared/host/contract.ts";
import { GateCard } from "../../ui/GateCard.tsx";
import { useLabel } from "../../ui/language.tsx";
import { FoundForm } from "./FoundForm.tsx";
import { JoinForm } from "./JoinForm.tsx";
import { RecoveryKey } from "./RecoveryKey.tsx";
import { Restored } from "./Restored.tsx";
import { RestoreForm } from "./RestoreForm.tsx";
import { SET_UP_TEXTS } from "./texts.ts";
import type { RestoredDesk } from "./useRestore.ts";
import type { BegunDesk, Founding } from "./useSetUp.ts";

type Props = { readonly onSignedIn: (session: Session, founding?: Founding) => void };

/** The first start of a machine: found a bureau or join one, then the recovery key, once; or go on from a backup. */
export const SetUpPage = ({ onSignedIn }: Props) => {
  const t = useLabel();
  const [way, setWay] = useState("found");
  const [begun, setBegun] = useState<BegunDesk | null>(null);
  const [restored, setRestored] = useState<RestoredDesk | null>(null);
  if (begun !== null)
    return (
      <RecoveryKey recoveryKey={begun.recoveryKey} onKept={() => onSignedIn(begun.session, begun.founding)} />
    );
  if (restored !== null) return <Restored restored={restored} />;
  return (
    <GateCard title={t(SET_UP_TEXTS.title)} note={t(SET_UP_TEXTS.note)} isWide>
      <Segmented
        aria-label={t(SET_UP_TEXTS.how)}
        value={way}
        onChange={setWay}
        options={[
          { value: "found", label: t(SET_UP_TEXTS.found) },
          { value: "join", label: t(SET_UP_TEXTS.join) },
          { value: "restore", label: t(SET_UP_TEXTS.restore) },
        ]}
      />
      {way === "found" && <FoundForm onBegun={setBegun} />}
      {way === "join" && <JoinForm onBegun={setBegun} />}
      {way === "restore" && <RestoreForm onRestored={setRestored} />}
    </GateCard>
  );
};
