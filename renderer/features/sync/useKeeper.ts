import type { Label } from "../../../shared/dictionary/field.ts";
import type { SyncFigures } from "../../data/questions/outbox.ts";
import { useHostAnswer } from "../../state/useHostAnswer.ts";
import { machineTimeText } from "../../ui/machineTime.ts";
import { filled } from "../../ui/words.ts";
import { SYNC_TEXTS } from "./texts.ts";

type Keeper = {
  readonly isHub: boolean;
  readonly proven: Label;
  readonly book: Label;
  readonly receipt: Label;
};

const PROVINCE: Keeper = {
  isHub: false,
  proven: SYNC_TEXTS.proven,
  book: SYNC_TEXTS.book,
  receipt: SYNC_TEXTS.lastReceipt,
};
const HUB: Keeper = {
  isHub: true,
  proven: SYNC_TEXTS.hubProven,
  book: SYNC_TEXTS.hubBook,
  receipt: SYNC_TEXTS.hubReceipt,
};

/** Who keeps the bureau's book, in the words of the sync page: what a hub has confirmed the province may not have yet. */
export const useKeeper = (turn: number): Keeper => {
  const status = useHostAnswer("center.status", {}, turn);
  return status?.ok === true && status.value.province.key !== "" ? HUB : PROVINCE;
};

/** How far the province itself has signed for the book that a hub keeps. */
export const signedText = (t: (label: Label) => string, signed: SyncFigures["atProvince"]): string =>
  signed === null
    ? t(SYNC_TEXTS.never)
    : `${filled(t(SYNC_TEXTS.number), { n: signed.seq })} · ${machineTimeText(signed.at)}`;
