import { Alert, Button } from "antd";
import { useState } from "react";
import { mayWrite } from "../../../shared/workflow/writers.ts";
import { useDesk } from "../../data/deskContext.ts";
import { newId } from "../../data/newId.ts";
import { type WrittenReferral, writeReferral } from "../../data/referral.ts";
import { useHostAnswer } from "../../state/useHostAnswer.ts";
import { useLabel } from "../../ui/language.tsx";
import { machineTimeText } from "../../ui/machineTime.ts";
import { Pairs } from "../../ui/Pairs.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { goTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { useNeeded } from "../../ui/useNeeded.ts";
import { useRefusal } from "../../ui/useRefusal.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { filled } from "../../ui/words.ts";
import { REFERRAL_WORDS } from "./referralWords.ts";
import type { OpenFileView } from "./useFile.ts";
import "./file.css";

/** Prints the slip without the rest of the page (file.css). */
const printAlone = (): void => {
  document.documentElement.dataset.print = "referral";
  globalThis.print();
  delete document.documentElement.dataset.print;
};

type SlipProps = { readonly written: WrittenReferral };

/** The paper that goes with the file: which one, to whom, its hash, who signs. It names no person of the case and no code. */
const Slip = ({ written }: SlipProps) => {
  const t = useLabel();
  const info = useHostAnswer("app.info", {});
  const { referral, scans, onPaper } = written;
  return (
    <section className="file-slip" aria-label={t(REFERRAL_WORDS.slip)}>
      <h3>{t(REFERRAL_WORDS.slip)}</h3>
      <Pairs
        pairs={[
          [t(REFERRAL_WORDS.slipTo), referral.to],
          [t(REFERRAL_WORDS.from), referral.from.name],
          [t(REFERRAL_WORDS.slipFrom), info?.ok === true ? info.value.deskName : ""],
          [t(REFERRAL_WORDS.slipNo), referral.number],
          [t(REFERRAL_WORDS.slipCount), String(referral.counter)],
          [t(REFERRAL_WORDS.slipWhat), referral.what],
          [t(REFERRAL_WORDS.slipFile), written.name],
          [t(REFERRAL_WORDS.slipHash), written.sha256],
          [
            t(REFERRAL_WORDS.slipScans),
            filled(t(REFERRAL_WORDS.slipScansN), { n: scans.length, paper: onPaper }),
          ],
          [t(REFERRAL_WORDS.slipAt), machineTimeText(written.writtenAt)],
        ]}
      />
      <p>{t(REFERRAL_WORDS.slipSign)}</p>
      <Button onClick={printAlone}>{t(REFERRAL_WORDS.print)}</Button>
    </section>
  );
};

const Written = ({ written }: SlipProps) => {
  const t = useLabel();
  return (
    <div className="file-written">
      <Alert
        role="status"
        type="success"
        showIcon
        title={
          <>
            {t(REFERRAL_WORDS.code)} <strong className="file-code">{written.code}</strong>
          </>
        }
        description={t(REFERRAL_WORDS.codeNote)}
      />
      <Pairs pairs={[[t(REFERRAL_WORDS.slipPath), written.path]]} />
      <Slip written={written} />
      <p className="lad-quiet">{t(REFERRAL_WORDS.again)}</p>
    </div>
  );
};

const useWriting = ({ card }: OpenFileView) => {
  const desk = useDesk();
  const [written, setWritten] = useState<WrittenReferral>();
  const [isBusy, setBusy] = useState(false);
  const { refusal, tell } = useRefusal();
  const write = async (purpose: string): Promise<void> => {
    setBusy(true);
    setWritten(undefined);
    try {
      const result = tell(await writeReferral(desk, card.id, purpose));
      if (result.ok) setWritten(result.value);
    } finally {
      setBusy(false);
    }
  };
  const ask = (): void => goTo("records", "exportApproval", newId(desk.wallMs()));
  return { write, ask, written, isBusy, refusal };
};

const Form = ({ file }: { readonly file: OpenFileView }) => {
  const t = useLabel();
  const needed = useNeeded();
  const { write, ask, written, isBusy, refusal } = useWriting(file);
  const [purpose, setPurpose] = useState("");
  return (
    <SectionCard title={t(REFERRAL_WORDS.send)} note={t(REFERRAL_WORDS.sendNote)}>
      <TextInput
        value={purpose}
        onText={setPurpose}
        onCommit={setPurpose}
        label={t(REFERRAL_WORDS.why)}
        placeholder={t(REFERRAL_WORDS.why)}
        max={200}
      />
      <RefusalNotice
        refusal={refusal}
        t={refusal?.code === "export-unapproved" ? "exportApproval" : "aidFile"}
      />
      {written !== undefined && <Written written={written} />}
      <div className="lad-buttons">
        <WaitingButton
          loading={isBusy}
          waitsFor={needed([t(REFERRAL_WORDS.why), purpose.trim() !== ""])}
          onClick={() => void write(purpose)}
        >
          {t(REFERRAL_WORDS.write)}
        </WaitingButton>
        {refusal?.code === "export-unapproved" && <Button onClick={ask}>{t(REFERRAL_WORDS.ask)}</Button>}
      </div>
    </SectionCard>
  );
};

/** The file that takes a referred case to the agency competent for it (法律援助法第三十八条); nothing while the case is here. */
export const ReferralFile = ({ file }: { readonly file: OpenFileView }) =>
  file.card.stages.application === "referred" && mayWrite("aidFile", file.roles) ? (
    <Form file={file} />
  ) : null;
