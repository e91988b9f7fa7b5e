import { Button } from "antd";
import { useState } from "react";
import { REFERRAL_ENDING, REFERRAL_MAX } from "../../../shared/api/referralApi.ts";
import { refuse } from "../../../shared/kernel/result.ts";
import { toBase64 } from "../../base64.ts";
import { useDesk } from "../../data/deskContext.ts";
import { type Incoming, openIncoming, receiveIncoming, type Sealed } from "../../data/referral.ts";
import { FilePicker } from "../../ui/FilePicker.tsx";
import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { goTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { useNeeded } from "../../ui/useNeeded.ts";
import { useRefusal } from "../../ui/useRefusal.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { ReferralPreview } from "./ReferralPreview.tsx";
import { INTAKE_WORDS } from "./words.ts";

/** Opened for its preview, with what opens it again to be received. */
type Shown = { readonly sealed: Sealed; readonly incoming: Incoming };

const useReferred = () => {
  const desk = useDesk();
  const [picked, setPicked] = useState<File>();
  const [code, setCode] = useState("");
  const [shown, setShown] = useState<Shown>();
  const [isBusy, setBusy] = useState(false);
  const { refusal, tell } = useRefusal();
  const during = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } finally {
      setBusy(false);
    }
  };
  const open = async (): Promise<void> => {
    if (picked === undefined) return;
    // asked of its size first: a longer file is not read at all
    if (picked.size > REFERRAL_MAX) return void tell(refuse("too-large"));
    const data = toBase64(new Uint8Array(await picked.arrayBuffer()));
    const sealed = { data, code: code.trim() };
    const result = tell(await openIncoming(desk, sealed));
    if (result.ok) setShown({ sealed, incoming: result.value });
  };
  const receive = async ({ sealed, incoming }: Shown): Promise<void> => {
    const result = tell(await receiveIncoming(desk, sealed, incoming));
    if (result.ok) goTo(incoming.isSupplement ? "file" : "intake", result.value);
  };
  return {
    form: { picked, setPicked, code, setCode },
    shown,
    stop: () => setShown(undefined),
    open: () => during(open),
    receive: (what: Shown) => during(() => receive(what)),
    isBusy,
    refusal,
  };
};

type Referred = ReturnType<typeof useReferred>;

const Choosing = ({ referred: { form, open, isBusy, refusal } }: { readonly referred: Referred }) => {
  const t = useLabel();
  const needed = useNeeded();
  const { picked, setPicked, code, setCode } = form;
  return (
    <>
      <p>
        <FilePicker label={t(INTAKE_WORDS.referredFile)} accept={REFERRAL_ENDING} onPick={setPicked} />
      </p>
      <div className="lad-form lad-columns-2">
        <LabeledText title={t(INTAKE_WORDS.referredCode)} value={code} onText={setCode} max={40} />
      </div>
      <RefusalNotice refusal={refusal} t="transfer" />
      <WaitingButton
        type="primary"
        loading={isBusy}
        waitsFor={needed(
          [t(INTAKE_WORDS.referredFile), picked !== undefined],
          [t(INTAKE_WORDS.referredCode), code.trim().length >= 6],
        )}
        onClick={() => void open()}
      >
        {t(INTAKE_WORDS.referredOpen)}
      </WaitingButton>
    </>
  );
};

const Deciding = ({ referred, shown }: { readonly referred: Referred; readonly shown: Shown }) => {
  const t = useLabel();
  const { receive, stop, isBusy, refusal } = referred;
  return (
    <>
      <ReferralPreview incoming={shown.incoming} />
      <RefusalNotice refusal={refusal} t="transfer" />
      <div className="lad-buttons">
        <WaitingButton type="primary" loading={isBusy} waitsFor="" onClick={() => void receive(shown)}>
          {t(shown.incoming.isSupplement ? INTAKE_WORDS.referredAdd : INTAKE_WORDS.referredTake)}
        </WaitingButton>
        <Button onClick={stop}>{t(INTAKE_WORDS.referredStop)}</Button>
      </div>
    </>
  );
};

/** 接收移送的卷宗 (法律援助法第三十八条): the file and its code, a preview of what it says, and then it is received or not. */
export const ReceiveReferred = () => {
  const t = useLabel();
  const referred = useReferred();
  return (
    <SectionCard title={t(INTAKE_WORDS.referred)} note={t(INTAKE_WORDS.referredNote)}>
      {referred.shown === undefined ? (
        <Choosing referred={referred} />
      ) : (
        <Deciding referred={referred} shown={referred.shown} />
      )}
    </SectionCard>
  );
};
