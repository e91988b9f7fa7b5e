import { type FormEvent, useState } from "react";
import { BUREAU } from "../../../shared/dictionary/registers.ts";
import { host } from "../../host.ts";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { AccountFields } from "./AccountFields.tsx";
import { type BureauFactsSoFar, FoundingFields, withFact } from "./FoundingFields.tsx";
import { FOUNDING_NEEDED, SET_UP_TEXTS } from "./texts.ts";
import { useAccountWaits } from "./useAccountWaits.ts";
import { type BegunDesk, NO_ACCOUNT, profileOf, useSetUp } from "./useSetUp.ts";

/** Founds a bureau on this machine: its profile and its first administrator. There is no account but the one typed here. */
export const FoundForm = ({ onBegun }: { readonly onBegun: (begun: BegunDesk) => void }) => {
  const t = useLabel();
  const [bureau, setBureau] = useState<BureauFactsSoFar>({});
  const [account, setAccount] = useState(NO_ACCOUNT);
  const { refusal, isBusy, begin } = useSetUp(onBegun);
  const waitsFor = useAccountWaits(
    account,
    FOUNDING_NEEDED.map((f) => [t(BUREAU[f].label), bureau[f] !== undefined]),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (waitsFor === "" && !isBusy)
      void begin(() => host["desk.setUp"](profileOf(account)), {
        bureau,
        staffName: account.staffName.trim(),
      });
  };
  return (
    <form onSubmit={submit}>
      <h2 className="lad-gate-part">{t(SET_UP_TEXTS.bureauPart)}</h2>
      <FoundingFields
        facts={bureau}
        onChange={(f, value) => setBureau((known) => withFact(known, f, value))}
      />
      <h2 className="lad-gate-part">{t(SET_UP_TEXTS.adminPart)}</h2>
      <AccountFields account={account} onChange={setAccount} />
      <RefusalNotice refusal={refusal} />
      <div className="lad-buttons">
        <WaitingButton type="primary" size="large" htmlType="submit" loading={isBusy} waitsFor={waitsFor}>
          {t(isBusy ? SET_UP_TEXTS.working : SET_UP_TEXTS.begin)}
        </WaitingButton>
      </div>
    </form>
  );
};
