import type { BureauFacts } from "../../shared/dictionary/registers.ts";
import { remedyTextOf, suitRemedyOf } from "../../shared/documents/remedy.ts";
import type { Parameters } from "../../shared/law/parameters.ts";
import { lawScene } from "../data/questions/files.ts";
import { bureau } from "../data/questions/registers.ts";
import { type Question, useAnswer } from "../data/useAnswer.ts";

type Facts = { readonly [f: string]: string };
type Remedy = {
  readonly fact: string;
  readonly of: (bureau: BureauFacts, parameters: Parameters) => string | null;
};

/** The steps of a record's page that must tell somebody what may be done against them (法律援助法第四十九条). */
const REMEDIES: Readonly<Record<string, Remedy>> = {
  terminate: { fact: "terminationRemedy", of: remedyTextOf },
  maintain: { fact: "remedyText", of: suitRemedyOf },
};

const remedyFor =
  (step: string): Question<Facts> =>
  async (desk) => {
    const remedy = REMEDIES[step];
    if (remedy === undefined) return {};
    const [office, { parameters }] = [await bureau()(desk), await lawScene()(desk)];
    const text = remedy.of(office?.facts ?? {}, parameters);
    return text === null ? {} : { [remedy.fact]: text };
  };

/**
 * The remedy that the form of a step begins with, from what the bureau has recorded: nobody types it twice, anybody
 * may change it. Undefined while loading; empty for other steps and before the bureau has recorded its organs.
 */
export const useRemedy = (step: string): Facts | undefined => useAnswer(remedyFor(step), [step]);
