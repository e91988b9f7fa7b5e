import { type FormEvent, useState } from "react";
import { host } from "../../host.ts";
import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { AccountFields } from "./AccountFields.tsx";
import { SET_UP_TEXTS } from "./texts.ts";
import { useAccountWaits } from "./useAccountWaits.ts";
import { type BegunDesk, NO_ACCOUNT, profileOf, useSetUp } from "./useSetUp.ts";

/** A further desk of a bureau that exists: the code says which bureau. This is the one start that needs the network. */
export const JoinForm = ({ onBegun }: { readonly onBegun: (begun: BegunDesk) => void }) => {
  const t = useLabel();
  const [centerUrl, setUrl] = useState("https://");
  const [code, setCode] = useState("");
  const [account, setAccount] = useState(NO_ACCOUNT);
  const { refusal, isBusy, begin } = useSetUp(onBegun);
  const waitsFor = useAccountWaits(account, [
    [t(SET_UP_TEXTS.centerUrl), URL.canParse(centerUrl.trim())],
    [t(SET_UP_TEXTS.code), code.trim() !== ""],
  ]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (waitsFor !== "" || isBusy) return;
    const input = { ...profileOf(account), centerUrl: centerUrl.trim(), code: code.trim() };
    void begin(() => host["desk.join"](input), { bureau: {}, staffName: account.staffName.trim() });
  };
  return (
    <form onSubmit={submit}>
      <h2 className="lad-gate-part">{t(SET_UP_TEXTS.join)}</h2>
      <div className="lad-form lad-columns-2">
        <LabeledText title={t(SET_UP_TEXTS.centerUrl)} value={centerUrl} onText={setUrl} max={200} />
        <LabeledText
          title={t(SET_UP_TEXTS.code)}
          hint={t(SET_UP_TEXTS.codeHint)}
          value={code}
          onText={setCode}
          max={40}
        />
      </div>
      <h2 className="lad-gate-part">{t(SET_UP_TEXTS.youPart)}</h2>
      <p className="lad-quiet">{t(SET_UP_TEXTS.youNote)}</p>
      <AccountFields account={account} onChange={setAccount} />
      <RefusalNotice refusal={refusal} />
      <WaitingButton type="primary" size="large" htmlType="submit" loading={isBusy} waitsFor={waitsFor}>
        {t(isBusy ? SET_UP_TEXTS.working : SET_UP_TEXTS.joining)}
      </WaitingButton>
    </form>
  );
};
