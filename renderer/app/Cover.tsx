import { Button } from "antd";
import { useEffect, useState } from "react";
import { useLabel } from "../ui/language.tsx";
import { APP_TEXTS } from "./texts.ts";

/** Hidden this long, a window is no longer watched by the person who sits before it. */
const HIDDEN_MS = 60_000;

/** Covers what is on the screen when the window comes back after a while, so that a passer-by reads nothing. Not a lock. */
export const Cover = () => {
  const t = useLabel();
  const [isCovered, setCovered] = useState(false);
  useEffect(() => {
    let hiddenAt: number | null = null;
    const look = (): void => {
      if (document.visibilityState === "hidden") {
        hiddenAt = Date.now();
        return;
      }
      if (hiddenAt !== null && Date.now() - hiddenAt >= HIDDEN_MS) setCovered(true);
      hiddenAt = null;
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  if (!isCovered) return null;
  return (
    <div className="lad-cover" role="dialog" aria-modal="true" aria-label={t(APP_TEXTS.covered)}>
      <p>{t(APP_TEXTS.covered)}</p>
      <Button type="primary" autoFocus onClick={() => setCovered(false)}>
        {t(APP_TEXTS.uncover)}
      </Button>
    </div>
  );
};
