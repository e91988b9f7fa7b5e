/** Names on PATH, the commonest first: Debian and Fedora, Google, Microsoft, UOS, Kylin's 奇安信 and 360. */
export const BROWSER_NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
  "uos-browser-stable",
  "qaxbrowser-safe-stable",
  "qaxbrowser-safe",
  "browser360-cn-stable",
] as const;

/** Where browsers lie when they are not on PATH. */
export const BROWSER_PLACES = [
  "/opt/google/chrome/chrome",
  "/opt/microsoft/msedge/msedge",
  "/opt/apps/cn.google.chrome/files/google-chrome",
  "/opt/apps/org.chromium.browser/files/chromium",
  "/opt/apps/com.browser.softedge.stable/files/msedge",
  "/opt/apps/com.qianxin.browser-stable/files/qaxbrowser-safe-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
] as const;

/** The same below each program folder of Windows. */
export const BROWSER_WINDOWS_PLACES = [
  "Google/Chrome/Application/chrome.exe",
  "Microsoft/Edge/Application/msedge.exe",
] as const;

/** Pages with suggestions of addresses, which a browser loads ahead for every window: two seconds of processor each. */
export const SUGGESTION_PAGES = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
] as const;
