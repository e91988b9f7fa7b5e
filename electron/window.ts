import { join } from "node:path";
import { BrowserWindow, type Session, type WebContents } from "electron";
import { HOME, isOurs } from "./address.ts";

/** The one permission of the page: copying a number by a click. */
const ALLOWED: ReadonlySet<string> = new Set(["clipboard-sanitized-write"]);
/** The page has no network of its own; what is not our scheme is stopped here even if the policy of the page let it pass. */
const OUTSIDE = { urls: ["http://*/*", "https://*/*", "ws://*/*", "wss://*/*", "ftp://*/*", "file://*/*"] };

/** Closes every door of a session but our scheme (security list, rows 7 and 10). */
export const closeSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(ALLOWED.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(OUTSIDE, (_details, decide) => decide({ cancel: true }));
};

/** Keeps a page where it is: no other address, no new window, no guest (rows 3 to 6). */
export const closePage = (contents: WebContents): void => {
  const stay = (event: { readonly url: string; preventDefault: () => void }) => {
    if (!isOurs(event.url)) event.preventDefault();
  };
  contents.on("will-navigate", stay);
  contents.on("will-redirect", stay);
  contents.on("will-frame-navigate", (event) => {
    if (!event.url.startsWith(`blob:${HOME}`)) stay(event);
  });
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
};

/** The desk's only window. */
export const openWindow = (isPackaged: boolean): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    title: "法援工作台",
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, "preload.cjs"),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      // The viewer of letters is the only plugin there is.
      plugins: true,
      devTools: !isPackaged,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  void window.loadURL(HOME);
  return window;
};
