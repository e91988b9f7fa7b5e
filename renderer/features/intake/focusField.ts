const plain = (text: string | null): string => (text ?? "").replace(/\s*\*$/u, "").trim();

/** The control that a visible label names: its own input, or the first one of its group. */
const controlOf = (label: HTMLElement): HTMLElement | null =>
  label instanceof HTMLLabelElement && label.control !== null
    ? label.control
    : (label.closest<HTMLElement>('[role="group"], section')?.querySelector<HTMLElement>("input, button") ??
      null);

/** Brings the field with that label into view and puts the cursor there. Nothing when the page does not show it. */
export const focusField = (text: string): void => {
  const labels = [...document.querySelectorAll<HTMLElement>(".lad-label, .lad-rows-title, .lad-card h2")];
  const label = labels.find((each) => plain(each.textContent).startsWith(text));
  label?.scrollIntoView({ block: "center" });
  if (label !== undefined) controlOf(label)?.focus({ preventScroll: true });
};
