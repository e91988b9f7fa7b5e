import { type FormEvent, useState } from "react";
import type { HostOutput } from "../../../shared/host/contract.ts";
import { host } from "../../host.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useHostAnswer } from "../../state/useHostAnswer.ts";
import { LabeledText } from "../../ui/LabeledText.tsx";
import { useLabel } from "../../ui/language.tsx";
import { Pairs } from "../../ui/Pairs.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { useNeeded } from "../../ui/useNeeded.ts";
import { useRefusal } from "../../ui/useRefusal.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { MoveForm } from "./MoveForm.tsx";
import { SYNC_TEXTS } from "./texts.ts";

const EnrolForm = ({ onEnrolled }: { readonly onEnrolled: () => void }) => {
  const t = useLabel();
  const [url, setUrl] = useState("https://");
  const [code, setCode] = useState("");
  const [isBusy, setBusy] = useState(false);
  const { refusal, tell } = useRefusal();
  const waitsFor = useNeeded()(
    [t(SYNC_TEXTS.address), URL.canParse(url.trim())],
    [t(SYNC_TEXTS.code), code.trim() !== ""],
  );
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (waitsFor !== "" || isBusy) return;
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
      <WaitingButton type="primary" htmlType="submit" loading={isBusy} waitsFor={waitsFor}>
        {t(isBusy ? SYNC_TEXTS.working : SYNC_TEXTS.enrol)}
      </WaitingButton>
    </form>
  );
};

type KnownProps = Pick<HostOutput<"center.status">, "url" | "province"> & { readonly onMoved: () => void };

const Known = ({ url, province, onMoved }: KnownProps) => {
  const t = useLabel();
  const isAdmin = useDeskStore((state) => state.actor?.roles.includes("SYSADMIN") ?? false);
  return (
    <>
      <Pairs
        pairs={[
          [t(SYNC_TEXTS.address), url === "" ? t(SYNC_TEXTS.byFile) : url],
          ["✓", t(SYNC_TEXTS.isEnrolled)],
        ]}
      />
      {province.key !== "" && isAdmin && <MoveForm provinceUrl={province.url} onMoved={onMoved} />}
    </>
  );
};

type Props = {
  /** Another number after every change: then the host is asked again. */
  readonly turn: number;
  readonly onChange: () => void;
};

/** A desk that the province does not know yet; `isCarried`: it will with the next file, and no address is needed. */
const Unknown = ({ isCarried, onChange }: { readonly isCarried: boolean } & Pick<Props, "onChange">) => {
  const t = useLabel();
  const isAdmin = useDeskStore((state) => state.actor?.roles.includes("SYSADMIN") ?? false);
  if (isCarried) return <p>{t(SYNC_TEXTS.enrolWaits)}</p>;
  return (
    <>
      <p>{t(SYNC_TEXTS.notEnrolled)}</p>
      {isAdmin ? <EnrolForm onEnrolled={onChange} /> : <p className="lad-quiet">{t(SYNC_TEXTS.onlyAdmin)}</p>}
    </>
  );
};

/** Where the province's center is, and whether this desk is known there. */
export const CenterSection = ({ turn, onChange }: Props) => {
  const t = useLabel();
  const answer = useHostAnswer("center.status", {}, turn);
  if (answer === undefined) return null;
  const isBelow = answer.ok && answer.value.province.key !== "";
  return (
    <SectionCard title={t(isBelow ? SYNC_TEXTS.hub : SYNC_TEXTS.center)}>
      {answer.ok && answer.value.isEnrolled ? (
        <Known {...answer.value} onMoved={onChange} />
      ) : (
        <Unknown isCarried={answer.ok && answer.value.isCarried} onChange={onChange} />
      )}
    </SectionCard>
  );
};
