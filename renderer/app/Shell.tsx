import { Suspense, useEffect } from "react";
import { warmViews } from "../data/allViews.ts";
import { useDesk } from "../data/deskContext.ts";
import { actor } from "../data/questions/registers.ts";
import { warmSearch } from "../data/questions/search.ts";
import { useAnswer } from "../data/useAnswer.ts";
import { bindVolumes } from "../data/volumes.ts";
import { BookLoading } from "../parts/BookLoading.tsx";
import { useDeskStore } from "../state/deskStore.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { useLabel } from "../ui/language.tsx";
import { goTo, hrefTo, useRoute } from "../ui/route.ts";
import { isComposing } from "../ui/useDraft.ts";
import { ErrorScreen } from "./ErrorScreen.tsx";
import { FileGate } from "./FileGate.tsx";
import { ReadOnlyBar, RiskBar } from "./RiskBar.tsx";
import { SideNav } from "./SideNav.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { mayOpen, SCREENS, workAhead } from "./screens.ts";
import { TopBar } from "./TopBar.tsx";
import { APP_TEXTS } from "./texts.ts";

/** The dashboard comes first; after it, what the first rule or count will weigh is opened ahead. */
const GATHER_AFTER_MS = 3000;
/** How often what has changed meanwhile is bound and opened. */
const GATHER_EVERY_MS = 10 * 60_000;

/** Ctrl+K from anywhere: the search. */
const useSearchKey = (): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || isComposing(event)) return;
      event.preventDefault();
      goTo("search");
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
};

/** Keeps who is signed in, with the roles of the moment, where the frame and the features read it. */
const useActor = () => {
  const desk = useDesk();
  const current = useAnswer(actor(), []);
  const { actorBecame } = useDeskStore.getState();
  useEffect(() => {
    if (current !== undefined) actorBecame(current);
  }, [current, actorBecame]);
  useEffect(() => {
    const gather = (): void =>
      void bindVolumes(desk)
        .then(() => warmViews(desk))
        .then(() => workAhead(desk, useDeskStore.getState().actor?.roles ?? []))
        .catch(reportError);
    const soon = requestIdleCallback(() => void warmSearch(desk).catch(reportError));
    const later = setTimeout(gather, GATHER_AFTER_MS);
    const often = setInterval(gather, GATHER_EVERY_MS);
    return () => {
      cancelIdleCallback(soon);
      clearTimeout(later);
      clearInterval(often);
    };
  }, [desk]);
  return current;
};

const Content = ({ roles }: { readonly roles: Parameters<typeof mayOpen>[1] }) => {
  const t = useLabel();
  const { screen: name, id, part } = useRoute();
  const screen = Object.hasOwn(SCREENS, name) ? SCREENS[name] : undefined;
  if (screen === undefined || !mayOpen(screen, roles))
    return (
      <EmptyState text={t(screen === undefined ? APP_TEXTS.notHere : APP_TEXTS.notAllowed)}>
        <a href={hrefTo("dashboard")}>{t(APP_TEXTS.toDashboard)}</a>
      </EmptyState>
    );
  return (
    <ErrorScreen key={name}>
      <Suspense fallback={<p className="lad-quiet">{t(APP_TEXTS.opening)}</p>}>
        {screen.ofFile === true && id !== "" ? (
          <FileGate key={id} id={id} isCasePage={name === "file"}>
            <screen.Page key={id} id={id} part={part} />
          </FileGate>
        ) : (
          <screen.Page key={id} id={id} part={part} />
        )}
      </Suspense>
    </ErrorScreen>
  );
};

/** The frame around every screen: who is here, where one can go, what is urgent, and how sync stands. */
export const Shell = ({ onLoaded }: { readonly onLoaded: () => void }) => {
  const t = useLabel();
  const current = useActor();
  useSearchKey();
  if (current === undefined) return <p className="lad-center">{t(APP_TEXTS.opening)}</p>;
  return (
    <div className="lad-shell">
      <button type="button" className="lad-skip" onClick={() => document.getElementById("content")?.focus()}>
        {t(APP_TEXTS.skip)}
      </button>
      <TopBar actor={current} />
      <SideNav roles={current.roles} />
      <main id="content" className="lad-content" tabIndex={-1}>
        <ReadOnlyBar />
        <BookLoading onUse={onLoaded} />
        <RiskBar />
        <Content roles={current.roles} />
      </main>
      <StatusBar />
    </div>
  );
};
