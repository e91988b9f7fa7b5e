import { useState } from "react";
import type { LawScene } from "../../shared/commands/scene.ts";
import { takeStep } from "../../shared/commands/takeStep.ts";
import type { EntityType } from "../../shared/dictionary/entities.ts";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import type { Refusal } from "../../shared/kernel/refusals.ts";
import { useDesk } from "../data/deskContext.ts";
import { perform } from "../data/perform.ts";

type Facts = { readonly [f: string]: Json };
type At = { readonly t: EntityType; readonly id: string };

/** What goes with the taking of a step beside the facts on the form. */
export type Taking = { readonly facts?: Facts; readonly assignment?: LawScene["assignment"] };

/** A fact without its value is not stated at all: `null` takes it off the form. */
const stated = (facts: Facts, f: string, v: Json): Facts => {
  const { [f]: _old, ...others } = facts;
  return v === null ? others : { ...others, [f]: v };
};

/**
 * One step of a record's procedure, as a form prepares it: the facts stated so far, why the last attempt was declined,
 * and `take`, which answers whether the step is now in the journal. `start` prefills the form.
 */
export const useStep = ({ t, id }: At, step: string, start: Facts = {}) => {
  const desk = useDesk();
  const [facts, setFacts] = useState<Facts>(start);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const take = async ({ facts: more = {}, assignment }: Taking = {}): Promise<boolean> => {
    setBusy(true);
    try {
      const input = { step, facts: { ...facts, ...more } };
      const result = await perform(desk, takeStep, {
        t,
        id,
        input,
        ...(assignment !== undefined && { assignment }),
      });
      setRefusal(result.ok ? null : result.refusal);
      return result.ok;
    } finally {
      setBusy(false);
    }
  };
  return {
    facts,
    state: (f: string, v: Json) => setFacts((known) => stated(known, f, v)),
    take,
    refusal,
    isBusy,
  };
};
