import { Segmented } from "antd";
import { type FormEvent, useState } from "react";
import { toBase64 } from "../../base64.ts";
import { host } from "../../host.ts";
import { FilePicker } from "../../ui/FilePicker.tsx";
import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { AccountFields } from "./AccountFields.tsx";
import { SET_UP_TEXTS } from "./texts.ts";
import { useAccountWaits } from "./useAccountWaits.ts";
import { type BegunDesk, NO_ACCOUNT, profileOf, useSetUp } from "./useSetUp.ts";

/** How the bureau's center is reached: over the network, or by files that somebody carries. */
type Way = "network" | "file";

/** By which way, and what that way needs. */
const useWay = () => {
  const [way, setWay] = useState<Way>("network");
  const [centerUrl, setUrl] = useState("https://");
  const [file, setFile] = useState<File>();
  const [code, setCode] = useState("");
  return { way, setWay, centerUrl, setUrl, file, setFile, code, setCode };
};
type Joining = ReturnType<typeof useWay>;

const WayFields = ({ joining }: { readonly joining: Joining }) => {
  const t = useLabel();
  const { way, setWay, centerUrl, setUrl, setFile, code, setCode } = joining;
  return (
    <>
      <Segmented
        aria-label={t(SET_UP_TEXTS.joinWay)}
        value={way}
        onChange={setWay}
        options={[
          { value: "network", label: t(SET_UP_TEXTS.byNetwork) },
          { value: "file", label: t(SET_UP_TEXTS.byFile) },
        ]}
      />
      {way === "file" && <p className="lad-quiet">{t(SET_UP_TEXTS.byFileNote)}</p>}
      <div className="lad-form lad-columns-2">
        {way === "network" && (
          <LabeledText title={t(SET_UP_TEXTS.centerUrl)} value={centerUrl} onText={setUrl} max={200} />
        )}
        {way === "file" && <FilePicker label={t(SET_UP_TEXTS.enrolFile)} accept=".ladb" onPick={setFile} />}
        <LabeledText
          title={t(SET_UP_TEXTS.code)}
          hint={t(SET_UP_TEXTS.codeHint)}
          value={code}
          onText={setCode}
          max={40}
        />
      </div>
    </>
  );
};

/** A further desk of a bureau that exists: the code, or the file that it opens, says which bureau. */
export const JoinForm = ({ onBegun }: { readonly onBegun: (begun: BegunDesk) => void }) => {
  const t = useLabel();
  const joining = useWay();
  const { way, centerUrl, file, code } = joining;
  const [account, setAccount] = useState(NO_ACCOUNT);
  const { refusal, isBusy, begin } = useSetUp(onBegun);
  const waitsFor = useAccountWaits(account, [
    way === "network"
      ? [t(SET_UP_TEXTS.centerUrl), URL.canParse(centerUrl.trim())]
      : [t(SET_UP_TEXTS.enrolFile), file !== undefined],
    [t(SET_UP_TEXTS.code), code.trim() !== ""],
  ]);
  const ask = async () => {
    const input = { ...profileOf(account), code: code.trim() };
    if (way === "network") return host["desk.join"]({ ...input, centerUrl: centerUrl.trim() });
    const data = toBase64(new Uint8Array((await file?.arrayBuffer()) ?? []));
    return host["desk.joinByFile"]({ ...input, data });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (waitsFor !== "" || isBusy) return;
    void begin(ask, { bureau: {}, staffName: account.staffName.trim() });
  };
  return (
    <form onSubmit={submit}>
      <h2 className="lad-gate-part">{t(SET_UP_TEXTS.join)}</h2>
      <WayFields joining={joining} />
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
