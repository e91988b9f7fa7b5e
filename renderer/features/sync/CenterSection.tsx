import { Button } from "antd";
import { type FormEvent, useState } from "react";
import { host } from "../../host.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useHostAnswer } from "../../state/useHostAnswer.ts";
import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLabel } from "../../ui/language.tsx";
import { Pairs } from "../../ui/Pairs.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { useRefusal } from "../../ui/useRefusal.ts";
import { SYNC_TEXTS } from "./texts.ts";

const EnrolForm = ({ onEnrolled }: { readonly onEnrolled: () => void }) => {
  const t = useLabel();
  const [url, setUrl] = useState("https://");
  const [code, setCode] = useState("");
  const [isBusy, setBusy] = useState(false);
  const { refusal, tell } = useRefusal();
  const isComplete = URL.canParse(url.trim()) && code.trim() !== "";
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isComplete || isBusy) return;
    setBusy(true);
    const result = tell(await host["center.enrol"]({ url: url.trim(), code: code.trim() }));
    setBusy(false);
    if (result.ok) onEnrolled();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <div className="lad-form lad-columns-2">
        <LabeledText title={t(SYNC_TEXTS.address)} value={url} onText={setUrl} max={200} />
        <LabeledText
          title={t(SYNC_TEXTS.code)}
          hint={t(SYNC_TEXTS.codeHint)}
          value={code}
          onText={setCode}
          max={40}
        />
      </div>
      <RefusalNotice refusal={refusal} />
      <Button type="primary" htmlType="submit" loading={isBusy} disabled={!isComplete}>
        {t(isBusy ? SYNC_TEXTS.working : SYNC_TEXTS.enrol)}
      </Button>
    </form>
  );
};

/** Where the province's center is, and whether this desk is known there. */
export const CenterSection = () => {
  const t = useLabel();
  const [turn, setTurn] = useState(0);
  const answer = useHostAnswer("center.status", {}, turn);
  const isAdmin = useDeskStore((state) => state.actor?.roles.includes("SYSADMIN") ?? false);
  if (answer === undefined) return null;
  const status = answer.ok ? answer.value : undefined;
  return (
    <SectionCard title={t(SYNC_TEXTS.center)}>
      {status?.isEnrolled === true ? (
        <Pairs
          pairs={[
            [t(SYNC_TEXTS.address), status.url === "" ? t(SYNC_TEXTS.byFile) : status.url],
            ["✓", t(SYNC_TEXTS.isEnrolled)],
          ]}
        />
      ) : (
        <>
          <p>{t(SYNC_TEXTS.notEnrolled)}</p>
          {isAdmin ? (
            <EnrolForm onEnrolled={() => setTurn((now) => now + 1)} />
          ) : (
            <p className="lad-quiet">{t(SYNC_TEXTS.onlyAdmin)}</p>
          )}
        </>
      )}
    </SectionCard>
  );
};
