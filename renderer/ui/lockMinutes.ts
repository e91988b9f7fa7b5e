/** Minutes without a hand on the machine after which it locks (GB/T 22239 身份鉴别 b): 10 unless set, from 1 to 30. */
export const LOCK_MINUTES = { least: 1, normal: 10, most: 30 } as const;
const KEY = "desk-lock-minutes";

/** The minutes set on this machine. Nothing personal; kept beside the language. */
export const lockMinutes = (): number => {
  const set = Number(localStorage.getItem(KEY) ?? LOCK_MINUTES.normal);
  return Number.isInteger(set) && set >= LOCK_MINUTES.least && set <= LOCK_MINUTES.most
    ? set
    : LOCK_MINUTES.normal;
};

/** Sets the minutes, within the bounds. */
export const setLockMinutes = (minutes: number): void => {
  localStorage.setItem(
    KEY,
    String(Math.min(LOCK_MINUTES.most, Math.max(LOCK_MINUTES.least, Math.round(minutes)))),
  );
};
