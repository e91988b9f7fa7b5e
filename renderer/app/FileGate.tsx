import { Fragment, type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { mayUnseal } from "../../shared/workflow/confidentiality.ts";
import { useDesk } from "../data/deskContext.ts";
import { noteLook } from "../data/noteLook.ts";
import { fileById } from "../data/questions/files.ts";
import { useAnswer } from "../data/useAnswer.ts";
import { unseal } from "../data/veil.ts";
import { VeilNotice } from "../parts/VeilNotice.tsx";
import { useDeskStore } from "../state/deskStore.ts";
import { useLabel } from "../ui/language.tsx";
import { RefusalNotice } from "../ui/RefusalNotice.tsx";
import { SectionCard } from "../ui/SectionCard.tsx";
import { TextInput } from "../ui/TextInput.tsx";
import { useNeeded } from "../ui/useNeeded.ts";
import { useRefusal } from "../ui/useRefusal.ts";
import { WaitingButton } from "../ui/WaitingButton.tsx";
import { APP_TEXTS } from "./texts.ts";

/** Files whose opening was noted since the page was loaded: once per person and sitting, not once per click. */
const NOTED = new Set<string>();

/** Notes that the file was opened. Reading goes on when it cannot be: what is hidden otherwise asks for more than this. */
const useNoteOpening = (id: string, isOpen: boolean): void => {
  const desk = useDesk();
  const note = useEffectEvent(() => {
    const key = `${desk.session.sessionId}/${id}`;
    if (NOTED.has(key)) return;
    NOTED.add(key);
    noteLook(desk, { act: "OPEN", t: "aidFile", id }).catch(desk.onTrouble);
  });
  useEffect(() => {
    if (isOpen) note();
  }, [isOpen]);
};

type Opening = { readonly id: string; readonly onOpen: () => void };

/** A sealed file: refused, or opened for a purpose that is noted first. */
const Sealed = ({ id, onOpen }: Opening) => {
  const t = useLabel();
  const desk = useDesk();
  const roles = useDeskStore((store) => store.actor)?.roles ?? [];
  const needed = useNeeded();
  const [purpose, setPurpose] = useState("");
  const { refusal, tell } = useRefusal();
  const open = async (): Promise<void> => {
    const noted = await noteLook(desk, { act: "UNSEAL", t: "aidFile", id, purpose: purpose.trim() });
    if (!tell(noted).ok) return;
    unseal(desk, id);
    onOpen();
  };
  if (!mayUnseal(roles))
    return <RefusalNotice refusal={{ code: "sealed", source: "《未成年人保护法》第103条" }} />;
  return (
    <SectionCard title={t(APP_TEXTS.sealedTitle)} note={t(APP_TEXTS.sealedAsk)}>
      <TextInput
        value={purpose}
        onText={setPurpose}
        onCommit={setPurpose}
        label={t(APP_TEXTS.sealedWhy)}
        placeholder={t(APP_TEXTS.sealedWhy)}
        max={200}
        autoFocus
      />
      <RefusalNotice refusal={refusal} />
      <div className="lad-buttons">
        <WaitingButton
          type="primary"
          waitsFor={needed([t(APP_TEXTS.sealedWhy), purpose.trim() !== ""])}
          onClick={() => void open()}
        >
          {t(APP_TEXTS.unseal)}
        </WaitingButton>
      </div>
    </SectionCard>
  );
};

type Props = { readonly id: string; readonly isCasePage: boolean; readonly children: ReactNode };

/**
 * Before any screen of a file: who may read it, and the note that it was opened. A private case shows others its open
 * facts on the case page and nothing on the working screens; a file that is being registered has nothing to gate yet.
 */
export const FileGate = ({ id, isCasePage, children }: Props) => {
  const [sitting, setSitting] = useState(0);
  const card = useAnswer(fileById(id), [id, sitting]);
  const hasBegun = card !== undefined && card !== null && Object.keys(card.stages).length > 0;
  useNoteOpening(id, hasBegun && card.veil === null);
  if (card === undefined) return null;
  if (card?.veil === "sealed") return <Sealed id={id} onOpen={() => setSitting((count) => count + 1)} />;
  if (card?.veil === "private")
    return (
      <>
        <VeilNotice veil="private" />
        {isCasePage && children}
      </>
    );
  return <Fragment key={sitting}>{children}</Fragment>;
};
