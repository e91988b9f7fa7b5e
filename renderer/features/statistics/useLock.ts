import { useState } from "react";
import { takeStep } from "../../../shared/commands/takeStep.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { INDICATOR_TABLE } from "../../../shared/statistics/indicators.ts";
import { periodName } from "../../../shared/statistics/period.ts";
import { frozenOf, frozenText, statPeriodId } from "../../../shared/statistics/submitted.ts";
import type { Desk } from "../../data/desk.ts";
import { useDesk } from "../../data/deskContext.ts";
import { readMeta } from "../../data/meta.ts";
import { perform } from "../../data/perform.ts";
import { stateOfBook } from "../../data/stateOfBook.ts";
import { useRefusal } from "../../ui/useRefusal.ts";
import type { Statistics } from "./countPeriod.ts";

type Facts = { readonly [f: string]: Json };

/** What the figures rest on: how far this desk knew the book and its own journal, and the hash of the records. */
const positions = async (desk: Desk): Promise<Facts> => {
  const [{ cursor, journal }, stateHash] = await Promise.all([readMeta(desk.db), stateOfBook(desk)]);
  return {
    bookSeq: cursor.seq,
    ...(cursor.chain !== "" && { bookChain: cursor.chain }),
    feedN: journal?.n ?? 0,
    stateHash,
  };
};

/** Counting, returning and submitting one period: steps of its record, like everything else. */
export const useLock = (found: Statistics, onDone: () => void) => {
  const desk = useDesk();
  const { refusal, tell } = useRefusal();
  const [isBusy, setBusy] = useState(false);
  const take = async (step: string, factsOf: () => Promise<Facts>): Promise<void> => {
    setBusy(true);
    try {
      const input = { step, facts: await factsOf() };
      const id = statPeriodId(found.period);
      if (tell(await perform(desk, takeStep, { t: "statPeriod", id, input })).ok) onDone();
    } finally {
      setBusy(false);
    }
  };
  const figures = (): string => frozenText(frozenOf(INDICATOR_TABLE, found.lines, found.adjustments));
  return {
    prepare: () =>
      take("preparePeriod", async () => ({
        period: periodName(found.period),
        table: INDICATOR_TABLE,
        figures: figures(),
        ...(await positions(desk)),
      })),
    submit: () => take("submitPeriod", async () => ({})),
    giveBack: (returnReason: string) => take("returnPeriod", async () => ({ returnReason })),
    refusal,
    isBusy,
  };
};
