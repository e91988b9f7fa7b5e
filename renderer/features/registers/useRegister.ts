import { openRecord } from "../../../shared/commands/openRecord.ts";
import { useDesk } from "../../data/deskContext.ts";
import { newId } from "../../data/newId.ts";
import { perform } from "../../data/perform.ts";
import type { Card } from "../../data/questions/card.ts";
import { recordById } from "../../data/questions/records.ts";
import { lawyers, organs, providers } from "../../data/questions/registers.ts";
import { type Question, useAnswer } from "../../data/useAnswer.ts";
import { goTo } from "../../ui/route.ts";
import { useRefusal } from "../../ui/useRefusal.ts";
import { REGISTERS, type RegisterName } from "./registers.ts";

const QUESTIONS: Readonly<Record<RegisterName, () => Question<readonly Card<RegisterName>[]>>> = {
  lawyer: lawyers,
  provider: providers,
  organ: organs,
};

/** All entries of a register by name, and opening a new one. */
export const useRegister = (name: RegisterName) => {
  const desk = useDesk();
  const cards = useAnswer(QUESTIONS[name](), [name]);
  const { refusal, tell } = useRefusal();
  const start = async (title: string): Promise<void> => {
    const id = newId(desk.wallMs());
    const input = { facts: { ...REGISTERS[name].first, name: title } };
    if (tell(await perform(desk, openRecord, { t: name, id, input })).ok) goTo("registers", name, id);
  };
  return { cards, start, refusal };
};

/** One entry of a register, and the units a person may belong to. */
export const useEntry = (name: RegisterName, id: string) => {
  const card = useAnswer<Card<RegisterName> | null>(recordById(name, id), [name, id]);
  const units = useAnswer(providers(), []) ?? [];
  return { card, units: units.map((unit) => ({ value: unit.id, label: unit.facts.name ?? unit.id })) };
};
