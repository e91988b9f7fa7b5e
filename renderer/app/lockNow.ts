import { host } from "../host.ts";

/**
 * Locks the desk: the host forgets the keys, then the page loads again, so that nothing stays in its memory; the clipboard is emptied where the shell lets it. What was
 * typed is in the journal already; a field in mid-word is committed by losing the focus first.
 */
export const lockNow = async (): Promise<void> => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  // what was copied here must not outlive the session; a browser that forbids it is not asked twice
  await navigator.clipboard?.writeText("").catch(() => undefined);
  await host["user.lock"]({}).catch(reportError);
  location.reload();
};
