import { useEffect, useEffectEvent, useState } from "react";
import { useDesk } from "../data/deskContext.ts";
import { FinishSetUp } from "../features/setUp/FinishSetUp.tsx";
import type { Founding } from "../features/setUp/useSetUp.ts";
import { useDeskStore } from "../state/deskStore.ts";
import { useLabel } from "../ui/language.tsx";
import { UiPortProvider } from "../ui/port.tsx";
import { Cover } from "./Cover.tsx";
import { Shell } from "./Shell.tsx";
import { APP_TEXTS } from "./texts.ts";
import { useIdleLock } from "./useIdleLock.ts";
import { useSync } from "./useSync.ts";
import { useUiPortOf } from "./useUiPortOf.ts";

const Gone = () => {
  const t = useLabel();
  return (
    <main className="lad-center" role="alert">
      <p>{t(APP_TEXTS.gone)}</p>
      <button type="button" onClick={() => location.reload()}>
        {t(APP_TEXTS.reload)}
      </button>
    </main>
  );
};

/** Goes over to the loaded book by itself while nobody can have anything half written: before the first screen. */
const useLoaded = (isWorking: boolean, onLoaded: () => void): void => {
  const isReady = useDeskStore((state) => state.loading?.stage === "ready");
  const goOver = useEffectEvent(onLoaded);
  useEffect(() => {
    if (isReady && !isWorking) goOver();
  }, [isReady, isWorking]);
};

type Props = { readonly founding: Founding | undefined; readonly onLoaded: () => void };

/** Everything behind the sign-in. A founder whose records are not written yet finishes that first. */
export const OpenDesk = ({ founding, onLoaded }: Props) => {
  const desk = useDesk();
  const port = useUiPortOf(desk);
  useSync(desk);
  useIdleLock();
  const isGone = useDeskStore((state) => state.isGone);
  const [isFounded, setFounded] = useState(!desk.session.isFounder);
  useLoaded(isFounded, onLoaded);
  if (isGone) return <Gone />;
  return (
    <UiPortProvider port={port}>
      <Cover />
      {isFounded ? (
        <Shell onLoaded={onLoaded} />
      ) : (
        <FinishSetUp founding={founding} onDone={() => setFounded(true)} />
      )}
    </UiPortProvider>
  );
};
