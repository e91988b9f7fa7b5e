import { App as AntApp, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { lazy, Suspense } from "react";
import { DeskContext } from "../data/deskContext.ts";
import { SignInPage } from "../features/signIn/SignInPage.tsx";
import { useDeskStore } from "../state/deskStore.ts";
import { LanguageProvider, useLabel } from "../ui/language.tsx";
import { DESK_THEME } from "../ui/theme.ts";
import { filled } from "../ui/words.ts";
import { APP_TEXTS } from "./texts.ts";
import { useBoot } from "./useBoot.ts";

const SetUpPage = lazy(() =>
  import("../features/setUp/SetUpPage.tsx").then((m) => ({ default: m.SetUpPage })),
);
const OpenDesk = lazy(() => import("./OpenDesk.tsx").then((m) => ({ default: m.OpenDesk })));

const LOCALES = { zh: zhCN, en: enUS };

/** Seconds after which a person wants to know how long it will take. */
const RATE_AFTER = 3;

const Waiting = ({
  doneCount = 0,
  allCount = 0,
  seconds = 0,
}: {
  readonly doneCount?: number;
  readonly allCount?: number;
  readonly seconds?: number;
}) => {
  const t = useLabel();
  const rate = Math.round(doneCount / Math.max(seconds, 1));
  const left = Math.ceil((allCount - doneCount) / Math.max(rate, 1));
  return (
    <main className="lad-center">
      <p role="status">
        {allCount === 0
          ? t(APP_TEXTS.opening)
          : filled(t(APP_TEXTS.rebuilding), { done: doneCount, all: allCount })}
      </p>
      {seconds > RATE_AFTER && <p>{filled(t(APP_TEXTS.rebuildRate), { rate, left })}</p>}
    </main>
  );
};

const Silent = () => {
  const t = useLabel();
  return (
    <main className="lad-center" role="alert">
      <h1>{t(APP_TEXTS.product)}</h1>
      <p>{t(APP_TEXTS.noHost)}</p>
      <button type="button" onClick={() => location.reload()}>
        {t(APP_TEXTS.reload)}
      </button>
    </main>
  );
};

const MIB = 1024 * 1024;

/** The disk has no room at all: opening the database now could cost it, so nobody signs in until there is some. */
const Full = ({ freeBytes }: { readonly freeBytes: number }) => {
  const t = useLabel();
  return (
    <main className="lad-center" role="alert">
      <h1>{t(APP_TEXTS.tooFullTitle)}</h1>
      <p>{filled(t(APP_TEXTS.tooFull), { mib: Math.floor(freeBytes / MIB) })}</p>
      <button type="button" onClick={() => location.reload()}>
        {t(APP_TEXTS.reload)}
      </button>
    </main>
  );
};

const Stage = () => {
  const { boot, open, reopen } = useBoot();
  if (boot.is === "loading") return <Waiting />;
  if (boot.is === "silent") return <Silent />;
  if (boot.is === "full") return <Full {...boot} />;
  if (boot.is === "opening") return <Waiting {...boot} />;
  if (boot.is === "open")
    return (
      <DeskContext value={boot.desk}>
        <OpenDesk founding={boot.founding} onLoaded={() => reopen(boot.desk)} />
      </DeskContext>
    );
  return boot.info.isSetUp ? (
    <SignInPage info={boot.info} onSignedIn={open} />
  ) : (
    <SetUpPage onSignedIn={open} />
  );
};

/** The page: before sign-in one small screen, behind it the desk. */
export const App = () => {
  const { language, speak } = useDeskStore();
  return (
    <LanguageProvider language={language} onSpeak={speak}>
      <ConfigProvider
        theme={DESK_THEME}
        locale={LOCALES[language]}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        <AntApp component={false} message={{ duration: 4 }}>
          <Suspense fallback={<Waiting />}>
            <Stage />
          </Suspense>
        </AntApp>
      </ConfigProvider>
    </LanguageProvider>
  );
};
