import { Button } from "antd";
import { useState } from "react";
import type { TakenBundle, WrittenBundle } from "../../data/desk.ts";
import { useDesk } from "../../data/deskContext.ts";
import { toBase64 } from "../../print/base64.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useHostAnswer } from "../../state/useHostAnswer.ts";
import { FilePicker } from "../../ui/FilePicker.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { useRefusal } from "../../ui/useRefusal.ts";
import { filled } from "../../ui/words.ts";
import { CarrySlip } from "./CarrySlip.tsx";
import { EnrolByFile } from "./EnrolByFile.tsx";
import { SYNC_TEXTS } from "./texts.ts";

/** Writing and taking files: what is under way, and what came of the last. */
const useCarrying = () => {
  const { sync } = useDesk();
  const { refusal, tell } = useRefusal();
  const [isBusy, setBusy] = useState(false);
  const [slip, setSlip] = useState<WrittenBundle>();
  const [taken, setTaken] = useState<TakenBundle>();
  const run = async (data?: string): Promise<void> => {
    setBusy(true);
    setTaken(undefined);
    const outcome = tell(await sync.carry(data === undefined ? { do: "write" } : { do: "read", data }));
    setBusy(false);
    if (!outcome.ok) return;
    if ("path" in outcome.value) setSlip(outcome.value);
    else setTaken(outcome.value);
  };
  return {
    refusal,
    isBusy,
    slip,
    taken,
    write: () => run(),
    read: async (file: File) => run(toBase64(new Uint8Array(await file.arrayBuffer()))),
  };
};

type Props = {
  /** Another number after every change: then the host is asked again. */
  readonly turn: number;
  readonly onChange: () => void;
};

/** Files for a center that no network reaches: one out, its answer in, and a slip for whoever carries it. */
export const CarrySection = ({ turn, onChange }: Props) => {
  const t = useLabel();
  const { refusal, isBusy, slip, taken, write, read } = useCarrying();
  const [file, setFile] = useState<File>();
  const answer = useHostAnswer("center.status", {}, turn);
  const isAdmin = useDeskStore((state) => state.actor?.roles.includes("SYSADMIN") ?? false);
  if (answer?.ok !== true) return null;
  const { isEnrolled, isCarried } = answer.value;
  const readAndAsk = async (): Promise<void> => {
    if (file !== undefined) await read(file);
    onChange();
  };
  return (
    <SectionCard title={t(SYNC_TEXTS.carried)} note={t(SYNC_TEXTS.carriedNote)}>
      {!isEnrolled && !isCarried && isAdmin && <EnrolByFile onRead={onChange} />}
      {(isEnrolled || isCarried) && (
        <p>
          <Button onClick={() => void write()} loading={isBusy}>
            {t(SYNC_TEXTS.writeFile)}
          </Button>{" "}
          <FilePicker label={t(SYNC_TEXTS.readFile)} accept=".ladb" onPick={setFile} />{" "}
          <Button onClick={() => void readAndAsk()} disabled={file === undefined || isBusy}>
            {t(SYNC_TEXTS.readNow)}
          </Button>
        </p>
      )}
      <RefusalNotice refusal={refusal} />
      {taken !== undefined && (
        <p role="status">{filled(t(SYNC_TEXTS.taken), { n: taken.newCount, seq: taken.bookSeq })}</p>
      )}
      {slip !== undefined && <CarrySlip slip={slip} />}
    </SectionCard>
  );
};
