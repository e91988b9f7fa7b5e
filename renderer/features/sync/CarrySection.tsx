import { Button } from "antd";
import { useState } from "react";
import type { CarryAsk, TakenBundle, WrittenBundle } from "../../data/desk.ts";
import { useDesk } from "../../data/deskContext.ts";
import { scansOnlyHere } from "../../data/scanStandings.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useDeskStore } from "../../state/deskStore.ts";
import { useHostAnswer } from "../../state/useHostAnswer.ts";
import { useStick } from "../../state/useStick.ts";
import { FilePicker } from "../../ui/FilePicker.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { useRefusal } from "../../ui/useRefusal.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { filled, UI_WORDS } from "../../ui/words.ts";
import { CarrySlip } from "./CarrySlip.tsx";
import { EnrolByFile } from "./EnrolByFile.tsx";
import { StickFiles } from "./StickFiles.tsx";
import { SYNC_TEXTS } from "./texts.ts";

/** Writing and taking files: what is under way, and what came of the last. */
const useCarrying = () => {
  const { sync } = useDesk();
  const { refusal, tell } = useRefusal();
  const [isBusy, setBusy] = useState(false);
  const [slip, setSlip] = useState<WrittenBundle>();
  const [taken, setTaken] = useState<TakenBundle>();
  const run = async (ask: CarryAsk): Promise<void> => {
    setBusy(true);
    setTaken(undefined);
    const outcome = tell(await sync.carry(ask));
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
    write: () => run({ do: "write" }),
    read: (file: File) => run({ do: "read", file }),
    readFromStick: (name: string) => run({ do: "read", name }),
  };
};

type Props = {
  /** Another number after every change: then the host is asked again. */
  readonly turn: number;
  readonly onChange: () => void;
};

type ByHandProps = {
  readonly isBusy: boolean;
  readonly onWrite: () => void;
  readonly onTake: (file: File) => void;
};

/** One file out, and its answer in through the system's dialog. */
const ByHand = ({ isBusy, onWrite, onTake }: ByHandProps) => {
  const t = useLabel();
  const [file, setFile] = useState<File>();
  const needsFile = file === undefined ? t(SYNC_TEXTS.readFirst) : "";
  const waitsFor = isBusy ? t(UI_WORDS.busy) : needsFile;
  return (
    <p>
      <Button onClick={onWrite} loading={isBusy}>
        {t(SYNC_TEXTS.writeFile)}
      </Button>{" "}
      <FilePicker label={t(SYNC_TEXTS.readFile)} accept=".ladb" onPick={setFile} />{" "}
      <WaitingButton onClick={() => file && onTake(file)} waitsFor={waitsFor}>
        {t(SYNC_TEXTS.readNow)}
      </WaitingButton>
    </p>
  );
};

/** What came of an answer: of the book, and of attachments where there were any. */
const Taken = ({ taken }: { readonly taken: TakenBundle }) => {
  const t = useLabel();
  const { newCount, bookSeq, bookLater, scansHeld, scansCame } = taken;
  return (
    <div role="status">
      <p>{filled(t(SYNC_TEXTS.taken), { n: newCount, seq: bookSeq })}</p>
      {bookLater > 0 && <p>{filled(t(SYNC_TEXTS.takenPart), { n: bookLater })}</p>}
      {scansHeld + scansCame > 0 && (
        <p>{filled(t(SYNC_TEXTS.takenScans), { held: scansHeld, came: scansCame })}</p>
      )}
    </div>
  );
};

/** How many attachments this computer alone has, while there are any. */
const OnlyHere = () => {
  const t = useLabel();
  const count = useAnswer(scansOnlyHere(), []) ?? 0;
  return count === 0 ? null : <p>{filled(t(SYNC_TEXTS.scansOnlyHere), { n: count })}</p>;
};

/** Files for a center that no network reaches: one out, its answer in, and a slip for whoever carries it. */
export const CarrySection = ({ turn, onChange }: Props) => {
  const t = useLabel();
  const { refusal, isBusy, slip, taken, write, read, readFromStick } = useCarrying();
  const stick = useStick(turn);
  const answer = useHostAnswer("center.status", {}, turn);
  const isAdmin = useDeskStore((state) => state.actor?.roles.includes("SYSADMIN") ?? false);
  if (answer?.ok !== true) return null;
  const { isEnrolled, isCarried, url } = answer.value;
  const readAndAsk = async (file: File): Promise<void> => {
    await read(file);
    onChange();
  };
  return (
    <SectionCard title={t(SYNC_TEXTS.carried)} note={t(SYNC_TEXTS.carriedNote)}>
      {!isEnrolled && !isCarried && isAdmin && (
        <EnrolByFile onStick={stick?.enrolments ?? []} onRead={onChange} />
      )}
      {(isEnrolled || isCarried) && (
        <>
          {url === "" && <OnlyHere />}
          <ByHand isBusy={isBusy} onWrite={() => void write()} onTake={(file) => void readAndAsk(file)} />
        </>
      )}
      <StickFiles
        stick={stick}
        isBusy={isBusy}
        onTake={(name) => void readFromStick(name).then(onChange)}
        onChange={onChange}
      />
      <RefusalNotice refusal={refusal} />
      {taken !== undefined && <Taken taken={taken} />}
      {slip !== undefined && <CarrySlip slip={slip} />}
    </SectionCard>
  );
};
